-- Who may republish what, under which terms; and the entries their feeds are joined from.

-- What the publication offered, and when: a grant names the version it froze.
CREATE TABLE terms_version (
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  digest TEXT NOT NULL,
  document TEXT NOT NULL,             -- JSON
  at INTEGER NOT NULL,
  PRIMARY KEY (name, version)
) WITHOUT ROWID;

-- Articles that are not simply under the publication's standard terms: reposts, and those with terms or a licence of
-- their own. Few, and asked for together.
ALTER TABLE article ADD COLUMN apart INTEGER NOT NULL DEFAULT 0;
UPDATE article SET apart = 1 WHERE document ->> 'origin' IS NOT NULL OR document ->> 'terms' IS NOT NULL
  OR document ->> 'license' IS NOT NULL;
CREATE INDEX article_apart ON article (slug) WHERE apart = 1;

CREATE TABLE partner (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  dialect TEXT NOT NULL,
  contacts TEXT NOT NULL,             -- JSON: email addresses
  state TEXT NOT NULL,                -- active, suspended, ended
  version INTEGER NOT NULL,           -- moves with every change of it, its grants or its domains
  created_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE partner_domain (
  partner TEXT NOT NULL,
  domain TEXT NOT NULL,
  challenge TEXT NOT NULL,
  verified_at INTEGER,
  method TEXT,                        -- dns, file
  checked_at INTEGER,
  PRIMARY KEY (partner, domain)
) WITHOUT ROWID;

CREATE TABLE partner_key (
  key_id TEXT PRIMARY KEY,
  partner TEXT NOT NULL,
  kind TEXT NOT NULL,                 -- feed, portal
  secret_hash TEXT NOT NULL,
  label TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) WITHOUT ROWID;
CREATE INDEX partner_key_partner ON partner_key (partner);

-- Numbers are in tokens and reference codes, so none is ever used again.
CREATE TABLE permission_grant (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  partner TEXT,                       -- NULL: everybody
  scope TEXT NOT NULL,                -- '', 'sections/harbour', 'articles/{id}', 'terms/{name}'
  state TEXT NOT NULL,                -- requested, offered, active, suspended, ended
  terms_name TEXT NOT NULL,
  terms_version INTEGER NOT NULL,
  terms TEXT NOT NULL,                -- JSON, frozen
  valid_from INTEGER NOT NULL,
  valid_until INTEGER,
  created_at INTEGER NOT NULL
);
CREATE INDEX permission_grant_partner ON permission_grant (partner, state);

CREATE TABLE grant_event (
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX grant_event_number ON grant_event (number, at);

CREATE TABLE request (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  article TEXT,                       -- its id; NULL: more than one
  organisation TEXT NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  domain TEXT NOT NULL,
  message TEXT NOT NULL,
  state TEXT NOT NULL,                -- open, approved, declined
  challenge TEXT NOT NULL,
  verified_at INTEGER,
  method TEXT,                        -- dns, file
  decided_at INTEGER,
  reason TEXT,
  partner TEXT,
  grant_number INTEGER
);
CREATE INDEX request_state ON request (state, at);

-- What partners' feeds are joined from. entry_key as in `entry`. A stretch is 'LENGTH CRC BASE64' of sync-flushed deflate.
CREATE TABLE copy_entry (
  entry_key INTEGER PRIMARY KEY,
  renderer TEXT NOT NULL,
  hash TEXT NOT NULL,
  language TEXT NOT NULL,
  published INTEGER NOT NULL,
  facts TEXT,                         -- JSON: what slots are filled from; NULL: may not be passed on
  blocks TEXT,                        -- JSON: dialect → stretch
  head TEXT,
  body TEXT,
  tail TEXT
);
