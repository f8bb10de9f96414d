-- Runs that wait for their turn, as their workflow runs only so many at a time, with what they will be told when it comes.
CREATE TABLE turns (
    run_id TEXT PRIMARY KEY REFERENCES runs (id),
    workflow TEXT NOT NULL,
    position BIGINT NOT NULL UNIQUE,
    started_json TEXT NOT NULL
);
CREATE INDEX runs_by_workflow ON runs (workflow, status);
