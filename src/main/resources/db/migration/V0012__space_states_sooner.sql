-- The same answers as before, sooner: every door and every copy asks for them.

create index occupancy_live_by_floor on space.occupancies (floor_id) where live;

create or replace view space.bay_states as
  select b.id, b.floor_id, f.building_id, bl.zone_id, f.level, b.no, b.area_m2,
         b.rentable, b.out_reason_vi, b.out_reason_en, b.geom, b.geom_3857,
         x.status,
         case
           when x.status = 'FREE' then t.day
           when x.status = 'SOON' then a.available_from
           when x.status in ('LET', 'ENDING') and s.busy_until <= z.term_end then s.busy_until
         end as free_from,
         case when x.status in ('FREE', 'SOON') then s.next_from - 1 end as free_until,
         case
           when x.status in ('LET', 'ENDING') then s.leased_until - 1
           when x.status in ('HELD', 'OFFERED')
             then (s.first_expires_at at time zone 'Asia/Ho_Chi_Minh')::date
         end as occupied_until,
         case
           when x.status in ('LET', 'ENDING') then s.lease_industry
           when x.status in ('HELD', 'OFFERED') then s.first_industry
         end as industry
  from (select zoning.on_date() as day offset 0) t -- offset 0: worked out once, not for each bay
  cross join space.bays b
  join space.floors f on f.id = b.floor_id
  join space.buildings bl on bl.id = f.building_id
  left join zoning.zones z on z.id = bl.zone_id
  cross join lateral (select coalesce(b.available_from, bl.available_from) as available_from) a
  cross join lateral (
    select max(upper(o.during)) filter (where o.kind = 'LEASE' and o.during @> t.day)
             as leased_until,
           max(o.industry) filter (where o.kind = 'LEASE' and o.during @> t.day)
             as lease_industry,
           (array_agg(o.kind order by o.during))[1] as first_kind,
           (array_agg(o.industry order by o.during))[1] as first_industry,
           (array_agg(o.expires_at order by o.during))[1] as first_expires_at,
           min(lower(o.during)) filter (where lower(o.during) > t.day) as next_from,
           (select upper(r) from unnest(range_agg(o.during)) r where r @> t.day) as busy_until
    from space.occupancies o
    -- "is true" keeps these from the index against double booking: a floor has few claims, and to
    -- find them by the floor alone is three times as fast.
    where o.floor_id = b.floor_id and o.live
      and (o.bays @> b.no) is true and (o.during && daterange(t.day, null)) is true) s
  cross join lateral (
    select case
      when not b.rentable then 'OUT'
      when s.leased_until <= t.day + interval '6 months' and s.next_from is null then 'ENDING'
      when s.leased_until is not null then 'LET'
      when s.first_kind = 'HOLD' then 'HELD'
      when s.first_kind = 'OFFER' then 'OFFERED'
      when a.available_from > t.day then 'SOON'
      else 'FREE'
    end as status) x;
create or replace view space.vacant_stretches as
  with vacant as (
    select s.*, f.breaks,
           lag(s.no) over line is distinct from s.no - 1
             or s.no = any (f.breaks)
             or lag(s.free_from) over line is distinct from s.free_from
             or lag(s.free_until) over line is distinct from s.free_until as starts
    from space.bay_states s
    join space.floors f on f.id = s.floor_id
    where s.status in ('FREE', 'SOON')
    window line as (partition by s.zone_id, s.building_id, s.floor_id order by s.no)),
  numbered as (
    select v.*,
           max(v.no) filter (where v.starts) over (partition by v.zone_id, v.building_id, v.floor_id order by v.no) as first_bay
    from vacant v)
  select floor_id, first_bay, building_id, zone_id, level, status, free_from, free_until,
         count(*)::integer as bay_count, sum(area_m2) as area_m2, min(area_m2) as smallest_bay_m2,
         min(id) as first_bay_id,
         st_multi(case when count(*) = 1 then (array_agg(geom))[1]
                       else st_union(array_agg(geom order by no)) end)::geometry(MultiPolygon, 4326) as geom,
         st_multi(case when count(*) = 1 then (array_agg(geom_3857))[1]
                       else st_union(array_agg(geom_3857 order by no)) end)::geometry(MultiPolygon, 3857) as geom_3857
  from numbered
  group by floor_id, first_bay, building_id, zone_id, level, status, free_from, free_until;
