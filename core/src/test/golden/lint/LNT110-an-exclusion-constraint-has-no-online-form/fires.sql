ALTER TABLE stays ADD CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, during WITH &&);
