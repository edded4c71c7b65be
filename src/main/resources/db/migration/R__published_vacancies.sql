drop view if exists published.vacancies;
create view published.vacancies as
  select v.first_bay_id as id, b.code as building_code, z.code as zone_code, v.floor_id, v.level,
         v.first_bay, v.bay_count, v.area_m2::double precision as area_m2,
         v.free_from, v.free_until,
         f.load_kn_m2::double precision as load_kn_m2,
         f.clear_height_m::double precision as clear_height_m,
         (select max(l.capacity_t) from space.goods_lifts l
          where l.building_id = b.id)::double precision as lift_t,
         (select p.power_kva from space.floor_power_left p
          where p.floor_id = v.floor_id)::double precision as power_kva,
         array_to_string(f.hazards, ',') as hazards,
         (select string_agg(i.code, ',' order by i.position)
          from space.floor_industries fi
          join space.industries i on i.code = fi.industry
          where fi.floor_id = f.id) as industries,
         f.rent_usd_m2_month::double precision as rent_usd_m2_month,
         b.data_status,
         v.geom, v.geom_3857
  from space.floors f
  join space.buildings b on b.id = f.building_id
  join zoning.zones z on z.id = b.zone_id
  cross join lateral (
    -- offset 0 keeps this floor by floor, so that a filter on building or floor saves the others
    select s.* from space.vacant_stretches s where s.floor_id = f.id offset 0) v;
comment on view published.vacancies is
  'Free bays merged into runs that one tenant could take; power_kva is what the floor has left';
grant select on published.vacancies to khu_published;
