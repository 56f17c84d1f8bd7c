SET lock_timeout = '3s';

BEGIN;

-- AlterSequence
SET statement_timeout = '60s';
ALTER SEQUENCE "numbers" AS integer INCREMENT BY 3 MINVALUE -5 MAXVALUE 100 START WITH -5 CACHE 4 CYCLE;

-- OwnSequence
ALTER SEQUENCE "numbers" OWNED BY "users"."id";

COMMIT;
