#!/usr/bin/env sh
# Makes the Python client from the schema, and fetches its engine.
set -eu
cd "$(dirname "$0")/.."
prisma generate --schema ../../packages/db/prisma/schema.prisma --generator client_py
prisma py fetch
