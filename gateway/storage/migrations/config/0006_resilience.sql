-- How far the gateway goes so that an answer arrives, and what it knows of targets in trouble.
ALTER TABLE providers ADD COLUMN first_backoff_ms INTEGER NOT NULL DEFAULT 500;
ALTER TABLE providers ADD COLUMN longest_backoff_ms INTEGER NOT NULL DEFAULT 5000;

CREATE TABLE resilience_settings (
    id                     INTEGER PRIMARY KEY CHECK (id = 1),
    rescue                 TEXT NOT NULL,    -- off, match
    slow_start_ms          INTEGER NOT NULL, -- 0: never
    longest_retry_after_ms INTEGER NOT NULL
);

-- Here and not in the history: a person holds targets, and the history may be deleted.
CREATE TABLE target_circuits (
    provider_id       TEXT NOT NULL,
    model             TEXT NOT NULL,
    key_id            TEXT NOT NULL,    -- empty for providers that need none
    is_open           INTEGER NOT NULL,
    failures_in_a_row INTEGER NOT NULL,
    pauses            INTEGER NOT NULL,
    last_failure      TEXT NOT NULL,
    opens_until_us    INTEGER NOT NULL, -- microseconds since 1970
    is_held           INTEGER NOT NULL,
    PRIMARY KEY (provider_id, model, key_id)
) WITHOUT ROWID;

CREATE TABLE resting_keys (
    key_id   TEXT PRIMARY KEY NOT NULL,
    until_us INTEGER NOT NULL
) WITHOUT ROWID;
