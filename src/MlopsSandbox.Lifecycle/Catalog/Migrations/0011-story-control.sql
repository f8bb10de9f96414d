-- Stories that are paused, stepped and told at a speed, and into which a drift is injected meanwhile; hosted ones are driven by whoever serves.
-- Of the stories of before: they play at full speed, and drift, if at all, on their scenario's own day (drift_day is null).
ALTER TABLE stories ADD COLUMN is_paused INTEGER NOT NULL DEFAULT 0;
ALTER TABLE stories ADD COLUMN days_per_second DOUBLE PRECISION;
ALTER TABLE stories ADD COLUMN step_days INTEGER NOT NULL DEFAULT 0;
ALTER TABLE stories ADD COLUMN drift_day INTEGER;
ALTER TABLE stories ADD COLUMN is_hosted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE stories ADD COLUMN error TEXT;

-- What the first model that served would have answered; null where nobody asked it.
ALTER TABLE requests ADD COLUMN shadow_score DOUBLE PRECISION;
