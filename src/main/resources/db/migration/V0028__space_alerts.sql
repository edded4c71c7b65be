-- Searches that people keep, what has become free for them, and the mails that tell so.

create table space.saved_searches (
  id uuid primary key default gen_random_uuid(),
  query text not null check (length(query) <= 2000),
  owner text references platform.users (username) on delete cascade,
  channel text not null check (channel in ('EMAIL', 'FEED')),
  email text check (length(email) between 3 and 254 and email !~ '[[:cntrl:][:space:]]'),
  feed_sha256 text unique check (feed_sha256 ~ '^[0-9a-f]{64}$'),
  language text not null check (language in ('VI', 'EN')),
  frequency text not null check (frequency in ('AT_ONCE', 'DAILY')),
  status text not null check (status in ('PENDING', 'ACTIVE')),
  client_sha256 text not null check (client_sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null default now(),
  read_at timestamptz,
  seen jsonb not null check (jsonb_typeof(seen) = 'object'),
  seen_revision bigint not null,
  due boolean not null default false,
  check ((channel = 'EMAIL') = (email is not null)),
  check ((channel = 'FEED') = (feed_sha256 is not null)),
  check (channel = 'EMAIL' or status = 'ACTIVE')
);
create index on space.saved_searches (owner, made_at) where owner is not null;
create index on space.saved_searches (lower(email)) where email is not null;
create index on space.saved_searches (client_sha256, made_at);
create index on space.saved_searches (made_at);
create index on space.saved_searches (id) where due;
comment on table space.saved_searches is
  'Searches whose savers want to be told when space frees (báo khi có chỗ); nothing is kept of one that was given up';
comment on column space.saved_searches.query is
  'Conditions of /api/v1/vacancies in their one canonical form';
comment on column space.saved_searches.owner is 'Account that lists it; null without one';
comment on column space.saved_searches.email is 'Written to only once the link sent there was used';
comment on column space.saved_searches.feed_sha256 is
  'Hash of the feed''s unguessable address, which is kept nowhere';
comment on column space.saved_searches.client_sha256 is
  'Hash of the network address it was saved from, to bound how many one client saves; zeros after a day';
comment on column space.saved_searches.read_at is 'When the feed was last asked for, to the day';
comment on column space.saved_searches.seen is
  'Bays that matched when it was last looked at, as lists of numbers by floor: what is not among them is news';
comment on column space.saved_searches.seen_revision is 'Revision of the data it was last found different at';
comment on column space.saved_searches.due is 'To be looked at although the data have not changed';

create table space.alert_mails (
  id uuid primary key default gen_random_uuid(),
  search_id uuid not null references space.saved_searches on delete cascade,
  kind text not null check (kind in ('CONFIRM', 'NEWS')),
  made_at timestamptz not null default now(),
  due_at timestamptz not null,
  attempts integer not null default 0,
  leased_until timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('SENT', 'DROPPED', 'FAILED')),
  fault text,
  check ((ended_at is null) = (outcome is null))
);
create index on space.alert_mails (due_at) where ended_at is null;
create index on space.alert_mails (search_id, ended_at);
create unique index alert_mails_one_to_come on space.alert_mails (search_id)
  where kind = 'NEWS' and attempts = 0;
comment on table space.alert_mails is
  'Mails to be sent and sent; written in the transaction that found the news, so that none is lost';
comment on column space.alert_mails.leased_until is
  'An instance is sending it; when that time has passed another may';
comment on column space.alert_mails.outcome is
  'DROPPED where all of its space was taken again before it could be sent';
comment on column space.alert_mails.fault is 'Why the last attempt failed, as the mail server said it';

create table space.search_news (
  id uuid primary key default gen_random_uuid(),
  search_id uuid not null references space.saved_searches on delete cascade,
  found_at timestamptz not null default now(),
  revision bigint not null,
  runs jsonb not null check (jsonb_typeof(runs) = 'array'),
  runs_in_all integer not null check (runs_in_all > 0),
  mail_id uuid references space.alert_mails
);
create index on space.search_news (search_id, found_at);
create index on space.search_news (mail_id) where mail_id is not null;
comment on table space.search_news is 'Space that became free for a saved search; each is told once';
comment on column space.search_news.runs is 'The first of the runs of neighbouring bays, as they were found';
comment on column space.search_news.mail_id is 'The mail that tells it; null until one is begun, and for feeds';

create table space.search_tokens (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  search_id uuid not null references space.saved_searches on delete cascade,
  purpose text not null check (purpose in ('CONFIRM', 'UNSUBSCRIBE')),
  made_at timestamptz not null default now()
);
create index on space.search_tokens (search_id, purpose);
comment on table space.search_tokens is
  'Hashes of the links in mails; the links themselves are known to the receiver only';

create table space.search_watch (
  one boolean primary key default true check (one),
  revision bigint not null,
  day date not null
);
comment on table space.search_watch is
  'Revision of the data and civil day up to which all saved searches were looked at; the instance that holds its row looks';
insert into space.search_watch (revision, day) values (0, '2000-01-01');
