-- The copies of a claim are made with plans that are kept: to plan the views anew each time took ten
-- times as long as to ask them.
alter function derived.settle() set plan_cache_mode = force_generic_plan;

-- Such plans are for few rows; many buildings are taken in slices.
create or replace function derived.refresh(
    buildings bigint[], plots bigint[], plans bigint[], zones bigint[]) returns derived.change[]
  language plpgsql as $$
declare
  before_on constant text := coalesce(current_setting('khu.on', true), '');
  before_as_of constant text := coalesce(current_setting('khu.as_of', true), '');
  changes derived.change[] := '{}';
  figures bigint[];
  zone bigint;
  slice constant integer := 100;
begin
  perform set_config('khu.on', (select day::text from derived.state), true),
          set_config('khu.as_of', clock_timestamp()::text, true);
  for i in 1 .. coalesce(cardinality(buildings), 0) by slice loop
    changes := changes || derived.refresh_buildings(buildings[i : i + slice - 1]);
  end loop;
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
