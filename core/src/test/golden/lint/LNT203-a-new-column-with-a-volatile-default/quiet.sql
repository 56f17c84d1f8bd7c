ALTER TABLE users ADD COLUMN seen timestamptz DEFAULT now();
ALTER TABLE users ADD COLUMN tags text[] NOT NULL DEFAULT '{}'::text[];
ALTER TABLE users ADD COLUMN price numeric DEFAULT 1.5::numeric(8,2);
