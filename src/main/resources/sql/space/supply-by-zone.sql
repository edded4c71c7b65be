-- For days that are over (later ones are added up in memory):
-- free space of every zone on zoning.on_date(), and how much of it satisfies the needs given.
-- A bay fits if its floor does and it lies in a run of free bays whose m² are between the bounds.
with states as materialized (
  select zone_id, building_id, floor_id, level, no, area_m2, status, free_from
  from space.bay_states),
stretches as materialized (
  select zone_id, building_id, floor_id, level, first_bay, first_bay + bay_count - 1 as last_bay,
         area_m2
  from space.vacant_stretches
  where status = 'FREE'),
fitting_floors as (
  select f.id
  from space.floors f
  where (cast(:load as numeric) is null or f.load_kn_m2 >= :load)
    and (cast(:height as numeric) is null or f.clear_height_m >= :height)
    and (cast(:power as numeric) is null
         or (select p.power_kva from space.floor_power_left p where p.floor_id = f.id) >= :power)
    and (cast(:lift as numeric) is null
         or f.level <= (select b.truck_level from space.buildings b where b.id = f.building_id)
         or exists (select from space.goods_lifts l
                    where l.building_id = f.building_id and l.capacity_t >= :lift))
    and (cast(:hazard as text) is null or cast(:hazard as text) = any (f.hazards))),
lines as (
  select v.zone_id, v.floor_id, v.first_bay, v.area_m2 as stretch_m2, s.no, s.area_m2,
         sum(s.area_m2) over (partition by v.floor_id, v.first_bay order by s.no) as up_to_m2
  from stretches v
  join fitting_floors f on f.id = v.floor_id
  join states s on s.floor_id = v.floor_id and s.no between v.first_bay and v.last_bay),
fits as (
  select b.zone_id, count(*) as bays, sum(b.area_m2) as m2
  from lines b
  where (cast(:areaMin as numeric) is null and cast(:areaMax as numeric) is null)
     or exists (
       select from lines i
       join lines j on j.floor_id = i.floor_id and j.first_bay = i.first_bay and j.no >= i.no
       where i.floor_id = b.floor_id and i.first_bay = b.first_bay and b.no between i.no and j.no
         and round(j.up_to_m2 - i.up_to_m2 + i.area_m2)
             between coalesce(:areaMin, 0) and coalesce(:areaMax, 'infinity'::numeric))
  group by b.zone_id),
levels as (
  select zone_id, level, sum(area_m2) as total_m2,
         coalesce(sum(area_m2) filter (where status = 'FREE'), 0) as free_m2
  from states
  group by zone_id, level),
floors as (
  select zone_id, array_agg(level order by level) as levels,
         array_agg(total_m2 order by level) as total_m2, array_agg(free_m2 order by level) as free_m2
  from levels
  group by zone_id),
sums as (
  select s.zone_id,
         sum(s.area_m2) filter (where s.status = 'FREE') as free_m2,
         count(*) filter (where s.status = 'FREE') as free_bays,
         sum(s.area_m2) filter (where s.status = 'SOON') as soon_m2,
         min(s.free_from) as earliest_free,
         coalesce(min(f.rent_usd_m2_month) filter (where s.status = 'FREE'),
                  min(f.rent_usd_m2_month)) as rent_from_usd,
         max(f.load_kn_m2) filter (where s.status = 'FREE') as max_free_load_kn_m2
  from states s
  join space.floors f on f.id = s.floor_id
  group by s.zone_id)
select z.id, z.code, z.name_vi, z.name_en, z.short_name, z.kind, z.status, z.converting,
       z.gross_area_ha, z.term_end, z.term_end_precision, z.data_status, z.position_error_km,
       round(st_x(c.point)::numeric, 6) as lon, round(st_y(c.point)::numeric, 6) as lat,
       round(st_xmin(z.geom)::numeric, 6) as west, round(st_ymin(z.geom)::numeric, 6) as south,
       round(st_xmax(z.geom)::numeric, 6) as east, round(st_ymax(z.geom)::numeric, 6) as north,
       (select count(*) from space.buildings b where b.zone_id = z.id) as buildings,
       coalesce(s.free_m2, 0) as free_m2, coalesce(s.free_bays, 0) as free_bays,
       coalesce(t.bays, 0) as fit_bays, coalesce(t.m2, 0) as fit_m2,
       coalesce(s.soon_m2, 0) as soon_m2, s.earliest_free, s.rent_from_usd, s.max_free_load_kn_m2,
       (select coalesce(max(v.area_m2), 0) from stretches v where v.zone_id = z.id)
         as longest_run_m2,
       l.levels, l.total_m2 as level_total_m2, l.free_m2 as level_free_m2
from zoning.zones z
cross join lateral (
  select case when st_contains(z.geom, st_centroid(z.geom)) then st_centroid(z.geom)
              else st_pointonsurface(z.geom) end as point) c
left join floors l on l.zone_id = z.id
left join sums s on s.zone_id = z.id
left join fits t on t.zone_id = z.id
order by fit_m2 desc, free_m2 desc, z.code
