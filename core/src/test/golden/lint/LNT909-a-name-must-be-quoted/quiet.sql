CREATE TABLE Orders (ID bigint PRIMARY KEY, customer_id bigint);
ALTER TABLE "Users" RENAME COLUMN "fullName" TO full_name;
ALTER TABLE "Users" DROP COLUMN "oldName";
CREATE TABLE größe (a$b int);
