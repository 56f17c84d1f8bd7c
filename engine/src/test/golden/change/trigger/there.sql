-- CreateTrigger
CREATE TRIGGER t BEFORE UPDATE OF name ON users FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name) EXECUTE FUNCTION touch();

-- Comment
COMMENT ON TRIGGER "t" ON "users" IS 'x';
