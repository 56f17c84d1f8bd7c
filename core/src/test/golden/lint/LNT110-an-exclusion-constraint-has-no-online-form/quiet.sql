CREATE TABLE stays (room int, during tsrange);
ALTER TABLE stays ADD EXCLUDE USING gist (room WITH =, during WITH &&);
