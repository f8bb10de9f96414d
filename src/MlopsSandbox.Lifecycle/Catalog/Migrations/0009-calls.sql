-- Predictions that people and programs asked for, with how long they took; the newest of each endpoint. A story's own traffic is scored in batches and is not here.
CREATE TABLE calls (
    endpoint TEXT NOT NULL,
    position BIGINT NOT NULL,
    called_at TEXT NOT NULL,
    simulated_at TEXT NOT NULL,
    path TEXT NOT NULL,
    row_count BIGINT NOT NULL,
    milliseconds DOUBLE PRECISION NOT NULL,
    outcome TEXT NOT NULL,
    model_version BIGINT NOT NULL,
    PRIMARY KEY (endpoint, position)
);
