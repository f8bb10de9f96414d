-- Times are ISO 8601 texts in UTC of fixed width, so that their order as text is their order in time.
-- Truth values are 0 or 1; *_json columns hold JSON; hashes are written sha256:<hex>.

CREATE TABLE counters (
    name TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);

CREATE TABLE definitions (
    hash TEXT PRIMARY KEY,
    definition_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    added_order BIGINT NOT NULL,
    added_at TEXT NOT NULL,
    document_json TEXT NOT NULL,
    UNIQUE (definition_id, version, revision)
);

CREATE TABLE stories (
    id TEXT PRIMARY KEY,
    position BIGINT NOT NULL,
    scenario TEXT NOT NULL,
    scenario_folder TEXT NOT NULL,
    model_name TEXT NOT NULL UNIQUE,
    seed INTEGER NOT NULL,
    drift TEXT NOT NULL,
    status TEXT NOT NULL,
    day INTEGER NOT NULL,
    phase TEXT NOT NULL,
    simulated_at TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    driver TEXT,
    state_json TEXT,
    outcome_json TEXT
);

CREATE TABLE runs (
    id TEXT PRIMARY KEY,
    position BIGINT NOT NULL UNIQUE,
    definition_hash TEXT NOT NULL REFERENCES definitions (hash),
    workflow TEXT NOT NULL,
    workflow_version INTEGER NOT NULL,
    scenario TEXT,
    scenario_folder TEXT,
    model_name TEXT NOT NULL,
    story_id TEXT REFERENCES stories (id),
    status TEXT NOT NULL,
    error TEXT,
    seed INTEGER NOT NULL,
    root_seed INTEGER NOT NULL,
    cause_kind TEXT NOT NULL,
    cause_id TEXT,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    simulated_at TEXT NOT NULL,
    parent_run_id TEXT REFERENCES runs (id),
    parent_execution_id TEXT,
    parent_waits INTEGER NOT NULL,
    trace_parent TEXT,
    trace_state TEXT,
    UNIQUE (parent_run_id, parent_execution_id)
);
CREATE INDEX runs_by_story ON runs (story_id, position);
CREATE INDEX runs_by_status ON runs (status);

CREATE TABLE instances (
    run_id TEXT PRIMARY KEY REFERENCES runs (id),
    version BIGINT NOT NULL,
    state_json TEXT NOT NULL
);

-- A stage's own execution has the ordinal -1, its trials have theirs. Each attempt is a row.
CREATE TABLE stage_executions (
    run_id TEXT NOT NULL REFERENCES runs (id),
    execution_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    position BIGINT NOT NULL UNIQUE,
    activity_id TEXT NOT NULL,
    type TEXT NOT NULL,
    stage TEXT NOT NULL,
    status TEXT NOT NULL,
    outcome TEXT,
    settings_json TEXT NOT NULL,
    metrics_json TEXT NOT NULL,
    outputs_json TEXT NOT NULL,
    error_json TEXT,
    queued_at TEXT NOT NULL,
    started_at TEXT,
    ended_at TEXT,
    job_id TEXT,
    span_id TEXT,
    lease_owner TEXT,
    lease_counter BIGINT NOT NULL,
    lease_until TEXT,
    PRIMARY KEY (run_id, execution_id, ordinal, attempt)
);
CREATE INDEX stage_executions_by_status ON stage_executions (status);

-- What is still to be done outside of the catalog: a row goes once it is done.
CREATE TABLE outbox (
    id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    run_id TEXT NOT NULL REFERENCES runs (id),
    execution_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    payload_json TEXT NOT NULL,
    added_at TEXT NOT NULL,
    owner TEXT
);

CREATE TABLE artifacts (
    hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    added_at TEXT NOT NULL
);

-- What an execution was given (input) and made (output).
CREATE TABLE lineage (
    run_id TEXT NOT NULL REFERENCES runs (id),
    execution_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    direction TEXT NOT NULL,
    name TEXT NOT NULL,
    maker TEXT NOT NULL,
    hash TEXT NOT NULL REFERENCES artifacts (hash),
    PRIMARY KEY (run_id, execution_id, ordinal, attempt, direction, maker, name)
);
CREATE INDEX lineage_by_hash ON lineage (hash);

CREATE TABLE datasets (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    profile TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    run_id TEXT NOT NULL REFERENCES runs (id),
    created_at TEXT NOT NULL,
    PRIMARY KEY (name, version)
);

CREATE TABLE model_versions (
    model TEXT NOT NULL,
    version INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    baseline TEXT,
    approval TEXT NOT NULL,
    metrics_json TEXT NOT NULL,
    signature_json TEXT NOT NULL,
    run_id TEXT NOT NULL REFERENCES runs (id),
    created_at TEXT NOT NULL,
    PRIMARY KEY (model, version)
);

CREATE TABLE aliases (
    model TEXT NOT NULL,
    alias TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (model, alias),
    FOREIGN KEY (model, version) REFERENCES model_versions (model, version)
);

CREATE TABLE alias_changes (
    position BIGINT PRIMARY KEY,
    model TEXT NOT NULL,
    alias TEXT NOT NULL,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    run_id TEXT REFERENCES runs (id),
    changed_at TEXT NOT NULL,
    simulated_at TEXT NOT NULL
);

CREATE TABLE deployments (
    position BIGINT PRIMARY KEY,
    endpoint TEXT NOT NULL,
    version INTEGER NOT NULL,
    model TEXT NOT NULL,
    baseline TEXT,
    effective_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    run_id TEXT NOT NULL REFERENCES runs (id),
    trace_parent TEXT,
    created_at TEXT NOT NULL
);
CREATE INDEX deployments_by_endpoint ON deployments (endpoint, effective_at);

CREATE TABLE requests (
    endpoint TEXT NOT NULL,
    position BIGINT NOT NULL,
    row_id INTEGER NOT NULL,
    served_at TEXT NOT NULL,
    features_json TEXT NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    model_version INTEGER NOT NULL,
    PRIMARY KEY (endpoint, position)
);
CREATE INDEX requests_by_time ON requests (endpoint, served_at);

CREATE TABLE labels (
    endpoint TEXT NOT NULL,
    position BIGINT NOT NULL,
    label INTEGER,
    label_at TEXT NOT NULL,
    PRIMARY KEY (endpoint, position),
    FOREIGN KEY (endpoint, position) REFERENCES requests (endpoint, position)
);

CREATE TABLE drift_reports (
    id TEXT PRIMARY KEY,
    position BIGINT NOT NULL,
    endpoint TEXT NOT NULL,
    checked_at TEXT NOT NULL,
    drifted INTEGER NOT NULL,
    report_json TEXT NOT NULL,
    run_id TEXT NOT NULL REFERENCES runs (id),
    trace_parent TEXT
);
CREATE INDEX drift_reports_by_endpoint ON drift_reports (endpoint, position);

CREATE TABLE alerts (
    position BIGINT PRIMARY KEY,
    endpoint TEXT NOT NULL,
    report_id TEXT NOT NULL REFERENCES drift_reports (id),
    opened_at TEXT NOT NULL,
    closed_at TEXT
);

CREATE TABLE retrain_decisions (
    position BIGINT PRIMARY KEY,
    endpoint TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    choice TEXT NOT NULL,
    reason TEXT NOT NULL,
    cause TEXT NOT NULL,
    report_id TEXT REFERENCES drift_reports (id),
    changed_at TEXT,
    run_id TEXT NOT NULL REFERENCES runs (id)
);
CREATE INDEX retrain_decisions_by_endpoint ON retrain_decisions (endpoint, position);
