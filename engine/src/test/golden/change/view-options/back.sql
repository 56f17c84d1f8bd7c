-- CreateView
CREATE OR REPLACE VIEW "v" AS
SELECT id,
    name
   FROM users;
