-- The ledger: how often copies were read, by whom they are shown, and what is known of each.

-- Every hit of copies, once. `day` is the publication's own; after 13 months it is a month ('2025-10').
CREATE TABLE hit (
  article INTEGER NOT NULL,
  day TEXT NOT NULL,
  grant_number INTEGER NOT NULL,
  channel INTEGER NOT NULL,           -- place in CHANNELS
  kind INTEGER NOT NULL,              -- 0 view, 1 click
  host TEXT NOT NULL,                 -- '-': not said, 'other': one of too many
  class INTEGER NOT NULL,             -- place in CLASSES
  count INTEGER NOT NULL,
  PRIMARY KEY (article, day, grant_number, channel, kind, host, class)
) WITHOUT ROWID;

-- The same summed for reports. `raw` is everything, `people` what readers did, `verified` what readers did where the
-- copy has been seen by a check.
CREATE TABLE hit_day (
  day TEXT NOT NULL,
  kind INTEGER NOT NULL,
  raw INTEGER NOT NULL,
  people INTEGER NOT NULL,
  verified INTEGER NOT NULL,
  PRIMARY KEY (day, kind)
) WITHOUT ROWID;

CREATE TABLE hit_article (
  month TEXT NOT NULL,
  article INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  raw INTEGER NOT NULL,
  people INTEGER NOT NULL,
  verified INTEGER NOT NULL,
  PRIMARY KEY (article, month, kind)
) WITHOUT ROWID;
CREATE INDEX hit_article_best ON hit_article (month, kind, people DESC);

CREATE TABLE hit_grant (
  month TEXT NOT NULL,
  grant_number INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  raw INTEGER NOT NULL,
  people INTEGER NOT NULL,
  verified INTEGER NOT NULL,
  PRIMARY KEY (grant_number, month, kind)
) WITHOUT ROWID;
CREATE INDEX hit_grant_best ON hit_grant (month, kind, people DESC);

CREATE TABLE hit_host (
  grant_number INTEGER NOT NULL,
  host TEXT NOT NULL,
  month TEXT NOT NULL,
  kind INTEGER NOT NULL,
  raw INTEGER NOT NULL,
  people INTEGER NOT NULL,
  verified INTEGER NOT NULL,
  PRIMARY KEY (grant_number, host, month, kind)
) WITHOUT ROWID;

-- A copy that runs somewhere, as far as is known: four axes that move apart from one another, each move on record.
CREATE TABLE repost (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL,
  grant_number INTEGER NOT NULL,
  host TEXT NOT NULL,
  url TEXT,                           -- NULL: a host is known, its page is not
  found_by TEXT NOT NULL,             -- hit, claim, crawl, webmention, feed, print
  presence TEXT NOT NULL,             -- claimed, sighted, live, blocked, unreachable, removed
  verdict TEXT NOT NULL,              -- unchecked, compliant, partial, noncompliant
  currency TEXT NOT NULL,             -- current, stale, overdue
  mark TEXT NOT NULL,                 -- none, disputed, ignored
  first_seen INTEGER NOT NULL,
  last_seen INTEGER NOT NULL
);
CREATE UNIQUE INDEX repost_place ON repost (article, grant_number, host, coalesce(url, ''));
CREATE INDEX repost_grant ON repost (grant_number, presence);
CREATE INDEX repost_seen ON repost (first_seen);

CREATE TABLE repost_event (
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  axis TEXT NOT NULL,                 -- presence, verdict, currency, mark
  value TEXT NOT NULL,
  cause TEXT NOT NULL
);
CREATE INDEX repost_event_number ON repost_event (number, at);

-- What each tally has handed on: a number it has handed on before is not counted again.
CREATE TABLE flushed (
  tally TEXT PRIMARY KEY,             -- shard:epoch
  no INTEGER NOT NULL
) WITHOUT ROWID;
