SET lock_timeout = '3s';

BEGIN;

-- CreateTable
SET statement_timeout = '60s';
CREATE TABLE "o" (
    "t" INTEGER
);

-- CreateTable
CREATE TABLE "t" (
    "id" INTEGER NOT NULL,
    "self" INTEGER,

    CONSTRAINT "t_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE ONLY "t" ENABLE ROW LEVEL SECURITY;

-- AddForeignKey
ALTER TABLE "o" ADD CONSTRAINT "o_t_fkey" FOREIGN KEY ("t") REFERENCES "t"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "t" ADD CONSTRAINT "t_self_fkey" FOREIGN KEY ("self") REFERENCES "t"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- CreateView
CREATE VIEW "v" AS
SELECT id
   FROM t;

-- CreateTrigger
CREATE TRIGGER t BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();

-- CreatePolicy
CREATE POLICY "p" ON "t" FOR SELECT TO PUBLIC USING (id > 1);

COMMIT;
