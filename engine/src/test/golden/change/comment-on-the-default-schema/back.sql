-- Comment
COMMENT ON SCHEMA "public" IS 'Ours.';
