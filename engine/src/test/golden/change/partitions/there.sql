-- CreateTable
CREATE TABLE "log" (
    "id" BIGINT NOT NULL,
    "at" DATE NOT NULL,

    CONSTRAINT "log_pkey" PRIMARY KEY ("id","at")
) PARTITION BY RANGE (at);

-- CreateTable
CREATE TABLE "log_2024" PARTITION OF "log" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- CreateTable
CREATE TABLE "log_rest" PARTITION OF "log" DEFAULT;

-- CreateIndex
CREATE INDEX "log_at_idx" ON "log"("at");
