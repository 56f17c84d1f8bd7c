SET lock_timeout = '3s';

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT206: All rows of `users` are written anew while nobody can read or write.
SET statement_timeout = 0;
ALTER TABLE "users" SET LOGGED;
