-- Which keys they were, beside their names, which people change. Empty: none, or a request of before.
ALTER TABLE requests ADD COLUMN key_id TEXT NOT NULL DEFAULT '';
ALTER TABLE requests ADD COLUMN virtual_key_id TEXT NOT NULL DEFAULT '';

-- Written again with the new columns, in the background.
DELETE FROM request_columns;
