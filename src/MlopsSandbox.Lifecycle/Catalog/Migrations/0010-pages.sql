-- What pages of runs and of model versions are sorted and counted by. What SQL of both databases can't reckon is filled in by the program, see StoredFigures.
ALTER TABLE runs ADD COLUMN duration_seconds DOUBLE PRECISION;
CREATE INDEX runs_by_start ON runs (started_at, position);
CREATE INDEX runs_by_scenario ON runs (scenario);

-- A model group, with what would else be counted anew for each page.
CREATE TABLE model_groups (
    model TEXT PRIMARY KEY,
    versions BIGINT NOT NULL,
    newest_version INTEGER NOT NULL,
    newest_at TEXT NOT NULL
);
CREATE INDEX model_groups_by_newest ON model_groups (newest_at, model);
CREATE INDEX model_groups_by_versions ON model_groups (versions, model);
INSERT INTO model_groups (model, versions, newest_version, newest_at)
    SELECT model, COUNT(*), MAX(version), MAX(created_at) FROM model_versions GROUP BY model;

-- The metrics of model versions once more, to sort by; one that is no number is not here.
CREATE TABLE model_metrics (
    model TEXT NOT NULL,
    name TEXT NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (model, name, value, version),
    FOREIGN KEY (model, version) REFERENCES model_versions (model, version)
);
CREATE INDEX model_metrics_by_version ON model_metrics (model, version, name);
CREATE INDEX model_metrics_by_name ON model_metrics (name, value, model, version);

-- Each order in which versions are listed, with all that they are filtered by, so that rows off the page are never read.
CREATE INDEX model_versions_by_time ON model_versions (created_at, model, version, approval);
CREATE INDEX model_versions_by_group_and_time ON model_versions (model, created_at, version, approval);
CREATE INDEX model_versions_by_number ON model_versions (version, model, approval);
CREATE INDEX model_versions_by_group ON model_versions (model, version, approval);
CREATE INDEX model_versions_by_run ON model_versions (run_id, model, version, approval);
CREATE INDEX aliases_by_alias ON aliases (alias, model, version);
