-- Rules that send matching requests to other providers and models.
CREATE TABLE routing_rules (
    id              TEXT PRIMARY KEY NOT NULL,
    name            TEXT NOT NULL,
    description     TEXT NOT NULL,
    is_enabled      INTEGER NOT NULL,
    expression      TEXT NOT NULL,    -- CEL; empty: always
    targets         TEXT NOT NULL,    -- JSON: [{"provider","model","key_id","weight","first_token_ms"}, ...]
    fallbacks       TEXT NOT NULL,    -- JSON: [{"provider","model","key_id"}, ...]
    scope           TEXT NOT NULL,    -- virtual_key, team, customer, global
    scope_id        TEXT NOT NULL,
    continues_chain INTEGER NOT NULL,
    priority        INTEGER NOT NULL, -- lower ones first
    query_json      TEXT NOT NULL,    -- state of a rule builder, JSON
    created_at_us   INTEGER NOT NULL, -- microseconds since 1970
    updated_at_us   INTEGER NOT NULL
) WITHOUT ROWID;
