-- DropForeignKey
ALTER TABLE "u" DROP CONSTRAINT "u_a_fkey";

-- DropConstraint
ALTER TABLE "t" DROP CONSTRAINT "t_pkey";

-- AddConstraint
CREATE UNIQUE INDEX CONCURRENTLY "t_pkey" ON "t"("b", "a");

-- AddConstraint
ALTER TABLE "t" ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "t_pkey";

-- AddConstraint
CREATE UNIQUE INDEX CONCURRENTLY "t_a_key" ON "t"("a");

-- AddConstraint
ALTER TABLE "t" ADD CONSTRAINT "t_a_key" UNIQUE USING INDEX "t_a_key";

-- AddForeignKey
ALTER TABLE "u" ADD CONSTRAINT "u_a_fkey" FOREIGN KEY ("a") REFERENCES "t"("a") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;

-- AlterTable
ALTER TABLE "u" VALIDATE CONSTRAINT "u_a_fkey";
