-- AlterTable
ALTER TABLE "users" SET UNLOGGED;
