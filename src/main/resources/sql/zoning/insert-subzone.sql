-- One subzone of a draft from a GeoJSON feature.
insert into zoning.subzones (
  plan_id, code, name_vi, name_en, land_use, cadastral_code, phase, max_density_pct, max_floors, far,
  purpose_vi, purpose_en, uid, area_m2, geom)
select
  :plan, p ->> 'code', normalize(p ->> 'nameVi', NFC), p ->> 'nameEn', p ->> 'landUse',
  p ->> 'cadastralCode', (p ->> 'phase')::integer, (p ->> 'maxDensityPct')::numeric,
  (p ->> 'maxFloors')::integer, (p ->> 'far')::numeric, p ->> 'purposeVi', p ->> 'purposeEn',
  coalesce((p ->> 'uid')::uuid, gen_random_uuid()), 0, st_geomfromwkb(:shape, 4326)
from (select cast(:properties as jsonb) as p) feature
