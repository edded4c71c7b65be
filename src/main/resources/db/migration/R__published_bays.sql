drop view if exists published.bays;
create view published.bays as
  select s.id, b.code as building_code, z.code as zone_code, s.floor_id, s.level, s.no as bay_no,
         b.code || '-' || s.level || '.' || s.no as code,
         s.area_m2::double precision as area_m2, s.status, s.free_from, s.occupied_until,
         i.name_vi as sector_vi, i.name_en as sector_en,
         f.load_kn_m2::double precision as load_kn_m2,
         f.clear_height_m::double precision as clear_height_m,
         f.rent_usd_m2_month::double precision as rent_usd_m2_month,
         b.data_status,
         s.geom, s.geom_3857
  from space.bay_states s
  join space.floors f on f.id = s.floor_id
  join space.buildings b on b.id = s.building_id
  join zoning.zones z on z.id = s.zone_id
  left join space.industries i on i.code = s.industry;
comment on view published.bays is 'Bays with their state; of a tenant only the line of business';
grant select on published.bays to khu_published;
