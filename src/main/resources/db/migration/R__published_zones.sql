drop view if exists published.zones;
create view published.zones as
  select z.id, z.code, z.name_vi, z.name_en, z.short_name, z.kind, z.status, z.converting,
         z.gross_area_ha::double precision as gross_area_ha,
         z.leasable_area_ha::double precision as leasable_area_ha,
         z.founded, z.term_end, z.term_end_precision, z.operator_vi, z.operator_en, z.commune,
         z.legal_srid, z.data_status, z.position_error_km::double precision as position_error_km,
         (select count(*) from space.buildings b where b.zone_id = z.id)::integer as buildings,
         coalesce(s.free_m2, 0)::double precision as free_m2,
         coalesce(s.free_bays, 0)::integer as free_bays,
         z.geom, z.geom_3857
  from zoning.zones z
  -- Zone by zone, so that one zone does not cost the bays of all; grouped, so that it costs nothing
  -- where the figures are not asked for.
  left join lateral (
    select b.zone_id, sum(s.area_m2) as free_m2, count(*) as free_bays
    from space.buildings b
    join space.floors f on f.building_id = b.id
    join space.bay_states s on s.floor_id = f.id
    where b.zone_id = z.id and s.status = 'FREE'
    group by b.zone_id) s on s.zone_id = z.id;
comment on view published.zones is 'Zones with the m² free today';
grant select on published.zones to khu_published;
