-- Beyond the Prisma schema: what it has no word for.

CREATE TRIGGER messages_search_vector_trigger BEFORE INSERT OR UPDATE ON messages FOR EACH ROW EXECUTE FUNCTION messages_search_vector_update();
