-- What people set in the place of a scenario's own policy; the newest of an endpoint counts, else the newest of its scenario. Null gives the scenario's own back.
CREATE TABLE policies (
    position BIGINT PRIMARY KEY,
    scope TEXT NOT NULL,
    name TEXT NOT NULL,
    policy_json TEXT,
    set_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    set_at TEXT NOT NULL
);
CREATE INDEX policies_by_name ON policies (scope, name, position);

-- What a decision was made by, which rule fired and what held it back, and the run that it started.
ALTER TABLE retrain_decisions ADD COLUMN rule_kind TEXT;
ALTER TABLE retrain_decisions ADD COLUMN guardrail TEXT;
ALTER TABLE retrain_decisions ADD COLUMN policy_json TEXT;
ALTER TABLE retrain_decisions ADD COLUMN evidence_json TEXT;
ALTER TABLE retrain_decisions ADD COLUMN data_json TEXT;
ALTER TABLE retrain_decisions ADD COLUMN started_run TEXT REFERENCES runs (id);

-- An alert is about one thing of an endpoint: at most one is open for it, and counts.
ALTER TABLE alerts ADD COLUMN id TEXT;
ALTER TABLE alerts ADD COLUMN rule_name TEXT NOT NULL DEFAULT 'drift';
ALTER TABLE alerts ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE alerts ADD COLUMN severity TEXT NOT NULL DEFAULT 'warning';
ALTER TABLE alerts ADD COLUMN text TEXT NOT NULL DEFAULT 'Drift was found.';
ALTER TABLE alerts ADD COLUMN last_at TEXT;
ALTER TABLE alerts ADD COLUMN times BIGINT NOT NULL DEFAULT 1;
ALTER TABLE alerts ADD COLUMN notified INTEGER NOT NULL DEFAULT 1;
ALTER TABLE alerts ADD COLUMN silenced_until TEXT;
ALTER TABLE alerts ADD COLUMN acknowledged_by TEXT;
ALTER TABLE alerts ADD COLUMN note TEXT;
ALTER TABLE alerts ADD COLUMN acknowledged_at TEXT;
UPDATE alerts SET id = 'alert-old-' || position, last_at = opened_at;
CREATE UNIQUE INDEX alerts_by_id ON alerts (id);
CREATE UNIQUE INDEX alerts_open ON alerts (endpoint, rule_name, subject) WHERE closed_at IS NULL;

-- What the last checks said of each thing that is watched: recent holds a 1 for a check that fired and a 0 for a quiet one, the newest last.
CREATE TABLE alert_tracks (
    endpoint TEXT NOT NULL,
    rule_name TEXT NOT NULL,
    subject TEXT NOT NULL,
    recent TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    cleared_at TEXT,
    PRIMARY KEY (endpoint, rule_name, subject)
);

-- Alerts that nobody is told of for a while; a rule or subject of null is any.
CREATE TABLE silences (
    position BIGINT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    endpoint TEXT NOT NULL,
    rule_name TEXT,
    subject TEXT,
    from_at TEXT NOT NULL,
    until_at TEXT NOT NULL,
    set_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    set_at TEXT NOT NULL
);
CREATE INDEX silences_by_endpoint ON silences (endpoint, until_at);

-- What a sink is to be told, once a check; written with the alerts, and kept until it was told or refused.
CREATE TABLE notifications (
    position BIGINT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    sink TEXT NOT NULL,
    kind TEXT NOT NULL,
    payload_json TEXT NOT NULL,
    run_id TEXT REFERENCES runs (id),
    status TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_at TEXT NOT NULL,
    error TEXT,
    added_at TEXT NOT NULL,
    delivered_at TEXT,
    owner TEXT
);
CREATE INDEX notifications_pending ON notifications (next_at) WHERE status = 'pending';

CREATE TABLE notification_alerts (
    alert_id TEXT NOT NULL,
    notification_id TEXT NOT NULL REFERENCES notifications (id),
    PRIMARY KEY (alert_id, notification_id)
);
