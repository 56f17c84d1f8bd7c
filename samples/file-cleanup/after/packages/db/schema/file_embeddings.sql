-- What the schema language has no word for: similarity search goes by this index.
CREATE INDEX "file_embeddings_content_vector_idx" ON "file_embeddings" USING hnsw ("content_vector" vector_cosine_ops);
