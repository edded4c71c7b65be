drop view if exists published.zones;
create view published.zones as
  select z.id, z.code, z.name_vi, z.name_en, z.short_name, z.kind, z.status, z.converting,
         z.gross_area_ha::double precision as gross_area_ha,
         z.leasable_area_ha::double precision as leasable_area_ha,
         z.founded, z.term_end, z.term_end_precision, z.operator_vi, z.operator_en, z.commune,
         z.legal_srid, z.data_status, z.position_error_km::double precision as position_error_km,
         coalesce(n.buildings, 0)::integer as buildings,
         coalesce(s.free_m2, 0)::double precision as free_m2,
         coalesce(s.free_bays, 0)::integer as free_bays,
         (select revision from platform.data_revision) as rev,
         z.geom, z.geom_3857
  from zoning.zones z
  left join (select b.zone_id, count(*) as buildings
             from space.buildings b
             group by b.zone_id) n on n.zone_id = z.id
  left join (select s.zone_id, sum(s.area_m2) as free_m2, count(*) as free_bays
             from space.bay_states s
             where s.status = 'FREE'
             group by s.zone_id) s on s.zone_id = z.id;
comment on view published.zones is 'Zones with the m² free today';
grant select on published.zones to khu_published;
