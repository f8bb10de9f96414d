-- What people attach to runs to find them again, and to tell others.
CREATE TABLE run_tags (
    run_id TEXT NOT NULL REFERENCES runs (id),
    tag TEXT NOT NULL,
    PRIMARY KEY (run_id, tag)
);
CREATE INDEX run_tags_by_tag ON run_tags (tag);

CREATE TABLE run_notes (
    position BIGINT PRIMARY KEY,
    run_id TEXT NOT NULL REFERENCES runs (id),
    text TEXT NOT NULL,
    written_by TEXT NOT NULL,
    written_at TEXT NOT NULL
);
CREATE INDEX run_notes_by_run ON run_notes (run_id, position);
