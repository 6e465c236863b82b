-- What filters and sums ask of requests, column by column for each 4096 sequences, so that a question over a million
-- requests reads some megabytes instead of the whole table. Derived from `requests`, written by the writer when it has
-- nothing else to do; rows whose columns are missing are read themselves. See gateway/storage/block_column.h.
CREATE TABLE request_columns (
    id   INTEGER PRIMARY KEY, -- (sequence >> 12) * 64 + number of the column
    data BLOB NOT NULL
);

-- Whoever changes or removes a request cannot forget its columns. Sequences may be given again when the newest requests
-- are removed: no block at or behind the newest request is kept.
CREATE TRIGGER request_columns_removed AFTER DELETE ON requests BEGIN
    DELETE FROM request_columns WHERE id >= (old.sequence >> 12) * 64 AND id < ((old.sequence >> 12) + 1) * 64;
    DELETE FROM request_columns WHERE id >= (SELECT coalesce(max(sequence), 0) >> 12 FROM requests) * 64;
END;

CREATE TRIGGER request_columns_changed AFTER UPDATE ON requests BEGIN
    DELETE FROM request_columns WHERE id >= (old.sequence >> 12) * 64 AND id < ((old.sequence >> 12) + 1) * 64;
END;
