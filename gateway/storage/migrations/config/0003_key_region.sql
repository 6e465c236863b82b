-- The region of a Bedrock key; empty for all others.
ALTER TABLE provider_keys ADD COLUMN region TEXT NOT NULL DEFAULT '';
