-- Accounts have e-mail addresses that are confirmed, passwords are set anew by mail, and attempts to sign in are limited.

alter table platform.users
  add column email text check (length(email) between 3 and 254 and email !~ '[[:cntrl:][:space:]]'),
  add column email_confirmed_at timestamptz,
  add check (email is not null or email_confirmed_at is null);
comment on column platform.users.email is
  'Where mails about the account go; before it is confirmed only the one that asks for that';
comment on column platform.users.email_confirmed_at is 'When the link sent there was used';
create unique index users_email_confirmed on platform.users (lower(email))
  where email_confirmed_at is not null;
-- a name to sign in with that is an address has been one from the start
update platform.users set email = username
  where username ~ '^[a-z0-9._+-]{1,64}@([a-z0-9]([a-z0-9-]*[a-z0-9])?[.])+[a-z][a-z0-9-]*$';

create table platform.account_mails (
  id uuid primary key default gen_random_uuid(),
  user_id bigint not null references platform.users (id) on delete cascade,
  kind text not null check (kind in ('CONFIRM', 'RESET', 'CHANGED')),
  email text not null,
  language text not null check (language in ('VI', 'EN')),
  made_at timestamptz not null default now(),
  due_at timestamptz not null default now(),
  attempts integer not null default 0,
  leased_until timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('SENT', 'DROPPED', 'FAILED')),
  fault text,
  check ((ended_at is null) = (outcome is null))
);
create index on platform.account_mails (due_at) where ended_at is null;
create index on platform.account_mails (user_id, made_at);
comment on table platform.account_mails is
  'Mails to be sent and sent about accounts; kept for 30 days';
comment on column platform.account_mails.kind is
  'CONFIRM asks whether the address is right, RESET lets the password be set anew, CHANGED tells that it was';

create table platform.account_tokens (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  user_id bigint not null references platform.users (id) on delete cascade,
  purpose text not null check (purpose in ('CONFIRM', 'RESET')),
  email text not null,
  expires_at timestamptz not null
);
create index on platform.account_tokens (user_id, purpose);
create index on platform.account_tokens (expires_at);
comment on table platform.account_tokens is
  'Hashes of the links in mails; the links themselves are known to the receiver only, and each works once';
comment on column platform.account_tokens.email is
  'Address it was sent to: the link of one address does nothing for another';

create table platform.sign_in_failures (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  account_sha256 text not null check (account_sha256 ~ '^[0-9a-f]{64}$'),
  source inet not null
);
create index on platform.sign_in_failures (account_sha256, at);
create index on platform.sign_in_failures (source, at);
create index on platform.sign_in_failures (at);
comment on table platform.sign_in_failures is
  'Wrong passwords of the last hour; older rows are removed with the next';
comment on column platform.sign_in_failures.account_sha256 is
  'Hash of the name that was typed: people type passwords there too';

create table platform.sign_in_places (
  user_id bigint not null references platform.users (id) on delete cascade,
  source inet not null,
  at timestamptz not null default clock_timestamp(),
  primary key (user_id, source)
);
create index on platform.sign_in_places (at);
comment on table platform.sign_in_places is
  'Networks an account was signed in from within 90 days: strangers elsewhere cannot lock it out there';

alter table platform.registrations
  add column kind text not null default 'ACCOUNT' check (kind in ('ACCOUNT', 'RESET'));
comment on table platform.registrations is
  'Attempts of the last hour to make an account or to have a password set anew, so that nobody makes thousands; older rows are removed with the next attempt';
