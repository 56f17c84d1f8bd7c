-- Beyond the Prisma schema: what it has no word for.

CREATE FUNCTION "messages_search_vector_update"()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
        BEGIN
            IF NEW.entity IN ('USER', 'AI_MESSAGE') THEN
                NEW.search_vector := to_tsvector(
                    'english', coalesce(NEW.content::jsonb ->> 'content', '')
                );
            ELSE
                NEW.search_vector := NULL;
            END IF;
            RETURN NEW;
        END
        $function$;
