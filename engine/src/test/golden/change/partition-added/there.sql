-- CreateTable
CREATE TABLE "log_b" PARTITION OF "log" FOR VALUES IN ('b', 'c');

-- CreateTable
CREATE TABLE "log_rest" PARTITION OF "log" DEFAULT;
