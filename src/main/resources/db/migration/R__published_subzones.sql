drop view if exists published.subzones;
create view published.subzones as
  select s.id, z.code as zone_code, p.version as plan_version, s.code, s.name_vi, s.name_en,
         s.land_use, u.name_vi as land_use_vi, u.name_en as land_use_en,
         coalesce(s.cadastral_code, u.cadastral_code) as cadastral_code,
         s.area_m2::double precision as area_m2,
         round(s.area_m2 / 10000, 2)::double precision as area_ha,
         s.phase, s.max_density_pct::double precision as max_density_pct, s.max_floors,
         s.far::double precision as far, lower(p.valid) as valid_from, p.data_status,
         s.geom, s.geom_3857
  from zoning.plans_in_force p
  join zoning.zones z on z.id = p.zone_id
  join zoning.subzones s on s.plan_id = p.id
  join zoning.land_uses u on u.code = s.land_use;
comment on view published.subzones is 'Subzones of the plans in force; areas measured in the zone''s legal CRS';
grant select on published.subzones to khu_published;
