-- Comment
COMMENT ON FUNCTION "f"() IS 'one';
