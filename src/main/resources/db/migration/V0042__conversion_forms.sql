-- What officers maintain of a zone in conversion on the page: milestones that are withdrawn, targets
-- and responsible bodies of one zone, published weights; and the map hears of aims that begin.

alter table conversion.milestones
  drop constraint milestones_state_check,
  add constraint milestones_state_check
    check (state in ('DONE', 'PLANNED', 'UNKNOWN', 'WITHDRAWN'));
comment on column conversion.milestones.state is
  'WITHDRAWN: the step it replaces was taken back and is shown no more';

alter table conversion.share_targets
  drop constraint share_targets_pkey,
  add column id bigint generated always as identity primary key,
  add column zone_code text,
  add column recorded_by text not null default 'system',
  add column recorded_at timestamptz not null default now();
create index on conversion.share_targets (code, zone_code, valid_from);
comment on column conversion.share_targets.zone_code is
  'Null for all zones; a zone''s own target counts instead of it from its day on';

alter table conversion.responsibles
  add column recorded_by text not null default 'system',
  add column recorded_at timestamptz not null default now();

alter table conversion.weight_sets add column published_by text not null default 'system';
alter table conversion.balances add column recorded_by text not null default 'system';

-- Aims begin on their day by time alone: the settling of another day tells the layer.
alter table derived.state add column day_before date;
comment on column derived.state.day_before is 'Day the copies answered for before; null where never moved';

create function derived.keep_day_before() returns trigger language plpgsql as $$
begin
  new.day_before := old.day;
  return new;
end $$;
create trigger state_keeps_day_before before update of day on derived.state
  for each row when (old.day is distinct from new.day) execute function derived.keep_day_before();

create function derived.aims_begun() returns derived.change[] language sql stable as $$
  select coalesce(array_agg(row(z.id, array['conversions'], box2d(z.geom))::derived.change), '{}')
  from derived.state d
  cross join zoning.zones z
  where z.converting
    and exists (select from conversion.sectors s
                where s.zone_code = z.code
                  and s.valid_from > least(d.day_before, d.day)
                  and s.valid_from <= greatest(d.day_before, d.day)) $$;
comment on function derived.aims_begun() is
  'Zones in conversion of which a sector row has begun, or begins again, with the day the copies moved to, as changes';

create or replace function derived.settle() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public
  set plan_cache_mode = force_generic_plan as $$
declare
  mine record;
  changes derived.change[];
  moved record;
begin
  with gone as (
    delete from derived.touched where tx = pg_current_xact_id() returning unit, id)
  select count(*) as units,
         array_agg(id order by id) filter (where unit = 'BUILDING') as buildings,
         array_agg(id order by id) filter (where unit = 'PLOT') as plots,
         array_agg(id order by id) filter (where unit = 'PLAN') as plans,
         array_agg(id order by id) filter (where unit = 'ZONE') as zones,
         bool_or(unit = 'DAY') as day,
         bool_or(unit = 'EVERYTHING') as everything,
         bool_or(unit = 'COPIES') as copies
    into mine
  from gone;
  if mine.units = 0 then
    return null;
  end if;
  changes := derived.refresh(mine.buildings, mine.plots, mine.plans, mine.zones);
  if mine.day then
    changes := changes || derived.free_today() || derived.aims_begun();
  end if;
  if mine.copies then
    update derived.state set wanted = wanted + 1;
  end if;
  -- Held until the commit, which is next: so revisions become visible in their order.
  update platform.data_revision set revision = revision + 1, changed_at = clock_timestamp()
  returning revision, changed_at into moved;
  insert into platform.data_changes (revision, layers, west, south, east, north, at)
  select moved.revision, c.layers, st_xmin(c.reach), st_ymin(c.reach), st_xmax(c.reach),
         st_ymax(c.reach), moved.changed_at
  from (select layers, st_extent(c.reach::geometry) as reach
        from unnest(changes) c
        group by zone_id, layers
        union all
        select null, null where mine.everything or mine.copies) c
  where c.layers is null or c.reach is not null;
  return null;
end $$;
