drop view if exists published.buildings;
create view published.buildings as
  select b.id, b.code, z.code as zone_code, b.name_vi, b.name_en, b.storeys,
         b.gfa_m2::double precision as gfa_m2,
         s.lettable_m2::double precision as lettable_m2,
         s.free_m2::double precision as free_m2,
         r.longest_run_m2::double precision as longest_run_m2,
         f.max_load_kn_m2::double precision as max_load_kn_m2,
         coalesce(s.rent_from_usd, f.rent_from_usd)::double precision as rent_from_usd,
         l.goods_lifts::integer as goods_lifts,
         l.lift_max_t::double precision as lift_max_t,
         b.power_kva::double precision as power_kva,
         b.wastewater_m3_day::double precision as wastewater_m3_day,
         b.completed, z.term_end, b.data_status,
         b.geom, b.geom_3857
  from space.buildings b
  join zoning.zones z on z.id = b.zone_id
  left join lateral (
    select coalesce(sum(s.area_m2) filter (where s.rentable), 0) as lettable_m2,
           coalesce(sum(s.area_m2) filter (where s.status = 'FREE'), 0) as free_m2,
           min(f.rent_usd_m2_month) filter (where s.status = 'FREE') as rent_from_usd
    from space.floors f
    join space.bay_states s on s.floor_id = f.id
    where f.building_id = b.id) s on true
  left join lateral (
    select coalesce(max(v.area_m2), 0) as longest_run_m2
    from space.vacant_stretches v
    where v.building_id = b.id and v.status = 'FREE') r on true
  left join lateral (
    select max(f.load_kn_m2) as max_load_kn_m2, min(f.rent_usd_m2_month) as rent_from_usd
    from space.floors f
    where f.building_id = b.id) f on true
  left join lateral (
    select count(*) as goods_lifts, max(l.capacity_t) as lift_max_t
    from space.goods_lifts l
    where l.building_id = b.id) l on true;
comment on view published.buildings is
  'High-rise factories; rent_from_usd is the lowest rent of a floor with free bays, of any floor where none is free';
grant select on published.buildings to khu_published;
