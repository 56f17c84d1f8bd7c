-- CreateStatistics
CREATE STATISTICS "st" (ndistinct, dependencies) ON id, name FROM users;

-- AlterStatistics
ALTER STATISTICS "st" SET STATISTICS 200;
