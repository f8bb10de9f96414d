-- What runs wait for in time. A timer of a story's run goes by that story's clock, another by the real one (no story_id). A row goes when it fires.
CREATE TABLE timers (
    run_id TEXT NOT NULL REFERENCES runs (id),
    execution_id TEXT NOT NULL,
    purpose TEXT NOT NULL,
    position BIGINT NOT NULL,
    story_id TEXT REFERENCES stories (id),
    due_at TEXT NOT NULL,
    PRIMARY KEY (run_id, execution_id, purpose)
);
CREATE INDEX timers_by_due ON timers (story_id, due_at, position);
