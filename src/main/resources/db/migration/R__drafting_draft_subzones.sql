drop view if exists drafting.draft_subzones;
create view drafting.draft_subzones as
  select s.id, s.plan_id::text || '.' || s.uid::text as feature_id, p.id as plan_id, p.version as plan_version,
         p.status as plan_status, p.author as plan_author, p.shared as plan_shared,
         z.code as zone_code, s.code, s.name_vi, s.name_en, s.land_use, s.cadastral_code, s.phase,
         s.max_density_pct::double precision as max_density_pct, s.max_floors,
         s.far::double precision as far, s.purpose_vi, s.purpose_en,
         s.area_m2::double precision as area_m2, s.version, s.geom, s.geom_3857
  from zoning.plans p
  join zoning.zones z on z.id = p.zone_id
  join zoning.subzones s on s.plan_id = p.id
  where p.status in ('DRAFT', 'RETURNED');
comment on view drafting.draft_subzones is
  'Subzones of every plan that may be drawn, as it stands; areas measured in the zone''s legal CRS';
grant select on drafting.draft_subzones to khu_drafting;
