-- Which partners are signed in at the portal: each session is worth what the key that opened it is worth at this moment.
CREATE TABLE portal_session (
  token_hash TEXT PRIMARY KEY,        -- SHA-256 of what the cookie holds
  key_id TEXT NOT NULL,               -- the portal key that opened it
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX portal_session_expiry ON portal_session (expires_at);
