-- What runs ask people, and what they decided.
CREATE TABLE approvals (
    run_id TEXT NOT NULL REFERENCES runs (id),
    execution_id TEXT NOT NULL,
    position BIGINT NOT NULL UNIQUE,
    activity_id TEXT NOT NULL,
    title TEXT NOT NULL,
    message TEXT,
    status TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    decided_by TEXT,
    reason TEXT,
    decided_at TEXT,
    PRIMARY KEY (run_id, execution_id)
);
