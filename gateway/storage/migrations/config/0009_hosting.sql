-- Keys of hosted services, and what a provider may be asked for and where.
ALTER TABLE provider_keys ADD COLUMN place TEXT NOT NULL DEFAULT '{}';   -- JSON: what config/key_place.h lists
ALTER TABLE provider_keys ADD COLUMN aliases TEXT NOT NULL DEFAULT '{}'; -- JSON: {"asked model":"its name there"}

ALTER TABLE providers ADD COLUMN allowed_requests TEXT NOT NULL DEFAULT 'null'; -- JSON: null is all, else names
ALTER TABLE providers ADD COLUMN path_overrides TEXT NOT NULL DEFAULT '{}';     -- JSON: {"request":"path or URL"}
