-- Providers, their keys without values, and the settings of the gateway. Secrets live in the secret store.
CREATE TABLE providers (
    id                       TEXT PRIMARY KEY NOT NULL,
    title                    TEXT NOT NULL,
    preset                   TEXT NOT NULL,
    family                   TEXT NOT NULL,    -- openai, anthropic
    credential_scheme        TEXT NOT NULL,    -- bearer, x_api_key, none
    is_custom                INTEGER NOT NULL,
    is_enabled               INTEGER NOT NULL,
    base_url                 TEXT NOT NULL,
    total_timeout_ms         INTEGER NOT NULL,
    connect_timeout_ms       INTEGER NOT NULL,
    stream_idle_timeout_ms   INTEGER NOT NULL,
    max_retries              INTEGER NOT NULL,
    extra_headers            TEXT NOT NULL,    -- JSON: [["name","value"], ...]
    proxy_kind               TEXT NOT NULL,    -- system, none, http, socks5
    proxy_url                TEXT NOT NULL,
    proxy_username           TEXT NOT NULL,
    has_proxy_password       INTEGER NOT NULL, -- its value: proxy-password/<id> in the secret store
    ca_certificate_pem       TEXT NOT NULL,
    skip_tls_verification    INTEGER NOT NULL,
    allow_http2              INTEGER NOT NULL,
    extra_json               TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE provider_keys (
    id                   TEXT PRIMARY KEY NOT NULL, -- its value: provider-key/<id> in the secret store
    provider_id          TEXT NOT NULL REFERENCES providers (id) ON DELETE CASCADE,
    position             INTEGER NOT NULL,
    name                 TEXT NOT NULL UNIQUE,
    source               TEXT NOT NULL, -- secret_store, environment_variable
    environment_variable TEXT NOT NULL,
    last_four            TEXT NOT NULL,
    models               TEXT NOT NULL, -- JSON: ["*"]
    blacklisted_models   TEXT NOT NULL, -- JSON
    weight               REAL NOT NULL,
    is_enabled           INTEGER NOT NULL,
    use_for_batch_api    INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX provider_keys_by_provider ON provider_keys (provider_id, position);

CREATE TABLE client_settings (
    id                 INTEGER PRIMARY KEY CHECK (id = 1),
    capture_level      TEXT NOT NULL, -- metadata, errors, everything
    maximum_body_bytes INTEGER NOT NULL,
    allowed_origins    TEXT NOT NULL, -- JSON
    allowed_hosts      TEXT NOT NULL  -- JSON
);
