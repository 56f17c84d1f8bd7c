-- DropForeignKey
ALTER TABLE "u" DROP CONSTRAINT "u_a_fkey";

-- DropConstraint
ALTER TABLE "t" DROP CONSTRAINT "t_pkey";

-- DropConstraint
ALTER TABLE "t" DROP CONSTRAINT "t_a_key";

-- AddConstraint
ALTER TABLE "t" ADD CONSTRAINT "t_pkey" PRIMARY KEY ("a");

-- AddForeignKey
ALTER TABLE "u" ADD CONSTRAINT "u_a_fkey" FOREIGN KEY ("a") REFERENCES "t"("a") ON DELETE NO ACTION ON UPDATE NO ACTION;
