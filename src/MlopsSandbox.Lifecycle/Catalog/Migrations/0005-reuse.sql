-- What a stage execution was made from, as one digest: another with the same digest may take its outputs. Null where none may.
ALTER TABLE stage_executions ADD COLUMN reuse_key TEXT;
-- The run whose outputs an execution took instead of working; null when it worked.
ALTER TABLE stage_executions ADD COLUMN cached_from TEXT;
CREATE INDEX stage_executions_by_reuse_key ON stage_executions (reuse_key) WHERE reuse_key IS NOT NULL;

-- A run that takes no outputs of others; the run that it repeats, and the activity from which on it works.
ALTER TABLE runs ADD COLUMN no_cache INTEGER NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN rerun_of TEXT REFERENCES runs (id);
ALTER TABLE runs ADD COLUMN rerun_from TEXT;
