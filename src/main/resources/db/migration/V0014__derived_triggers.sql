-- Whoever changes what a copy shows, by whatever way, touches its unit.

create function derived.touch_by_floor() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform derived.touch('BUILDING', array(
      select distinct f.building_id from old_rows r join space.floors f on f.id = r.floor_id));
  end if;
  if tg_op <> 'DELETE' then
    perform derived.touch('BUILDING', array(
      select distinct f.building_id from new_rows r join space.floors f on f.id = r.floor_id));
  end if;
  return null;
end $$;

create function derived.touch_by_building() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform derived.touch('BUILDING', array(select distinct building_id from old_rows));
  end if;
  if tg_op <> 'DELETE' then
    perform derived.touch('BUILDING', array(select distinct building_id from new_rows));
  end if;
  return null;
end $$;

create function derived.touch_building() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform derived.touch('BUILDING', array(select id from old_rows));
  end if;
  if tg_op <> 'DELETE' then
    perform derived.touch('BUILDING', array(select id from new_rows));
  end if;
  return null;
end $$;

create function derived.touch_plot() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform derived.touch('PLOT', array(select id from old_rows));
  end if;
  if tg_op <> 'DELETE' then
    perform derived.touch('PLOT', array(select id from new_rows));
  end if;
  return null;
end $$;

create function derived.touch_zone() returns trigger language plpgsql as $$
declare
  others bigint[];
begin
  if tg_op <> 'INSERT' then
    perform derived.touch('ZONE', array(select id from old_rows));
  end if;
  if tg_op <> 'DELETE' then
    perform derived.touch('ZONE', array(select id from new_rows));
  end if;
  if tg_op = 'UPDATE' then
    -- The code is in every copy; the term ends what is free.
    others := array(
      select n.id from new_rows n join old_rows o on o.id = n.id
      where (n.code, n.term_end) is distinct from (o.code, o.term_end));
    if others <> '{}' then
      perform derived.touch('PLAN', others),
              derived.touch('PLOT', array(select id from zoning.plots where zone_id = any (others))),
              derived.touch('BUILDING', array(select id from space.buildings where zone_id = any (others)));
    end if;
  end if;
  return null;
end $$;

create function derived.touch_by_plan_period() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform derived.touch('PLAN', array(select distinct zone_id from old_rows)),
            derived.touch('ZONE', array(select distinct zone_id from old_rows));
  end if;
  if tg_op <> 'DELETE' then
    perform derived.touch('PLAN', array(select distinct zone_id from new_rows)),
            derived.touch('ZONE', array(select distinct zone_id from new_rows));
  end if;
  return null;
end $$;

-- Drafts are nobody's business here; only plans that are or were in force count.
create function derived.touch_by_plan() returns trigger language plpgsql as $$
begin
  perform derived.touch('PLAN', array(
    select distinct pp.zone_id
    from new_rows n
    join old_rows o on o.id = n.id
    join zoning.plan_periods pp on pp.plan_id = n.id
    where (n.version, n.data_status) is distinct from (o.version, o.data_status)));
  return null;
end $$;

create function derived.touch_by_subzone() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform derived.touch('PLAN', array(
      select distinct pp.zone_id from old_rows r join zoning.plan_periods pp on pp.plan_id = r.plan_id));
  end if;
  if tg_op <> 'DELETE' then
    perform derived.touch('PLAN', array(
      select distinct pp.zone_id from new_rows r join zoning.plan_periods pp on pp.plan_id = r.plan_id));
  end if;
  return null;
end $$;

create function derived.touch_by_coarse_shape() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform derived.touch('ZONE', array(select id from old_rows where kind = 'ZONE')),
            derived.touch('PLAN', array(
              select distinct pp.zone_id
              from old_rows r
              join zoning.subzones s on s.id = r.id
              join zoning.plan_periods pp on pp.plan_id = s.plan_id
              where r.kind = 'SUBZONE'));
  end if;
  if tg_op <> 'DELETE' then
    perform derived.touch('ZONE', array(select id from new_rows where kind = 'ZONE')),
            derived.touch('PLAN', array(
              select distinct pp.zone_id
              from new_rows r
              join zoning.subzones s on s.id = r.id
              join zoning.plan_periods pp on pp.plan_id = s.plan_id
              where r.kind = 'SUBZONE'));
  end if;
  return null;
end $$;

create function derived.touch_copies() returns trigger language plpgsql as $$
begin
  perform derived.touch('COPIES', '{0}');
  return null;
end $$;

do $$
declare
  pair record;
  op text;
  rows constant jsonb := '{"insert": "new table as new_rows", "delete": "old table as old_rows",
    "update": "old table as old_rows new table as new_rows"}';
begin
  for pair in
    select * from (values
      ('space.occupancies', 'touch_by_floor'),
      ('space.bays', 'touch_by_floor'),
      ('space.floor_industries', 'touch_by_floor'),
      ('space.floors', 'touch_by_building'),
      ('space.goods_lifts', 'touch_by_building'),
      ('space.buildings', 'touch_building'),
      ('zoning.plots', 'touch_plot'),
      ('zoning.zones', 'touch_zone'),
      ('zoning.plan_periods', 'touch_by_plan_period'),
      ('zoning.subzones', 'touch_by_subzone'),
      ('zoning.coarse_shapes', 'touch_by_coarse_shape'),
      ('space.industries', 'touch_copies'),
      ('zoning.land_uses', 'touch_copies')) t (relation, function)
  loop
    foreach op in array array['insert', 'update', 'delete'] loop
      execute format('create trigger copies_kept_%s after %1$s on %s referencing %s
                      for each statement execute function derived.%I()',
        op, pair.relation, rows ->> op, pair.function);
    end loop;
    execute format('create trigger copies_kept_truncate after truncate on %s
                    for each statement execute function derived.touch_copies()', pair.relation);
  end loop;
end $$;
create trigger copies_kept_update after update on zoning.plans
  referencing old table as old_rows new table as new_rows
  for each statement execute function derived.touch_by_plan();
