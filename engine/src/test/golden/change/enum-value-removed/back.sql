-- AlterEnum
ALTER TYPE "mood" ADD VALUE 'gone' AFTER 'ok';
