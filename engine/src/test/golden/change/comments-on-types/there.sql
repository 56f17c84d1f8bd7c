-- Comment
COMMENT ON TYPE "mood" IS 'm';

-- Comment
COMMENT ON DOMAIN "d" IS 'd';

-- Comment
COMMENT ON SEQUENCE "s" IS 's';
