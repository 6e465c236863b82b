-- One row for each request that has ended. Lists and filters read this narrow table only.
-- Times are microseconds: started_at since 1970 in UTC, all others since the start of the request.
CREATE TABLE requests (
    sequence       INTEGER PRIMARY KEY, -- rises in the order of storing: the key of pages
    request_id     TEXT NOT NULL,
    started_at     INTEGER NOT NULL,
    duration       INTEGER NOT NULL,
    state          TEXT NOT NULL,
    client         TEXT NOT NULL,
    operation      TEXT NOT NULL,
    dialect        TEXT NOT NULL,
    asked_model    TEXT NOT NULL,
    provider       TEXT NOT NULL,
    model          TEXT NOT NULL,
    key_name       TEXT NOT NULL,
    answered_model TEXT NOT NULL,
    session_id     TEXT NOT NULL,
    status         INTEGER NOT NULL,
    finish_reason  TEXT NOT NULL,
    error_code     TEXT NOT NULL,
    error_text     TEXT NOT NULL,
    is_stream      INTEGER NOT NULL,
    first_byte     INTEGER,
    overhead       INTEGER NOT NULL,
    uncached_input INTEGER,             -- tokens; NULL: not reported
    cache_read     INTEGER,
    cache_write    INTEGER,
    output         INTEGER,
    reasoning      INTEGER,
    request_bytes  INTEGER NOT NULL,
    response_bytes INTEGER NOT NULL,
    method         TEXT NOT NULL,
    path           TEXT NOT NULL,
    peer_address   TEXT NOT NULL,
    attempts       TEXT NOT NULL        -- JSON; empty: none
);

-- Reading one request. Not unique: a client may send the same x-request-id twice, and both are kept.
CREATE INDEX requests_by_id ON requests (request_id);
-- Bounds of a time filter.
CREATE INDEX requests_by_start ON requests (started_at);

-- What only the details of one request need. No foreign key: its check would cost each insert a search.
CREATE TABLE request_bodies (
    sequence              INTEGER PRIMARY KEY, -- of the request
    details               TEXT NOT NULL,    -- JSON: headers, notes, the provider's usage; empty: none
    request_encoding      INTEGER NOT NULL, -- 0 not kept, 1 as it is, 2 zstd
    request_body          BLOB,
    request_is_truncated  INTEGER NOT NULL,
    response_encoding     INTEGER NOT NULL,
    response_body         BLOB,
    response_is_truncated INTEGER NOT NULL,
    stream_marks          BLOB              -- pairs of LEB128: microseconds and bytes since the mark before
);
