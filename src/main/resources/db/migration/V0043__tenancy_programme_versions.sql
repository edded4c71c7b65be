-- Officers keep the catalogue of programmes: new versions, last days, how far a source was checked.
-- The audit says who changed what; a version that has begun is never taken back.

alter table tenancy.programmes
  add column id bigint generated always as identity unique,
  add column lock_version integer not null default 1,
  add column recorded_by text not null default 'system',
  add column recorded_at timestamptz not null default now();
comment on column tenancy.programmes.lock_version is
  'Moves when the last day of this version or the standing of its source is changed';
create trigger programmes_are_kept before delete on tenancy.programmes
  for each row execute function tenancy.refuse_forgetting();
