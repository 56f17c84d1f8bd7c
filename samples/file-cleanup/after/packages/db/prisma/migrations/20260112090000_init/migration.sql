-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "vector";

-- CreateEnum
CREATE TYPE "plan" AS ENUM ('free', 'personal', 'team');

-- CreateEnum
CREATE TYPE "license_status" AS ENUM ('active', 'expired', 'revoked');

-- CreateEnum
CREATE TYPE "upload_status" AS ENUM ('pending', 'processing', 'ready', 'failed');

-- CreateEnum
CREATE TYPE "dedupe_method" AS ENUM ('checksum', 'embedding');

-- CreateTable
CREATE TABLE "users" (
    "uuid" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "name" TEXT,
    "plan" "plan" NOT NULL DEFAULT 'free',
    "storage_quota_bytes" BIGINT NOT NULL DEFAULT 1073741824,
    "monthly_uploads" INTEGER NOT NULL DEFAULT 20,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("uuid")
);

-- CreateTable
CREATE TABLE "license_keys" (
    "uuid" UUID NOT NULL,
    "key" VARCHAR(29) NOT NULL,
    "user_id" UUID NOT NULL,
    "status" "license_status" NOT NULL DEFAULT 'active',
    "plan" "plan" NOT NULL,
    "max_devices" SMALLINT NOT NULL DEFAULT 1,
    "device_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "expires_at" TIMESTAMPTZ(6),
    "last_validated_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "license_keys_pkey" PRIMARY KEY ("uuid")
);

-- CreateTable
CREATE TABLE "uploads" (
    "uuid" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "label" VARCHAR(200) NOT NULL DEFAULT '',
    "status" "upload_status" NOT NULL DEFAULT 'pending',
    "total_bytes" BIGINT NOT NULL DEFAULT 0,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completed_at" TIMESTAMPTZ(6),

    CONSTRAINT "uploads_pkey" PRIMARY KEY ("uuid")
);

-- CreateTable
CREATE TABLE "files" (
    "uuid" UUID NOT NULL,
    "upload_id" UUID NOT NULL,
    "dedupe_group_id" UUID,
    "path" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "mime_type" VARCHAR(127) NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "files_pkey" PRIMARY KEY ("uuid")
);

-- CreateTable
CREATE TABLE "file_embeddings" (
    "uuid" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "model_version" VARCHAR(40) NOT NULL,
    "content_vector" vector(384),
    "image_vector" vector(512),
    "name_vector" vector(64) NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_embeddings_pkey" PRIMARY KEY ("uuid")
);

-- CreateTable
CREATE TABLE "dedupe_groups" (
    "uuid" UUID NOT NULL,
    "upload_id" UUID NOT NULL,
    "method" "dedupe_method" NOT NULL,
    "similarity" REAL NOT NULL,
    "reclaimable_bytes" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dedupe_groups_pkey" PRIMARY KEY ("uuid")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "license_keys_key_key" ON "license_keys"("key");

-- CreateIndex
CREATE INDEX "license_keys_user_id_status_idx" ON "license_keys"("user_id", "status");

-- CreateIndex
CREATE INDEX "uploads_user_id_created_at_idx" ON "uploads"("user_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "files_sha256_idx" ON "files" USING HASH ("sha256");

-- CreateIndex
CREATE INDEX "files_metadata_idx" ON "files" USING GIN ("metadata" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "files_dedupe_group_id_idx" ON "files"("dedupe_group_id");

-- CreateIndex
CREATE UNIQUE INDEX "files_upload_id_path_key" ON "files"("upload_id", "path");

-- CreateIndex
CREATE UNIQUE INDEX "file_embeddings_file_id_model_version_key" ON "file_embeddings"("file_id", "model_version");

-- Written by hand, as packages/db/schema says: similarity search goes by this index.
CREATE INDEX "file_embeddings_content_vector_idx" ON "file_embeddings" USING hnsw ("content_vector" vector_cosine_ops);

-- CreateIndex
CREATE INDEX "dedupe_groups_upload_id_idx" ON "dedupe_groups"("upload_id");

-- AddForeignKey
ALTER TABLE "license_keys" ADD CONSTRAINT "license_keys_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("uuid") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("uuid") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "uploads"("uuid") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_dedupe_group_id_fkey" FOREIGN KEY ("dedupe_group_id") REFERENCES "dedupe_groups"("uuid") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_embeddings" ADD CONSTRAINT "file_embeddings_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("uuid") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dedupe_groups" ADD CONSTRAINT "dedupe_groups_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "uploads"("uuid") ON DELETE CASCADE ON UPDATE CASCADE;
