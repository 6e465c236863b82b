-- Limits of each part of an answer for providers, models and rules, and what a rule says of broken and slow streams.
ALTER TABLE providers ADD COLUMN limits TEXT NOT NULL DEFAULT '{}';       -- JSON: {"head_ms","first_token_ms","total_ms"}
ALTER TABLE providers ADD COLUMN model_limits TEXT NOT NULL DEFAULT '[]'; -- JSON: [{"model","connect_ms",...}, ...]

ALTER TABLE routing_rules ADD COLUMN limits TEXT NOT NULL DEFAULT '{}';   -- JSON: {"connect_ms","head_ms",...}
ALTER TABLE routing_rules ADD COLUMN care TEXT NOT NULL DEFAULT '{}';     -- JSON: {"rescue","slow_start_ms",...}

ALTER TABLE resilience_settings ADD COLUMN held_tokens INTEGER NOT NULL DEFAULT 0; -- -1: the whole answer
ALTER TABLE resilience_settings ADD COLUMN is_balanced INTEGER NOT NULL DEFAULT 0;
