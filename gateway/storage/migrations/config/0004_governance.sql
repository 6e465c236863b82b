-- Who may use what: virtual keys, teams, customers, shared limits and the settings of it. Nothing asks for parts of
-- them, so each is one JSON document; storage/governance_codec reads and writes them.
CREATE TABLE governance_objects (
    kind     TEXT NOT NULL, -- settings, virtual_key, team, customer, shared_limits
    id       TEXT NOT NULL,
    document TEXT NOT NULL, -- JSON; of a key's value only a hash
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;

-- What was used of each limit in its current window.
CREATE TABLE limit_counters (
    limit_id        TEXT PRIMARY KEY NOT NULL,
    window_began_us INTEGER NOT NULL, -- microseconds since 1970
    used            INTEGER NOT NULL  -- requests, tokens or nano-dollars
) WITHOUT ROWID;
