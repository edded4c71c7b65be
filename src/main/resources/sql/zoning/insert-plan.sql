-- One plan as a draft from the members of a GeoJSON file; nothing where the version is there already.
insert into zoning.plans (
  zone_id, version, status, title_vi, title_en, scale, author, approved_by, decision_no, decided_on,
  authority_vi, authority_en, valid_from, data_status, source_vi, source_en)
select
  z.id, (p ->> 'version')::integer, 'DRAFT', normalize(p ->> 'titleVi', NFC), p ->> 'titleEn',
  (p ->> 'scale')::integer, 'system', p ->> 'approvedBy', p ->> 'decisionNo', (p ->> 'decidedOn')::date,
  p ->> 'authorityVi', p ->> 'authorityEn', (p ->> 'validFrom')::date, p ->> 'dataStatus',
  p ->> 'sourceVi', p ->> 'sourceEn'
from (select cast(:members as jsonb) as p) file
join zoning.zones z on z.code = p ->> 'zone'
on conflict (zone_id, version) do nothing
