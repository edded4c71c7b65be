drop view if exists published.conversions;
create view published.conversions as
  select z.id, z.code, z.name_vi, z.name_en, z.short_name,
         z.gross_area_ha::double precision as gross_area_ha,
         z.term_end, z.term_end_precision,
         s.wanted, s.phase_out,
         e.met as eco_met, e.not_met as eco_not_met, e.tests - e.met - e.not_met as eco_unknown,
         -- fewer than three firms could be told apart
         case when d.decided >= 3 then d.decided end as verdicts_decided,
         z.data_status, z.geom, z.geom_3857
  from zoning.zones z
  cross join lateral (
    select string_agg(s.vsic, ',' order by s.vsic) filter (where s.aim = 'WANTED') as wanted,
           string_agg(s.vsic, ',' order by s.vsic) filter (where s.aim = 'PHASE_OUT') as phase_out
    from conversion.sectors_in_force s where s.zone_code = z.code) s
  cross join lateral (
    select count(*)::integer as tests,
           (count(*) filter (where f.status = 'MET'))::integer as met,
           (count(*) filter (where f.status = 'NOT_MET'))::integer as not_met
    from conversion.eco_tests t
    left join conversion.eco_findings_in_force f on f.test = t.code and f.zone_code = z.code) e
  cross join lateral (
    select count(*)::integer as decided
    from conversion.decisions_in_force d where d.zone_code = z.code) d
  where z.converting;
comment on view published.conversions is
  'Zones in conversion with their aims; of tenants only a count, and none below three';
grant select on published.conversions to khu_published;
