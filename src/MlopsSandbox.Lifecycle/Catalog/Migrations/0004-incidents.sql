-- Activities that faulted. An execution that faults again after a retry has another row.
CREATE TABLE incidents (
    position BIGINT PRIMARY KEY,
    run_id TEXT NOT NULL REFERENCES runs (id),
    execution_id TEXT NOT NULL,
    activity_id TEXT NOT NULL,
    type TEXT NOT NULL,
    message TEXT NOT NULL,
    raised_at TEXT NOT NULL,
    resolved_at TEXT
);
CREATE INDEX incidents_by_run ON incidents (run_id, position);
