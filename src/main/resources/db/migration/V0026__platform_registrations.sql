-- Firms make their accounts themselves: an e-mail address is a name to sign in with, and attempts are counted.

alter table platform.users drop constraint users_username_check;
alter table platform.users add constraint users_username_check
  check (username ~ '^[a-z0-9][a-z0-9._@+-]{1,63}$');

create table platform.registrations (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  source inet not null
);
comment on table platform.registrations is
  'Attempts of the last hour to make an account, so that nobody makes thousands; older rows are removed with the next attempt';
comment on column platform.registrations.source is 'Address of the client; of IPv6 its network of 64 bits, since one subscriber has it all';
create index on platform.registrations (source, at);
create index on platform.registrations (at);
