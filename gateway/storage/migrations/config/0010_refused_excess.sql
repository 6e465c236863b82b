-- What Bifrost's drop_excess_requests said of providers that are still to come.
ALTER TABLE client_settings ADD COLUMN refuses_excess_of_new INTEGER NOT NULL DEFAULT 0;
