-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "children" (
    "id" INTEGER NOT NULL,
    "x" INTEGER NOT NULL,
    "y" INTEGER,
    "z" INTEGER,
    "w" INTEGER,

    CONSTRAINT "children_key" PRIMARY KEY ("id","x") INCLUDE ("w") DEFERRABLE
);

-- CreateTable
CREATE TABLE "parents" (
    "id" INTEGER NOT NULL,
    "a" INTEGER,
    "b" INTEGER,
    "c" INTEGER,

    CONSTRAINT "parents_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "always" CHECK (true),
    CONSTRAINT "c_is_unique" UNIQUE ("c"),
    CONSTRAINT "deferred" UNIQUE ("a", "c") DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT "named" UNIQUE ("b") INCLUDE ("c"),
    CONSTRAINT "odd Name" CHECK ((a < b) OR ((b IS NULL) AND (c = 1))) NO INHERIT,
    CONSTRAINT "parents_a_b_key" UNIQUE ("a", "b"),
    CONSTRAINT "parents_a_check" CHECK (a > 0)
);

-- CreateTable
CREATE TABLE "reservations" (
    "room" INTEGER,
    "during" tsrange,
    "cancelled" BOOLEAN,

    CONSTRAINT "apart" EXCLUDE USING GIST ((int4range(room, (room + 1))) WITH &&, "during" WITH &&) WHERE (NOT cancelled) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT "reservations_during_excl" EXCLUDE USING GIST ("during" WITH &&)
);

-- CreateTable
CREATE TABLE "tree" (
    "id" INTEGER NOT NULL,
    "parent" INTEGER,

    CONSTRAINT "tree_pkey" PRIMARY KEY ("id")
);

-- AddConstraint
ALTER TABLE "parents" ADD CONSTRAINT "later" CHECK (c > 5) NOT VALID;

-- AddForeignKey
ALTER TABLE "children" ADD CONSTRAINT "children_w_fkey" FOREIGN KEY ("w") REFERENCES "parents"("c") ON DELETE SET DEFAULT ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "children" ADD CONSTRAINT "children_y_fkey" FOREIGN KEY ("y") REFERENCES "parents"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "children" ADD CONSTRAINT "children_z_fkey" FOREIGN KEY ("z") REFERENCES "parents"("c") ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE;

-- AddForeignKey
ALTER TABLE "children" ADD CONSTRAINT "pair" FOREIGN KEY ("x", "y") REFERENCES "parents"("a", "b") MATCH FULL ON DELETE RESTRICT ON UPDATE SET DEFAULT;

-- AddForeignKey
ALTER TABLE "children" ADD CONSTRAINT "unproven" FOREIGN KEY ("w") REFERENCES "parents"("id") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;

-- AddForeignKey
ALTER TABLE "tree" ADD CONSTRAINT "tree_parent_fkey" FOREIGN KEY ("parent") REFERENCES "tree"("id") ON DELETE SET NULL ON UPDATE NO ACTION;
