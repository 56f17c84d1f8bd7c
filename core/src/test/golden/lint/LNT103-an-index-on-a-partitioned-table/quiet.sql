CREATE INDEX events_day ON ONLY events (day);
CREATE INDEX CONCURRENTLY events_1_day ON events_1 (day);
ALTER INDEX events_day ATTACH PARTITION events_1_day;
