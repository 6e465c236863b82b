-- What people note about requests: pins, comments, and which request another one repeats.

ALTER TABLE requests ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;    -- 1: never removed by age or size
ALTER TABLE requests ADD COLUMN comment TEXT NOT NULL DEFAULT '';
ALTER TABLE requests ADD COLUMN resent_from TEXT NOT NULL DEFAULT ''; -- request_id of the request that this one repeats
ALTER TABLE requests ADD COLUMN is_marked INTEGER NOT NULL DEFAULT 0; -- 1: one of the three says something

-- All marks are read at the start; there are few, and this index holds no other rows.
CREATE INDEX requests_marked ON requests (sequence) WHERE is_marked = 1;
