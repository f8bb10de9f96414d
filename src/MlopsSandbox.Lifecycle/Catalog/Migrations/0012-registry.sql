-- Who gave an alias to a version by hand; and what the pages of one group and one version look up.
ALTER TABLE alias_changes ADD COLUMN changed_by TEXT;
CREATE INDEX alias_changes_by_model ON alias_changes (model, position);
CREATE INDEX deployments_by_version ON deployments (endpoint, version, position);
CREATE INDEX datasets_by_content ON datasets (sha256);
