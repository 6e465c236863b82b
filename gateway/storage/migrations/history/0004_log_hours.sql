-- What the requests that are stored came to, by hour, so that sums over a million of them need not read them all. Unlike
-- usage_hours, which stays, it shrinks with the requests. Kept by triggers: whoever adds, deletes or prices a request
-- cannot forget it.
CREATE TABLE log_hours (
    hour        INTEGER NOT NULL, -- since 1970, UTC
    state       TEXT NOT NULL,
    provider    TEXT NOT NULL,
    model       TEXT NOT NULL,
    virtual_key TEXT NOT NULL,
    requests    INTEGER NOT NULL,
    prompt      INTEGER NOT NULL, -- tokens, cached ones included
    output      INTEGER NOT NULL,
    cache_read  INTEGER NOT NULL,
    cost        INTEGER NOT NULL, -- nano-dollars of the requests whose cost is known
    unpriced    INTEGER NOT NULL, -- requests whose cost is not
    duration    INTEGER NOT NULL, -- microseconds
    PRIMARY KEY (hour, state, provider, model, virtual_key)
) WITHOUT ROWID;

INSERT INTO log_hours
SELECT started_at / 3600000000, state, provider, model, virtual_key, count(*),
       sum(coalesce(uncached_input, 0) + coalesce(cache_read, 0) + coalesce(cache_write, 0)),
       sum(coalesce(output, 0)), sum(coalesce(cache_read, 0)), sum(coalesce(cost, 0)), sum(unpriced > 0), sum(duration)
FROM requests GROUP BY 1, 2, 3, 4, 5;

CREATE TRIGGER log_hours_added AFTER INSERT ON requests BEGIN
    INSERT INTO log_hours VALUES (
        new.started_at / 3600000000, new.state, new.provider, new.model, new.virtual_key, 1,
        coalesce(new.uncached_input, 0) + coalesce(new.cache_read, 0) + coalesce(new.cache_write, 0),
        coalesce(new.output, 0), coalesce(new.cache_read, 0), coalesce(new.cost, 0), new.unpriced > 0, new.duration)
    ON CONFLICT DO UPDATE SET
        requests = requests + 1, prompt = prompt + excluded.prompt, output = output + excluded.output,
        cache_read = cache_read + excluded.cache_read, cost = cost + excluded.cost,
        unpriced = unpriced + excluded.unpriced, duration = duration + excluded.duration;
END;

CREATE TRIGGER log_hours_deleted AFTER DELETE ON requests BEGIN
    UPDATE log_hours SET
        requests = requests - 1,
        prompt = prompt - coalesce(old.uncached_input, 0) - coalesce(old.cache_read, 0) - coalesce(old.cache_write, 0),
        output = output - coalesce(old.output, 0), cache_read = cache_read - coalesce(old.cache_read, 0),
        cost = cost - coalesce(old.cost, 0), unpriced = unpriced - (old.unpriced > 0),
        duration = duration - old.duration
    WHERE hour = old.started_at / 3600000000 AND state = old.state AND provider = old.provider AND model = old.model
        AND virtual_key = old.virtual_key;
    DELETE FROM log_hours
    WHERE hour = old.started_at / 3600000000 AND state = old.state AND provider = old.provider AND model = old.model
        AND virtual_key = old.virtual_key AND requests = 0;
END;

CREATE TRIGGER log_hours_priced AFTER UPDATE OF cost, unpriced ON requests BEGIN
    UPDATE log_hours SET
        cost = cost - coalesce(old.cost, 0) + coalesce(new.cost, 0),
        unpriced = unpriced - (old.unpriced > 0) + (new.unpriced > 0)
    WHERE hour = old.started_at / 3600000000 AND state = old.state AND provider = old.provider AND model = old.model
        AND virtual_key = old.virtual_key;
END;
