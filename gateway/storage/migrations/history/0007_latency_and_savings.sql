-- How long answers took and what caching saved: like usage_hours, both stay when requests are deleted.

-- Of the requests that succeeded. Each column counts durations by size (gateway/storage/latency_histogram.h), so that
-- percentiles can be told of any span of hours.
CREATE TABLE latency_hours (
    hour        INTEGER NOT NULL, -- hours since 1970, UTC
    provider    TEXT NOT NULL,    -- who answered
    first_token BLOB NOT NULL,    -- until the first byte of the answer went to the client; streams only
    whole       BLOB NOT NULL,    -- until the end
    PRIMARY KEY (hour, provider)
) WITHOUT ROWID;

-- Nano-dollars: what tokens that were read from or written to a cache cost, and what they would have cost as fresh
-- input by the same price list. Both count only attempts whose price of fresh input is known.
ALTER TABLE usage_hours ADD COLUMN cached_cost INTEGER NOT NULL DEFAULT 0;
ALTER TABLE usage_hours ADD COLUMN cached_as_fresh INTEGER NOT NULL DEFAULT 0;
