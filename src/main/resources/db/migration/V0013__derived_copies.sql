-- Copies of the published views, kept ready for today and for what is known now, so that a map need
-- not work out a million bays. The views stay the definition: a copy is what the view says of a
-- unit (a building with its floors, bays and vacancies; a zone; its plan; a plot), written anew in
-- the transaction that touched the unit.

create schema derived;
comment on schema derived is 'Copies of published views; not for the public''s role, which reads published.<layer>_now';

create table derived.state (
  only_row boolean primary key default true check (only_row),
  day date not null,
  definition text not null default '',
  wanted bigint not null default 1,
  done bigint not null default 0
);
insert into derived.state (day) values ((now() at time zone 'Asia/Ho_Chi_Minh')::date);
comment on table derived.state is 'What the copies stand for';
comment on column derived.state.day is 'Day the copies answer for';
comment on column derived.state.definition is 'Hash of the views the copies were made from';
comment on column derived.state.wanted is 'Moves when all copies have to be made anew; they are when done has caught up';

create table derived.zones (
  id bigint primary key,
  code text not null unique,
  name_vi text,
  name_en text,
  short_name text,
  kind text,
  status text,
  converting boolean,
  gross_area_ha double precision,
  leasable_area_ha double precision,
  founded integer,
  term_end date,
  term_end_precision text,
  operator_vi text,
  operator_en text,
  commune text,
  legal_srid integer,
  data_status text,
  position_error_km double precision,
  buildings integer,
  free_m2 double precision,
  free_bays integer,
  geom geometry(MultiPolygon, 4326) not null,
  geom_3857 geometry(MultiPolygon, 3857) not null,
  label_3857 geometry(Point, 3857) not null,
  geom_z8 geometry(MultiPolygon, 3857) not null,
  geom_z11 geometry(MultiPolygon, 3857) not null,
  geom_z13 geometry(MultiPolygon, 3857) not null,
  next_change date
);
comment on column derived.zones.next_change is 'First day on which another plan is in force, as known now';

create table derived.subzones (
  id bigint primary key,
  zone_code text not null,
  plan_version integer,
  code text,
  name_vi text,
  name_en text,
  land_use text,
  land_use_vi text,
  land_use_en text,
  cadastral_code text,
  area_m2 double precision,
  area_ha double precision,
  phase integer,
  max_density_pct double precision,
  max_floors integer,
  far double precision,
  valid_from date,
  data_status text,
  geom geometry(Polygon, 4326) not null,
  geom_3857 geometry(Polygon, 3857) not null,
  label_3857 geometry(Point, 3857) not null,
  geom_z11 geometry(Polygon, 3857) not null,
  geom_z13 geometry(Polygon, 3857) not null
);

create table derived.plots (
  id bigint primary key,
  zone_code text not null,
  subzone_code text,
  code text,
  land_use text,
  land_use_vi text,
  land_use_en text,
  status text,
  area_m2 double precision,
  data_status text,
  geom geometry(Polygon, 4326) not null,
  geom_3857 geometry(Polygon, 3857) not null,
  label_3857 geometry(Point, 3857) not null
);

create table derived.buildings (
  id bigint primary key,
  code text not null unique,
  zone_code text not null,
  name_vi text,
  name_en text,
  storeys integer,
  gfa_m2 double precision,
  lettable_m2 double precision,
  free_m2 double precision,
  longest_run_m2 double precision,
  max_load_kn_m2 double precision,
  rent_from_usd double precision,
  goods_lifts integer,
  lift_max_t double precision,
  power_kva double precision,
  wastewater_m3_day double precision,
  completed integer,
  term_end date,
  data_status text,
  geom geometry(Polygon, 4326) not null,
  geom_3857 geometry(Polygon, 3857) not null,
  label_3857 geometry(Point, 3857) not null,
  free_exact_m2 numeric not null,
  free_bays integer not null,
  next_change date,
  reach box2d not null
);
comment on column derived.buildings.free_exact_m2 is 'With free_bays the building''s part in the figures of its zone';
comment on column derived.buildings.next_change is 'First day on which a row of the building changes by time alone, null for never';
comment on column derived.buildings.reach is 'Box in degrees around the building, its floors and bays';

create table derived.floors (
  id bigint primary key,
  building_code text not null,
  zone_code text not null,
  level integer,
  load_kn_m2 double precision,
  clear_height_m double precision,
  lift_t double precision,
  power_kva double precision,
  rent_usd_m2_month double precision,
  rent_vnd_m2_month double precision,
  hazards text,
  industries text,
  bays integer,
  area_m2 double precision,
  free_m2 double precision,
  data_status text,
  geom geometry(Polygon, 4326) not null,
  geom_3857 geometry(Polygon, 3857) not null,
  label_3857 geometry(Point, 3857) not null
);

create table derived.bays (
  id bigint primary key,
  building_code text not null,
  zone_code text not null,
  floor_id bigint,
  level integer,
  bay_no integer,
  code text,
  area_m2 double precision,
  status text,
  free_from date,
  occupied_until date,
  sector_vi text,
  sector_en text,
  load_kn_m2 double precision,
  clear_height_m double precision,
  rent_usd_m2_month double precision,
  data_status text,
  geom geometry(Polygon, 4326) not null,
  geom_3857 geometry(Polygon, 3857) not null,
  label_3857 geometry(Point, 3857) not null
);
comment on column derived.bays.free_from is 'For a free bay the day on which the row was made; published.bays_now tells the present day';

create table derived.vacancies (
  id bigint primary key,
  building_code text not null,
  zone_code text not null,
  floor_id bigint,
  level integer,
  first_bay integer,
  bay_count integer,
  area_m2 double precision,
  free_from date,
  free_until date,
  load_kn_m2 double precision,
  clear_height_m double precision,
  lift_t double precision,
  power_kva double precision,
  hazards text,
  industries text,
  rent_usd_m2_month double precision,
  data_status text,
  geom geometry(MultiPolygon, 4326) not null,
  geom_3857 geometry(MultiPolygon, 3857) not null,
  label_3857 geometry(Point, 3857) not null
);
comment on column derived.vacancies.free_from is 'As in derived.bays';

do $$
declare
  layer text;
  key text;
  shape text;
  filters constant jsonb := '{
    "zones": [],
    "subzones": ["zone_code", "code", "land_use"],
    "plots": ["zone_code", "code", "land_use", "status"],
    "buildings": ["zone_code", "next_change"],
    "floors": ["building_code", "zone_code", "level"],
    "bays": ["building_code", "zone_code", "floor_id", "level", "code", "status"],
    "vacancies": ["building_code", "zone_code", "floor_id", "level"]}';
begin
  for layer in select jsonb_object_keys(filters) loop
    execute format('comment on table derived.%I is %L', layer, 'Copy of published.' || layer);
    for key in select jsonb_array_elements_text(filters -> layer) loop
      execute format('create index on derived.%I (%I, id)', layer, key);
    end loop;
    for shape in select attname from pg_attribute
                 where attrelid = format('derived.%I', layer)::regclass
                   and atttypid = 'geometry'::regtype loop
      execute format('create index on derived.%I using gist (%I)', layer, shape);
    end loop;
  end loop;
end $$;

-- One point inside the shape at which it is named; of several parts the largest is named. The middle
-- of a convex shape, else the middle of the largest circle that fits in.
create function derived.label_point(shape geometry) returns geometry
  language plpgsql immutable strict parallel safe as $$
declare
  part geometry := shape;
  point geometry;
begin
  if st_numgeometries(shape) > 1 then
    select d.geom into part from st_dump(shape) d order by st_area(d.geom) desc, d.path limit 1;
  elsif geometrytype(shape) = 'MULTIPOLYGON' then
    part := st_geometryn(shape, 1);
  end if;
  if st_area(part) >= 0.98 * st_area(st_convexhull(part)) then
    point := st_centroid(part);
    if st_contains(part, point) then
      return point;
    end if;
  end if;
  point := (st_maximuminscribedcircle(part)).center;
  return case when st_contains(part, point) then point else st_pointonsurface(part) end;
end $$;
comment on function derived.label_point(geometry) is 'One stable point inside a polygon, in its CRS';

-- The first day after a day on which a building's rows change by time alone: something is handed
-- over, a claim begins or ends, or a lease comes within six months of its end.
create function derived.next_change(building bigint, day date) returns date
  language sql stable as $$
  select min(days.d)
  from (
    select bl.available_from as d from space.buildings bl where bl.id = building
    union all
    select b.available_from
    from space.floors f join space.bays b on b.floor_id = f.id
    where f.building_id = building
    union all
    select event.d
    from space.floors f
    join space.occupancies o on o.floor_id = f.id
    cross join lateral (select (upper(o.during) - interval '6 months')::date as half) h
    cross join lateral (values
      (lower(o.during)),
      (upper(o.during)),
      (case when h.half + interval '6 months' >= upper(o.during) then h.half else h.half + 1 end))
      event (d)
    where f.building_id = building and o.live and o.during && daterange(day, null)) days
  where days.d > day $$;
comment on function derived.next_change(bigint, date) is
  'First day after a day on which rows of a building change by time alone';

create type derived.change as (zone_id bigint, layers text[], reach box2d);
comment on type derived.change is 'Where which layers changed, in degrees';

-- Each of the following makes the copies of some units say what the views say, and tells where it
-- was. Rows that say it already stay untouched. The caller has set khu.on and khu.as_of.

create function derived.refresh_buildings(ids bigint[]) returns derived.change[]
  language plpgsql as $$
declare
  codes text[];
  was derived.change[];
  new_bays derived.bays[];
  new_floors derived.floors[];
  new_vacancies derived.vacancies[];
  new_buildings derived.buildings[];
  names constant text[] := array['buildings', 'floors', 'bays', 'vacancies'];
begin
  -- Whoever touches the same building waits here, as claims on it do.
  perform from space.buildings b where b.id = any (ids) order by b.id for no key update;
  codes := array(select b.code from space.buildings b where b.id = any (ids)
                 union
                 select d.code from derived.buildings d where d.id = any (ids));
  was := array(select row(z.id, names, d.reach)::derived.change
               from derived.buildings d left join zoning.zones z on z.code = d.zone_code
               where d.id = any (ids));

  new_bays := array(
    select row(v.*, derived.label_point(v.geom_3857))::derived.bays
    from published.bays v where v.building_code = any (codes));
  delete from derived.bays d
  where d.building_code = any (codes)
    and not exists (select from unnest(new_bays) n where n.id = d.id and n *= d);
  insert into derived.bays
  select n.* from unnest(new_bays) n
  where not exists (select from derived.bays d where d.id = n.id);

  new_floors := array(
    select row(v.*, derived.label_point(v.geom_3857))::derived.floors
    from published.floors v where v.building_code = any (codes));
  delete from derived.floors d
  where d.building_code = any (codes)
    and not exists (select from unnest(new_floors) n where n.id = d.id and n *= d);
  insert into derived.floors
  select n.* from unnest(new_floors) n
  where not exists (select from derived.floors d where d.id = n.id);

  new_vacancies := array(
    select row(v.*, derived.label_point(v.geom_3857))::derived.vacancies
    from published.vacancies v where v.building_code = any (codes));
  delete from derived.vacancies d
  where d.building_code = any (codes)
    and not exists (select from unnest(new_vacancies) n where n.id = d.id and n *= d);
  insert into derived.vacancies
  select n.* from unnest(new_vacancies) n
  where not exists (select from derived.vacancies d where d.id = n.id);

  new_buildings := array(
    select row(v.*, derived.label_point(v.geom_3857), coalesce(b.free_m2, 0), b.free_bays,
               derived.next_change(v.id, zoning.on_date()),
               r.reach)::derived.buildings
    from published.buildings v
    cross join lateral (
      select sum(d.area_m2::numeric) as free_m2, count(*)::integer as free_bays
      from derived.bays d where d.building_code = v.code and d.status = 'FREE') b
    cross join lateral (
      select st_extent(s.geom) as reach
      from (select v.geom
            union all
            select d.geom from derived.floors d where d.building_code = v.code
            union all
            select d.geom from derived.bays d where d.building_code = v.code) s) r
    where v.code = any (codes));
  delete from derived.buildings d
  where d.id = any (ids)
    and not exists (select from unnest(new_buildings) n where n.id = d.id and n *= d);
  insert into derived.buildings
  select n.* from unnest(new_buildings) n
  where not exists (select from derived.buildings d where d.id = n.id);

  return was || array(
    select row(z.id, names, n.reach)::derived.change
    from unnest(new_buildings) n join zoning.zones z on z.code = n.zone_code);
end $$;

create function derived.refresh_plots(ids bigint[]) returns derived.change[]
  language plpgsql as $$
declare
  was derived.plots[];
  new_plots derived.plots[];
begin
  was := array(select d from derived.plots d where d.id = any (ids));
  new_plots := array(
    select row(v.*, derived.label_point(v.geom_3857))::derived.plots
    from published.plots v where v.id = any (ids));
  delete from derived.plots d
  where d.id = any (ids)
    and not exists (select from unnest(new_plots) n where n.id = d.id and n *= d);
  insert into derived.plots
  select n.* from unnest(new_plots) n
  where not exists (select from derived.plots d where d.id = n.id);
  return array(
    select row(z.id, array['plots'], st_extent(p.geom))::derived.change
    from unnest(was || new_plots) p
    left join zoning.zones z on z.code = p.zone_code
    group by z.id);
end $$;

create function derived.refresh_plans(zone_ids bigint[]) returns derived.change[]
  language plpgsql as $$
declare
  codes text[];
  was derived.subzones[];
  new_subzones derived.subzones[];
begin
  codes := array(select z.code from zoning.zones z where z.id = any (zone_ids)
                 union
                 select d.code from derived.zones d where d.id = any (zone_ids));
  was := array(select d from derived.subzones d where d.zone_code = any (codes));
  new_subzones := array(
    select row(v.*, derived.label_point(v.geom_3857), coalesce(c11.geom_3857, v.geom_3857),
               coalesce(c13.geom_3857, v.geom_3857))::derived.subzones
    from published.subzones v
    left join zoning.coarse_shapes c11 on c11.kind = 'SUBZONE' and c11.id = v.id and c11.band = 11
    left join zoning.coarse_shapes c13 on c13.kind = 'SUBZONE' and c13.id = v.id and c13.band = 13
    where v.zone_code = any (codes));
  delete from derived.subzones d
  where d.zone_code = any (codes)
    and not exists (select from unnest(new_subzones) n where n.id = d.id and n *= d);
  insert into derived.subzones
  select n.* from unnest(new_subzones) n
  where not exists (select from derived.subzones d where d.id = n.id);
  -- A plan that is in force on another day only is not in the copies, but the doors answer for it.
  return array(
    select row(s.zone_id, array['subzones'], st_extent(s.geom))::derived.change
    from (select z.id as zone_id, p.geom
          from unnest(was || new_subzones) p
          left join zoning.zones z on z.code = p.zone_code
          union all
          select pp.zone_id, s.geom
          from (select distinct zone_id, plan_id from zoning.plan_periods
                where zone_id = any (zone_ids)) pp
          join zoning.subzones s on s.plan_id = pp.plan_id) s
    group by s.zone_id);
end $$;

create function derived.refresh_zones(ids bigint[]) returns derived.change[]
  language plpgsql as $$
declare
  was derived.zones[];
  new_zones derived.zones[];
begin
  was := array(select d from derived.zones d where d.id = any (ids));
  -- The view would look at every bay of the zone; the copies of its buildings say the same.
  new_zones := array(
    select row(v.id, v.code, v.name_vi, v.name_en, v.short_name, v.kind, v.status, v.converting,
               v.gross_area_ha, v.leasable_area_ha, v.founded, v.term_end, v.term_end_precision,
               v.operator_vi, v.operator_en, v.commune, v.legal_srid, v.data_status,
               v.position_error_km, b.buildings, b.free_m2, b.free_bays, v.geom, v.geom_3857,
               derived.label_point(v.geom_3857), coalesce(c8.geom_3857, v.geom_3857),
               coalesce(c11.geom_3857, v.geom_3857), coalesce(c13.geom_3857, v.geom_3857),
               p.next_change)::derived.zones
    from published.zones v
    cross join lateral (
      select count(*)::integer as buildings,
             coalesce(sum(d.free_exact_m2), 0)::double precision as free_m2,
             coalesce(sum(d.free_bays), 0)::integer as free_bays
      from derived.buildings d where d.zone_code = v.code) b
    cross join lateral (
      select min(days.d) as next_change
      from zoning.plan_periods pp
      cross join lateral (values (lower(pp.valid)), (upper(pp.valid))) days (d)
      where pp.zone_id = v.id and pp.known @> zoning.as_of() and days.d > zoning.on_date()) p
    left join zoning.coarse_shapes c8 on c8.kind = 'ZONE' and c8.id = v.id and c8.band = 8
    left join zoning.coarse_shapes c11 on c11.kind = 'ZONE' and c11.id = v.id and c11.band = 11
    left join zoning.coarse_shapes c13 on c13.kind = 'ZONE' and c13.id = v.id and c13.band = 13
    where v.id = any (ids));
  delete from derived.zones d
  where d.id = any (ids)
    and not exists (select from unnest(new_zones) n where n.id = d.id and n *= d);
  insert into derived.zones
  select n.* from unnest(new_zones) n
  where not exists (select from derived.zones d where d.id = n.id);
  return array(
    select row(z.id, array['zones'], st_extent(z.geom))::derived.change
    from unnest(was || new_zones) z
    group by z.id);
end $$;

-- What a transaction has touched. Its own rows only: nobody waits for another's.
create unlogged table derived.touched (
  tx xid8 not null default pg_current_xact_id(),
  unit text not null
    check (unit in ('BUILDING', 'PLOT', 'PLAN', 'ZONE', 'DAY', 'EVERYTHING', 'COPIES')),
  id bigint not null,
  primary key (tx, unit, id)
);
comment on table derived.touched is 'Units touched by running transactions; empty between them';
comment on column derived.touched.unit is
  'BUILDING, PLOT, ZONE: the row of that id; PLAN: the subzones of the zone of that id; DAY: what says "from today"; EVERYTHING: all answers; COPIES: all copies have to be made anew';

create function derived.touch(the_unit text, ids bigint[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if current_setting('khu.bulk', true) = 'on' then
    return;
  end if;
  insert into derived.touched (unit, id)
  select the_unit, i from unnest(ids) i where i is not null
  on conflict do nothing;
end $$;
comment on function derived.touch(text, bigint[]) is
  'Marks units whose copies are made anew, and whose change is journalled, when the transaction commits';

-- Makes the copies of some units anew and tells what changed where. Locks are taken in one order by
-- everybody: buildings, then zones, both by id, and at last, in settle(), the revision.
create function derived.refresh(
    buildings bigint[], plots bigint[], plans bigint[], zones bigint[]) returns derived.change[]
  language plpgsql as $$
declare
  before_on constant text := coalesce(current_setting('khu.on', true), '');
  before_as_of constant text := coalesce(current_setting('khu.as_of', true), '');
  changes derived.change[] := '{}';
  figures bigint[];
  zone bigint;
begin
  perform set_config('khu.on', (select day::text from derived.state), true),
          set_config('khu.as_of', clock_timestamp()::text, true);
  if buildings is not null then
    changes := derived.refresh_buildings(buildings);
  end if;
  figures := array(
    select distinct i from (
      select unnest(zones) as i
      union select c.zone_id from unnest(changes) c) touched
    where i is not null order by i);
  for zone in
    select distinct i from (
      select unnest(figures) as i
      union select unnest(plans)
      union select z.id from zoning.plots p join zoning.zones z on z.id = p.zone_id
            where p.id = any (plots)
      union select z.id from derived.plots p join zoning.zones z on z.code = p.zone_code
            where p.id = any (plots)) touched
    where i is not null order by i
  loop
    perform pg_advisory_xact_lock(hashtextextended('derived.zones', zone));
  end loop;
  if plots is not null then
    changes := changes || derived.refresh_plots(plots);
  end if;
  if plans is not null then
    changes := changes || derived.refresh_plans(plans);
  end if;
  if figures <> '{}' then
    changes := changes || derived.refresh_zones(figures);
  end if;
  perform set_config('khu.on', before_on, true), set_config('khu.as_of', before_as_of, true);
  return changes;
end $$;

create function derived.settle() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
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
        select array['bays', 'vacancies'], null where mine.day
        union all
        select null, null where mine.everything or mine.copies) c
  where c.layers is null or c.reach is not null or mine.day;
  return null;
end $$;
create constraint trigger settle after insert on derived.touched
  deferrable initially deferred for each row execute function derived.settle();

-- Another day.

create function derived.refresh_due(today date, most integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  the_day date;
  buildings bigint[];
  zones bigint[];
begin
  select day into the_day from derived.state;
  today := coalesce(today, greatest(the_day, (now() at time zone 'Asia/Ho_Chi_Minh')::date));
  if today = the_day
     and not exists (select from derived.buildings where next_change <= today)
     and not exists (select from derived.zones where next_change <= today) then
    return 0;
  end if;
  if not pg_try_advisory_xact_lock(hashtextextended('derived.refresh_due', 0)) then
    return 0;
  end if;
  if today <> the_day then
    update derived.state set day = today;
    perform derived.touch('DAY', '{0}');
  end if;
  if today < the_day then
    update derived.buildings set next_change = '-infinity';
    update derived.zones set next_change = '-infinity';
  end if;
  buildings := array(select id from derived.buildings where next_change <= today
                     order by next_change, id limit most);
  zones := array(select id from derived.zones where next_change <= today
                 order by next_change, id limit most);
  perform derived.touch('BUILDING', buildings), derived.touch('ZONE', zones),
          derived.touch('PLAN', zones);
  return cardinality(buildings) + cardinality(zones);
end $$;
comment on function derived.refresh_due(date, integer) is
  'Makes the copies answer for a day (null: today in Ho Chi Minh City): at most so many units whose rows change by time alone, at commit. Call until it gives 0; one instance works, the others get 0';

-- All copies anew.

create function derived.definition() returns text
  language sql stable as $$
  select md5(string_agg(d.text, ' ' order by d.name))
  from (select c.oid::regclass::text as name, pg_get_viewdef(c.oid) as text
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'v'
          and (n.nspname in ('space', 'zoning')
            or n.nspname = 'published' and to_regclass('derived.' || c.relname) is not null)
        union all
        select p.oid::regprocedure::text, p.prosrc
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'derived' and p.proname in ('label_point', 'next_change')) d $$;
comment on function derived.definition() is 'Hash of everything that says what a copy is';

create function derived.is_stale() returns boolean
  language sql stable as $$
  select done < wanted or definition <> derived.definition() from derived.state $$;
comment on function derived.is_stale() is 'Whether all copies have to be made anew';

-- Rests the triggers that keep the copies, for this session: for bulk loads. While it lasts nobody
-- begins to make all copies anew.
create function derived.begin_bulk() returns void language plpgsql as $$
begin
  perform pg_advisory_lock_shared(hashtextextended('derived.bulk', 0)),
          set_config('khu.bulk', 'on', false);
  update derived.state set wanted = wanted + 1;
end $$;
comment on function derived.begin_bulk() is
  'For a session that loads in bulk: until end_bulk() it does not keep the copies, which have to be made anew afterwards';

create function derived.end_bulk() returns void language plpgsql as $$
begin
  perform set_config('khu.bulk', '', false),
          pg_advisory_unlock_shared(hashtextextended('derived.bulk', 0));
end $$;

create table derived.resting_indexes (
  name text primary key,
  definition text not null
);
comment on table derived.resting_indexes is
  'Indexes dropped while empty copies are being filled, which is sooner done without them';

-- Removes copies of what is no more or stands elsewhere now; gives the number that says what is wanted.
create function derived.begin_rebuild() returns bigint language plpgsql as $$
declare
  ticket bigint;
  layer text;
  index record;
  is_empty boolean;
begin
  update derived.state
  set day = greatest(day, (now() at time zone 'Asia/Ho_Chi_Minh')::date)
  returning wanted into ticket;
  delete from derived.bays d where not exists (
    select from space.bays b join space.floors f on f.id = b.floor_id
    join space.buildings bl on bl.id = f.building_id
    where b.id = d.id and bl.code = d.building_code);
  delete from derived.vacancies d where not exists (
    select from space.bays b join space.floors f on f.id = b.floor_id
    join space.buildings bl on bl.id = f.building_id
    where b.id = d.id and bl.code = d.building_code);
  delete from derived.floors d where not exists (
    select from space.floors f join space.buildings bl on bl.id = f.building_id
    where f.id = d.id and bl.code = d.building_code);
  delete from derived.buildings d where not exists (
    select from space.buildings b where b.id = d.id and b.code = d.code);
  delete from derived.plots d where not exists (select from zoning.plots p where p.id = d.id);
  delete from derived.subzones d where not exists (
    select from zoning.subzones s join zoning.plans p on p.id = s.plan_id
    join zoning.zones z on z.id = p.zone_id
    where s.id = d.id and z.code = d.zone_code);
  delete from derived.zones d where not exists (
    select from zoning.zones z where z.id = d.id and z.code = d.code);
  foreach layer in array array['plots', 'floors', 'bays', 'vacancies'] loop
    execute format('select not exists (select from derived.%I)', layer) into is_empty;
    for index in
      select i.indexname as name, i.indexdef as definition
      from pg_indexes i
      where is_empty and i.schemaname = 'derived' and i.tablename = layer
        and i.indexdef !~ '[(](id|building_code)[,)]'
    loop
      insert into derived.resting_indexes values (index.name, index.definition)
      on conflict (name) do update set definition = excluded.definition;
      execute format('drop index derived.%I', index.name);
    end loop;
  end loop;
  return ticket;
end $$;

create function derived.rebuild_step(unit text, after bigint, most integer, out last bigint)
  language plpgsql set jit = off set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
declare
  ids bigint[];
begin
  ids := case unit
    when 'BUILDING' then array(select id from space.buildings where id > after order by id limit most)
    when 'PLOT' then array(select id from zoning.plots where id > after order by id limit most)
    else array(select id from zoning.zones where id > after order by id limit most) end;
  last := ids[cardinality(ids)];
  if last is not null then
    perform derived.refresh(
      case unit when 'BUILDING' then ids end, case unit when 'PLOT' then ids end,
      case unit when 'PLAN' then ids end, case unit when 'ZONE' then ids end);
  end if;
end $$;
comment on function derived.rebuild_step(text, bigint, integer) is
  'Makes the next copies of a unit anew, in the order of ids; gives the last id, null when there are no more';

-- Puts back one index; null when all are there.
create function derived.restore_index() returns text language plpgsql as $$
declare
  resting record;
begin
  delete from derived.resting_indexes
  where name = (select min(name) from derived.resting_indexes)
  returning * into resting;
  if resting.name is not null and to_regclass(format('derived.%I', resting.name)) is null then
    execute resting.definition;
  end if;
  return resting.name;
end $$;

create function derived.end_rebuild(ticket bigint) returns void language plpgsql as $$
begin
  update derived.state set done = greatest(done, ticket), definition = derived.definition();
  insert into derived.touched (unit, id) values ('EVERYTHING', 0) on conflict do nothing;
end $$;
