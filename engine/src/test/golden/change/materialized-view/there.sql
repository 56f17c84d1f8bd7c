-- CreateView
CREATE MATERIALIZED VIEW "m" AS
SELECT id,
    upper(name) AS loud
   FROM users;

-- CreateIndex
CREATE UNIQUE INDEX "m_key" ON "m"("id");
