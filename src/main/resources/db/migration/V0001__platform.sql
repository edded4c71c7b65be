-- What every module stands on: extensions, schemas, the public's role, audit, accounts, jobs.

create extension if not exists postgis;
create extension if not exists btree_gist;
create extension if not exists unaccent;
create extension if not exists pg_trgm;

create schema platform;
create schema zoning;
create schema space;
create schema tenancy;
create schema allocation;
create schema published;
create schema reporting;
comment on schema published is 'Views that anybody may read; the doors for GIS tools see nothing else';

do $$
begin
  if not exists (select from pg_roles where rolname = 'khu_published') then
    create role khu_published nologin;
  end if;
  execute format('grant khu_published to %I', current_user);
  execute format('revoke create on schema public from public');
end $$;
grant usage on schema published to khu_published;

-- Text is compared without case, accents and the bar of đ: "Tân Bình" is found by "tan binh".
create function platform.fold(value text) returns text
  language sql immutable strict parallel safe
  set search_path = public, pg_catalog
  as $$ select replace(lower(unaccent('unaccent'::regdictionary, normalize(value, NFC))), 'đ', 'd') $$;
comment on function platform.fold(text) is 'Search form of a Vietnamese text: NFC, lower case, no accents, đ as d';

-- Every change of published data moves this counter; ETags and caches are keyed by it.
create table platform.data_revision (
  only_row boolean primary key default true check (only_row),
  revision bigint not null,
  changed_at timestamptz not null default now()
);
insert into platform.data_revision (revision) values (1);

create table platform.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  detail jsonb not null default '{}'
);
comment on table platform.audit is 'Append-only: who changed what, written in the transaction of the change';
create index on platform.audit (subject_type, subject_id, at);

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is append-only', tg_op, tg_table_name using errcode = '42501';
end $$;
create trigger audit_is_append_only before update or delete or truncate on platform.audit
  for each statement execute function platform.refuse_change();

create table platform.users (
  id bigint generated always as identity primary key,
  username text not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
  display_name text not null,
  password_hash text not null,
  enabled boolean not null default true,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create table platform.user_roles (
  user_id bigint not null references platform.users (id) on delete cascade,
  role text not null check (role in ('FIRM', 'PLANNER', 'APPROVER', 'OFFICER', 'ADMIN')),
  primary key (user_id, role)
);

create table platform.jobs (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  parameters jsonb not null default '{}',
  state text not null default 'QUEUED'
    check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  done bigint not null default 0,
  total bigint,
  message_vi text not null default '',
  message_en text not null default '',
  detail jsonb not null default '{}',
  cancel_requested boolean not null default false,
  attempts integer not null default 0,
  submitted_by text not null,
  submitted_at timestamptz not null default now(),
  started_at timestamptz,
  heartbeat_at timestamptz,
  finished_at timestamptz
);
comment on table platform.jobs is 'Long work; any instance may run a queued job, and a job whose heartbeat stopped is queued again';
create index on platform.jobs (submitted_at) where state in ('QUEUED', 'RUNNING');

-- Sign-in sessions of people, shared by all instances (layout given by Spring Session).
create table platform.session (
  primary_id char(36) not null primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval integer not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create index on platform.session (expiry_time);
create index on platform.session (principal_name);
create table platform.session_attributes (
  session_primary_id char(36) not null references platform.session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
