drop view if exists published.floors;
create view published.floors as
  select f.id, b.code as building_code, z.code as zone_code, f.level,
         f.load_kn_m2::double precision as load_kn_m2,
         f.clear_height_m::double precision as clear_height_m,
         (select max(l.capacity_t) from space.goods_lifts l
          where l.building_id = b.id)::double precision as lift_t,
         f.power_kva::double precision as power_kva,
         f.rent_usd_m2_month::double precision as rent_usd_m2_month,
         f.rent_vnd_m2_month::double precision as rent_vnd_m2_month,
         array_to_string(f.hazards, ',') as hazards,
         (select string_agg(i.code, ',' order by i.position)
          from space.floor_industries fi
          join space.industries i on i.code = fi.industry
          where fi.floor_id = f.id) as industries,
         s.bays::integer as bays,
         s.area_m2::double precision as area_m2,
         s.free_m2::double precision as free_m2,
         b.data_status,
         f.geom, f.geom_3857
  from space.floors f
  join space.buildings b on b.id = f.building_id
  join zoning.zones z on z.id = b.zone_id
  left join lateral (
    select count(*) as bays, coalesce(sum(s.area_m2), 0) as area_m2,
           coalesce(sum(s.area_m2) filter (where s.status = 'FREE'), 0) as free_m2
    from space.bay_states s
    where s.floor_id = f.id) s on true;
comment on view published.floors is 'Storeys with the m² of all their bays and of those free today';
grant select on published.floors to khu_published;
