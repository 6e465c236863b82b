-- What requests cost, whose they were, and totals that stay when requests are deleted.

ALTER TABLE requests ADD COLUMN virtual_key TEXT NOT NULL DEFAULT '';
ALTER TABLE requests ADD COLUMN cost INTEGER;                         -- nano-dollars of all attempts; NULL: not known
ALTER TABLE requests ADD COLUMN unpriced INTEGER NOT NULL DEFAULT 0;  -- attempts whose cost is not known

-- Requests of the time before costs used something whose price was not looked for.
UPDATE requests SET unpriced = 1 WHERE uncached_input IS NOT NULL OR output IS NOT NULL;

-- For the recalculation when a price appears.
CREATE INDEX requests_unpriced ON requests (sequence) WHERE unpriced > 0;

-- One row for each hour and combination of names. Every row of `requests` was added to it once, in the transaction that
-- stored the row; nothing is ever taken away. A request counts where it was answered, tokens and money count where they
-- were used: attempts that failed or lost have their own provider. The sum over any column is therefore the same
-- whatever it is grouped by.
CREATE TABLE usage_hours (
    hour           INTEGER NOT NULL, -- hours since 1970, UTC
    provider       TEXT NOT NULL,    -- empty: none was reached
    model          TEXT NOT NULL,    -- as sent upstream
    asked_model    TEXT NOT NULL,    -- as the client wrote it
    key_name       TEXT NOT NULL,
    virtual_key    TEXT NOT NULL,
    client         TEXT NOT NULL,
    requests       INTEGER NOT NULL,
    errors         INTEGER NOT NULL, -- of these, not succeeded
    attempts       INTEGER NOT NULL,
    uncached_input INTEGER NOT NULL, -- tokens
    cache_read     INTEGER NOT NULL,
    cache_write    INTEGER NOT NULL,
    output         INTEGER NOT NULL,
    reasoning      INTEGER NOT NULL, -- of output
    cost           INTEGER NOT NULL, -- nano-dollars of the attempts whose cost is known
    unpriced       INTEGER NOT NULL, -- attempts whose cost is not
    partial        INTEGER NOT NULL, -- attempts that cost at least what was counted
    PRIMARY KEY (hour, provider, model, asked_model, key_name, virtual_key, client)
) WITHOUT ROWID;

INSERT INTO usage_hours
SELECT started_at / 3600000000, provider, model, asked_model, key_name, virtual_key, client,
       count(*), sum(state <> 'succeeded'), count(*),
       sum(coalesce(uncached_input, 0)), sum(coalesce(cache_read, 0)), sum(coalesce(cache_write, 0)),
       sum(coalesce(output, 0)), sum(coalesce(reasoning, 0)), 0, sum(unpriced), 0
FROM requests GROUP BY 1, 2, 3, 4, 5, 6, 7;
