-- How long and how much of the history is kept.
CREATE TABLE retention_settings (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    most_days  INTEGER NOT NULL, -- 0: for ever
    most_bytes INTEGER NOT NULL  -- of the file; 0: no limit
);

-- What a person allows beyond a limit for a while. Apart from the limits, because a configuration file sets those anew
-- at each start.
CREATE TABLE limit_extras (
    limit_id TEXT PRIMARY KEY NOT NULL,
    amount   INTEGER NOT NULL, -- requests, tokens or nano-dollars
    until_us INTEGER NOT NULL  -- microseconds since 1970
) WITHOUT ROWID;
