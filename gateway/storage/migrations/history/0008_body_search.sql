-- Whether what requests and answers say can be searched: one row while it is on. The index itself is made and dropped
-- with it (gateway/storage/body_index.cpp); it is derived from request_bodies.
CREATE TABLE body_search (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    indexed_from INTEGER NOT NULL, -- the bodies of these sequences are in the index, both ends included;
    indexed_to   INTEGER NOT NULL, -- below `indexed_from` by one: none is
    words        INTEGER NOT NULL  -- the rule by which texts became words: another one needs another index
);
