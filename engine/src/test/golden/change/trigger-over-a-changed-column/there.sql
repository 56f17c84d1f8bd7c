-- Drop
DROP TRIGGER "t" ON "users";

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "email" SET DATA TYPE TEXT;

-- CreateTrigger
CREATE TRIGGER t BEFORE UPDATE OF email ON users FOR EACH ROW WHEN (new.email <> ''::text) EXECUTE FUNCTION touch();
