-- The catalogue: what is published, in what state, and in which feeds it stands.
-- Moments are milliseconds since 1970 UTC. `seq` numbers every change that anybody outside can see.

CREATE TABLE state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL,
  recall INTEGER NOT NULL,            -- moves when a text that was shown no longer is
  arrivals INTEGER NOT NULL,          -- how many articles have ever been shown
  publication TEXT,                   -- JSON
  publication_digest TEXT,
  publication_seq INTEGER NOT NULL,
  publication_at INTEGER NOT NULL,
  renderer TEXT NOT NULL              -- every entry is at least as new as this
);
INSERT INTO state VALUES (1, 0, 1, 0, NULL, NULL, 0, 0, '');

CREATE TABLE article (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  guid TEXT NOT NULL UNIQUE,
  slug TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL,             -- JSON without the body
  digest TEXT NOT NULL,               -- of what was sent
  content_hash TEXT NOT NULL,         -- of what a reader sees
  revision INTEGER NOT NULL,
  standing TEXT NOT NULL,             -- waiting, shown, held, withdrawn, expired
  listed TEXT,                        -- as in listing.state; NULL: in no feed yet
  due_at INTEGER,                     -- when time alone changes it next
  arrival INTEGER,                    -- its place in the archive; NULL: never shown
  seq INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
);
CREATE INDEX article_due ON article (due_at) WHERE due_at IS NOT NULL;
CREATE UNIQUE INDEX article_arrival ON article (arrival) WHERE arrival IS NOT NULL;

CREATE TABLE article_body (
  number INTEGER PRIMARY KEY,
  html TEXT NOT NULL
);

CREATE TABLE revision (
  number INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (number, revision)
) WITHOUT ROWID;

-- Every slug an article has or had: the old ones redirect.
CREATE TABLE slug (
  slug TEXT PRIMARY KEY,
  number INTEGER NOT NULL
) WITHOUT ROWID;

-- Where an article stands: one row for each feed it is or was in.
CREATE TABLE listing (
  scope TEXT NOT NULL,                -- '' or 'tags/ferries'
  number INTEGER NOT NULL,
  state TEXT NOT NULL,                -- shown, removed (announced), gone
  position INTEGER NOT NULL,          -- newest first
  guid TEXT NOT NULL,
  seq INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (scope, number)
) WITHOUT ROWID;
CREATE INDEX listing_position ON listing (scope, state, position DESC, number DESC);
CREATE INDEX listing_seq ON listing (scope, state, seq DESC);

CREATE TABLE scope (
  scope TEXT PRIMARY KEY,
  label TEXT NOT NULL
) WITHOUT ROWID;

-- What feeds are joined from. entry_key = number * 4 + format code (rss 0, atom 1, json 2).
CREATE TABLE entry (
  entry_key INTEGER PRIMARY KEY,
  renderer TEXT NOT NULL,
  hash TEXT NOT NULL,
  length INTEGER NOT NULL,
  crc INTEGER NOT NULL,
  piece TEXT NOT NULL                 -- base64 of sync-flushed deflate
);

CREATE TABLE asset (
  hash TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE asset_use (
  hash TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (hash, number)
) WITHOUT ROWID;

CREATE TABLE editor_key (
  key_id TEXT PRIMARY KEY,
  secret_hash TEXT NOT NULL,
  label TEXT NOT NULL,
  scopes TEXT NOT NULL,               -- space-separated
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) WITHOUT ROWID;
