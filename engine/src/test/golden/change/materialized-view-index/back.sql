SET lock_timeout = '3s';

-- DropIndex
-- warning LNT102: `DROP INDEX` waits for all that use the table of `m_idx`, and lets nobody in meanwhile.
SET statement_timeout = '60s';
DROP INDEX "m_idx";
