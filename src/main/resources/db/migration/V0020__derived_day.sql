-- Another day says "free from today" of what is free, so it touches bays and vacancies where
-- something is, and nothing elsewhere. Entity tags do not name the day any more.
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
    changes := changes || derived.free_today();
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

-- Where the copies say "free from" a day before that of derived.state, which the views for today
-- show as that day.
create function derived.free_today() returns derived.change[] language sql stable
  set plan_cache_mode = force_custom_plan as $$
  select coalesce(array_agg(c.change), '{}')
  from (select row(z.id, array['bays', 'vacancies'], st_extent(b.reach::geometry))::derived.change as change
        from (select building_code from derived.bays
              where free_from < (select day from derived.state)
              union
              select building_code from derived.vacancies
              where free_from < (select day from derived.state)) free
        join derived.buildings b on b.code = free.building_code
        join zoning.zones z on z.code = b.zone_code
        group by z.id) c $$;
comment on function derived.free_today() is
  'Where bays and vacancies are another day free from today, as changes';
