CREATE TABLE "Orders" (id bigint PRIMARY KEY, "customerId" bigint);
ALTER TABLE users RENAME COLUMN name TO "fullName";
CREATE TYPE "Mood" AS ENUM ('good', 'bad');
ALTER TABLE users ADD CONSTRAINT "nameIsGiven" CHECK (full_name <> '');
CREATE SEQUENCE "Numbers";
