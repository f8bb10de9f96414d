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

-- The events that runs wait for. A row goes when the event is delivered.
CREATE TABLE event_waits (
    run_id TEXT NOT NULL REFERENCES runs (id),
    execution_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    event_name TEXT NOT NULL,
    correlation_id TEXT,
    PRIMARY KEY (run_id, execution_id)
);
CREATE INDEX event_waits_by_name ON event_waits (event_name, correlation_id);

-- What runs ask to be done outside. A row goes when it is reported done.
CREATE TABLE tasks (
    run_id TEXT NOT NULL REFERENCES runs (id),
    execution_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    id TEXT NOT NULL,
    activity_id TEXT NOT NULL,
    name TEXT NOT NULL,
    payload_json TEXT NOT NULL,
    requested_at TEXT NOT NULL,
    PRIMARY KEY (run_id, execution_id)
);

-- When a trigger of a definition starts its next run, by the real clock; null once it starts none any more.
CREATE TABLE schedules (
    definition_id TEXT NOT NULL,
    activity_id TEXT NOT NULL,
    schedule TEXT NOT NULL,
    due_at TEXT,
    PRIMARY KEY (definition_id, activity_id)
);
