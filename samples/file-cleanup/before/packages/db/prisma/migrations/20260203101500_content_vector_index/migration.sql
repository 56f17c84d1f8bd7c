-- Similarity search goes by this index; the schema language has no word for it.
CREATE INDEX "file_embeddings_content_vector_idx" ON "file_embeddings" USING hnsw ("content_vector" vector_cosine_ops);
