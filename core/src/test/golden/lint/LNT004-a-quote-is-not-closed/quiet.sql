SELECT 'it''s', E'a\'b', $$a$$, "o""ne" -- it's
