drop view if exists published.plots;
create view published.plots as
  select p.id, z.code as zone_code, p.subzone_code, p.code, p.land_use,
         u.name_vi as land_use_vi, u.name_en as land_use_en, p.status,
         p.area_m2::double precision as area_m2, p.data_status,
         p.geom, p.geom_3857
  from zoning.plots p
  join zoning.zones z on z.id = p.zone_id
  join zoning.land_uses u on u.code = p.land_use;
comment on view published.plots is 'Plots of all zones; areas measured in the zone''s legal CRS';
grant select on published.plots to khu_published;
