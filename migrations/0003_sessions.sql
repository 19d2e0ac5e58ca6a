-- Who is signed in at the desk. Nobody else gets a session.
CREATE TABLE desk_session (
  token_hash TEXT PRIMARY KEY,        -- SHA-256 of what the cookie holds
  key_id TEXT,                        -- which key opened it; NULL: the deployment's own
  proof TEXT,                         -- of the deployment's key: only cookie and key together give it
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX desk_session_expiry ON desk_session (expires_at);
