-- DropIndex
DROP INDEX "m_idx";
