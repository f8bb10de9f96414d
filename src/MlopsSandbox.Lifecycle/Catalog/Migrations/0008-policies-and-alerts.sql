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
