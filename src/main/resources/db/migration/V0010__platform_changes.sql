-- What changed where: so that a map tile far from an edit keeps its entity tag.

alter table platform.data_revision
  add column floor_revision bigint not null default 0,
  add column floor_at timestamptz not null default now();
update platform.data_revision set floor_revision = revision, floor_at = changed_at;
comment on table platform.data_revision is
  'Counter that every change of published data moves, as the last thing before its commit: so the order of revisions is that of the commits';
comment on column platform.data_revision.floor_revision is
  'Changes up to this revision are no longer told apart: data_changes holds every later one';
comment on column platform.data_revision.floor_at is 'When the floor''s revision was made';

create table platform.data_changes (
  id bigint generated always as identity primary key,
  revision bigint not null,
  layers text[],
  west double precision,
  south double precision,
  east double precision,
  north double precision,
  at timestamptz not null,
  check ((west is null) = (south is null) and (west is null) = (east is null) and (west is null) = (north is null))
);
create index on platform.data_changes (revision);
comment on table platform.data_changes is 'Journal of the published data; a revision may have several rows';
comment on column platform.data_changes.layers is 'Layers that may answer otherwise from now on; null for all';
comment on column platform.data_changes.west is 'Box in degrees (EPSG:4326) around what was and what is now; null for everywhere';

-- Forgets the older half when there are too many rows.
create function platform.prune_data_changes(most bigint) returns void language plpgsql as $$
declare
  the_floor record;
begin
  if (select count(*) from platform.data_changes) <= most then
    return;
  end if;
  select revision, at into the_floor
  from platform.data_changes order by revision desc, id offset most / 2 limit 1;
  update platform.data_revision
  set floor_revision = the_floor.revision, floor_at = the_floor.at
  where floor_revision < the_floor.revision;
  delete from platform.data_changes where revision <= the_floor.revision;
end $$;
comment on function platform.prune_data_changes(bigint) is
  'Keeps the newer half of the journal once it has more rows than most';
