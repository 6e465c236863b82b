-- What a person says models cost, instead of the list that comes with the program.
CREATE TABLE price_overrides (
    id             TEXT PRIMARY KEY NOT NULL,
    name           TEXT NOT NULL,
    scope          TEXT NOT NULL,    -- global, provider, provider_key, virtual_key, virtual_key_provider, …
    provider_id    TEXT NOT NULL,    -- empty where the scope names none
    key_id         TEXT NOT NULL,
    virtual_key_id TEXT NOT NULL,
    is_pattern     INTEGER NOT NULL,
    pattern        TEXT NOT NULL,    -- of model names; a pattern ends with *
    request_types  TEXT NOT NULL,    -- JSON: ["chat_completion", ...]; []: all
    rates          TEXT NOT NULL,    -- JSON: {"input": pico-dollars for a token, ..., "search": for one}
    patch          TEXT NOT NULL,    -- JSON as it was sent, with members that we do not use
    created_at     INTEGER NOT NULL, -- seconds since 1970
    updated_at     INTEGER NOT NULL
) WITHOUT ROWID;
