-- One zone from a GeoJSON feature; touches the row only where the feature has changed.
insert into zoning.zones as z (
  code, name_vi, name_en, short_name, kind, status, converting, gross_area_ha, leasable_area_ha,
  founded, established_on, term_end, term_end_precision, operator_vi, operator_en, commune,
  commune_before, legal_srid, data_status, position_error_km, note_vi, note_en, sources, confidence,
  content_sha256, geom)
select
  p ->> 'code', normalize(p ->> 'nameVi', NFC), p ->> 'nameEn', normalize(p ->> 'short', NFC),
  p ->> 'kind', p ->> 'status', (p ->> 'converting')::boolean,
  (p ->> 'grossAreaHa')::numeric, (p ->> 'leasableAreaHa')::numeric, (p ->> 'founded')::integer,
  (p ->> 'establishedOn')::date, (p ->> 'termEnd')::date, p ->> 'termEndPrecision',
  p ->> 'operatorVi', p ->> 'operatorEn', p ->> 'commune', p ->> 'formerDistrict',
  (p ->> 'legalSrid')::integer, p ->> 'dataStatus', (p ->> 'positionErrorKm')::numeric,
  p ->> 'outlineNoteVi', p ->> 'outlineNoteEn', coalesce(p -> 'sources', '[]'),
  coalesce(p -> 'confidence', '{}'),
  :contentSha256,
  st_multi(st_geomfromwkb(:shape, 4326))
from (select cast(:properties as jsonb) as p) feature
on conflict (code) do update set
  name_vi = excluded.name_vi, name_en = excluded.name_en, short_name = excluded.short_name,
  kind = excluded.kind, status = excluded.status, converting = excluded.converting,
  gross_area_ha = excluded.gross_area_ha, leasable_area_ha = excluded.leasable_area_ha,
  founded = excluded.founded, established_on = excluded.established_on,
  term_end = excluded.term_end, term_end_precision = excluded.term_end_precision,
  operator_vi = excluded.operator_vi, operator_en = excluded.operator_en,
  commune = excluded.commune, commune_before = excluded.commune_before,
  legal_srid = excluded.legal_srid, data_status = excluded.data_status,
  position_error_km = excluded.position_error_km, note_vi = excluded.note_vi,
  note_en = excluded.note_en, sources = excluded.sources, confidence = excluded.confidence,
  content_sha256 = excluded.content_sha256, geom = excluded.geom, changed_at = now()
where z.content_sha256 <> excluded.content_sha256
