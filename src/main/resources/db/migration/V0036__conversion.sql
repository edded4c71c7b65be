-- Zones in conversion: what each is to become, what is known of its tenants and who decided what,
-- and scenarios beside it. Whatever a decision rests on is added to and never changed.
-- Zones are named by code, since these rows are there before the zones are loaded.

create schema conversion;
comment on schema conversion is 'Conversion (chuyển đổi mô hình khu) of zones to high-tech, green industry';

create table conversion.sectors (
  id bigint generated always as identity primary key,
  zone_code text not null,
  vsic text not null check (vsic ~ '^[0-9]{2,5}$'),
  aim text not null check (aim in ('WANTED', 'PHASE_OUT', 'NEUTRAL')),
  valid_from date not null,
  name_vi text not null check (name_vi = normalize(name_vi, NFC)),
  name_en text not null,
  source_vi text not null,
  source_en text not null,
  source_status text not null check (source_status in ('CONFIRMED', 'TO_BE_CONFIRMED')),
  data_status text not null check (data_status in ('OFFICIAL', 'SCHEMATIC', 'ILLUSTRATIVE')),
  recorded_by text not null,
  recorded_at timestamptz not null default now()
);
create index on conversion.sectors (zone_code, vsic, valid_from);
comment on table conversion.sectors is
  'Lines of business a zone wants, phases out or no longer judges; the latest row of a code that is in force counts';
comment on column conversion.sectors.vsic is
  'Division, group or class of the Vietnam Standard Industrial Classification (2018); the longest code that begins a firm''s code decides';

create view conversion.sectors_in_force as
  select distinct on (zone_code, vsic) *
  from conversion.sectors
  where valid_from <= zoning.on_date() and recorded_at <= zoning.as_of()
  order by zone_code, vsic, valid_from desc, id desc;

create table conversion.eco_tests (
  code text primary key,
  position integer not null unique,
  name_vi text not null check (name_vi = normalize(name_vi, NFC)),
  name_en text not null,
  threshold numeric(6, 2),
  unit text,
  source_vi text not null,
  source_en text not null,
  source_status text not null check (source_status in ('CONFIRMED', 'TO_BE_CONFIRMED')),
  check ((threshold is null) = (unit is null))
);
comment on table conversion.eco_tests is 'Tests of an eco-industrial park';
comment on column conversion.eco_tests.threshold is 'Least value that meets the test, null where it is not about a number';

create table conversion.eco_findings (
  id bigint generated always as identity primary key,
  zone_code text not null,
  test text not null references conversion.eco_tests,
  status text not null check (status in ('MET', 'NOT_MET', 'UNKNOWN')),
  value numeric(12, 2),
  evidence text check (length(evidence) between 1 and 1000),
  as_of date not null,
  data_status text not null check (data_status in ('OFFICIAL', 'SCHEMATIC', 'ILLUSTRATIVE')),
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  constraint eco_finding_has_evidence check (status = 'UNKNOWN' or evidence is not null)
);
create index on conversion.eco_findings (zone_code, test, as_of);
comment on table conversion.eco_findings is
  'What was found of a zone by a test; without a row it is unknown, the latest as_of counts';

create view conversion.eco_findings_in_force as
  select distinct on (zone_code, test) *
  from conversion.eco_findings
  where as_of <= zoning.on_date() and recorded_at <= zoning.as_of()
  order by zone_code, test, as_of desc, id desc;

create table conversion.share_targets (
  code text not null check (code in ('GREEN', 'ROAD', 'TECH', 'INFRASTRUCTURE')),
  valid_from date not null,
  position integer not null,
  target_pct numeric(5, 2) not null check (target_pct between 0 and 100),
  name_vi text not null check (name_vi = normalize(name_vi, NFC)),
  name_en text not null,
  source_vi text not null,
  source_en text not null,
  source_status text not null check (source_status in ('CONFIRMED', 'TO_BE_CONFIRMED')),
  primary key (code, valid_from)
);
comment on table conversion.share_targets is
  'Least shares of a zone''s gross area; INFRASTRUCTURE is greenery, roads and technical and social infrastructure together';

create table conversion.balances (
  id bigint generated always as identity primary key,
  zone_code text not null,
  as_of date,
  gross_ha numeric(10, 2) not null check (gross_ha > 0),
  green_ha numeric(10, 2) check (green_ha >= 0),
  road_ha numeric(10, 2) check (road_ha >= 0),
  tech_ha numeric(10, 2) check (tech_ha >= 0),
  source_vi text not null,
  source_en text not null,
  source_status text not null check (source_status in ('CONFIRMED', 'TO_BE_CONFIRMED')),
  data_status text not null check (data_status in ('OFFICIAL', 'SCHEMATIC', 'ILLUSTRATIVE')),
  recorded_at timestamptz not null default now()
);
comment on table conversion.balances is
  'Published land-use balances of zones that have no plan here yet; a part that was not published is null';
comment on column conversion.balances.as_of is 'Day the figures are of, null where the source has none';

create table conversion.milestones (
  id bigint generated always as identity primary key,
  zone_code text,
  day date,
  day_precision text check (day_precision in ('YEAR', 'MONTH', 'DAY')),
  state text not null check (state in ('DONE', 'PLANNED', 'UNKNOWN')),
  title_vi text not null check (title_vi = normalize(title_vi, NFC)),
  title_en text not null,
  source_vi text not null,
  source_en text not null,
  source_status text not null check (source_status in ('CONFIRMED', 'TO_BE_CONFIRMED')),
  data_status text not null check (data_status in ('OFFICIAL', 'SCHEMATIC', 'ILLUSTRATIVE')),
  replaces_id bigint unique references conversion.milestones,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  check ((day is null) = (day_precision is null))
);
comment on table conversion.milestones is 'Steps of the conversion, of one zone or, without a code, of all';
comment on column conversion.milestones.replaces_id is 'The earlier wording of the same step';

create table conversion.responsibles (
  id bigint generated always as identity primary key,
  zone_code text,
  role text not null check (role in ('LEAD', 'APPROVES')),
  name_vi text not null check (name_vi = normalize(name_vi, NFC)),
  name_en text not null,
  source_vi text not null,
  source_en text not null,
  source_status text not null check (source_status in ('CONFIRMED', 'TO_BE_CONFIRMED')),
  valid_from date not null
);
comment on table conversion.responsibles is 'Who answers for the conversion, of one zone or of all; the operator stands with the zone';

create table conversion.tenant_facts (
  id bigint generated always as identity primary key,
  zone_code text not null,
  firm_id bigint not null references tenancy.firms,
  as_of date not null,
  jobs integer check (jobs >= 0),
  energy_kwh_year numeric(14, 0) check (energy_kwh_year >= 0),
  water_m3_year numeric(14, 0) check (water_m3_year >= 0),
  emission_group text check (emission_group in ('I', 'II', 'III', 'IV')),
  source text not null check (length(source) between 1 and 500),
  data_status text not null check (data_status in ('OFFICIAL', 'ILLUSTRATIVE')),
  recorded_by text not null,
  recorded_at timestamptz not null default now()
);
create index on conversion.tenant_facts (firm_id, zone_code, as_of);
comment on table conversion.tenant_facts is
  'What is held of a tenant in a zone beside its profile and leases; what is not known is null. The firm sees every row of its own';
comment on column conversion.tenant_facts.jobs is 'People at work in the zone';
comment on column conversion.tenant_facts.emission_group is
  'Group of the project by environmental criteria, I (high risk) to IV, Law on Environmental Protection 72/2020/QH14 art. 28 (wording to be confirmed)';

create table conversion.weight_sets (
  id integer primary key,
  valid_from date not null unique,
  keep_from numeric(5, 2) not null check (keep_from between 0 and 100),
  upgrade_from numeric(5, 2) not null check (upgrade_from between 0 and keep_from),
  term_months integer not null check (term_months >= 0),
  least_known_pct numeric(5, 2) not null check (least_known_pct between 0 and 100),
  text_vi text not null check (text_vi = normalize(text_vi, NFC)),
  text_en text not null,
  source_vi text not null,
  source_en text not null,
  data_status text not null check (data_status in ('OFFICIAL', 'ILLUSTRATIVE')),
  published_at timestamptz not null default now()
);
comment on table conversion.weight_sets is 'Published rules of the score; the latest that is in force counts';
comment on column conversion.weight_sets.keep_from is 'Points out of 100 from which the score says KEEP';
comment on column conversion.weight_sets.upgrade_from is 'Points from which it says UPGRADE; below, END_AT_TERM or MOVE';
comment on column conversion.weight_sets.term_months is 'Below upgrade_from: END_AT_TERM where the last lease ends within so many months, else MOVE';
comment on column conversion.weight_sets.least_known_pct is 'Share of all weights whose criterion must be known before anything is said';

create table conversion.weights (
  set_id integer not null references conversion.weight_sets,
  criterion text not null
    check (criterion in ('SECTOR', 'LABOUR', 'ENERGY', 'WATER', 'EMISSION', 'LAND_PER_JOB')),
  position integer not null,
  weight numeric(5, 2) not null check (weight > 0),
  good numeric(12, 3) not null,
  bad numeric(12, 3) not null check (bad <> good),
  primary key (set_id, criterion)
);
comment on table conversion.weights is
  'Weight of a criterion and the values that earn all of it (good) and nothing (bad), linear between';

create table conversion.decisions (
  id bigint generated always as identity primary key,
  zone_code text not null,
  firm_id bigint not null references tenancy.firms,
  verdict text not null check (verdict in ('KEEP', 'UPGRADE', 'MOVE', 'END_AT_TERM')),
  leave_by date,
  reason text not null check (length(reason) between 1 and 1000),
  signed_by text not null check (length(signed_by) between 1 and 100),
  decided_by text not null,
  decided_at timestamptz not null default now(),
  proposed text check (proposed in ('KEEP', 'UPGRADE', 'MOVE', 'END_AT_TERM')),
  proposal jsonb not null,
  marked_displaced boolean not null default false,
  check (leave_by is null or verdict = 'MOVE')
);
create index on conversion.decisions (firm_id, zone_code, id);
comment on table conversion.decisions is
  'What officers decided of a tenant, with their name and reason; the latest counts, none is ever changed';
comment on column conversion.decisions.leave_by is 'For MOVE: last day; null where the last lease ends it';
comment on column conversion.decisions.proposed is 'What the score said at that moment, null where too little was known';
comment on column conversion.decisions.proposal is 'The whole score of that moment, contribution by contribution, with its set of weights';
comment on column conversion.decisions.marked_displaced is 'Whether this decision gave the firm the priority of the displaced';

create view conversion.decisions_in_force as
  select distinct on (zone_code, firm_id) *
  from conversion.decisions
  where decided_at <= zoning.as_of()
  order by zone_code, firm_id, id desc;

create table conversion.contests (
  id bigint generated always as identity primary key,
  zone_code text not null,
  firm_id bigint not null references tenancy.firms,
  subject text not null check (subject in
    ('SECTOR', 'LABOUR', 'ENERGY', 'WATER', 'EMISSION', 'LAND_PER_JOB', 'VERDICT')),
  statement text not null check (length(statement) between 1 and 2000),
  made_by text not null,
  made_at timestamptz not null default now()
);
create index on conversion.contests (firm_id, id);
comment on table conversion.contests is 'What a firm says against what is held or decided of it';

create table conversion.contest_answers (
  contest_id bigint primary key references conversion.contests,
  outcome text not null check (outcome in ('ACCEPTED', 'REJECTED')),
  answer text not null check (length(answer) between 1 and 2000),
  answered_by text not null,
  answered_at timestamptz not null default now()
);
comment on table conversion.contest_answers is 'One answer of an officer to a contest';

create table conversion.admissions (
  land_use text not null references zoning.land_uses,
  industry text not null references space.industries,
  valid_from date not null,
  admitted boolean not null,
  primary key (land_use, industry, valid_from)
);
comment on table conversion.admissions is
  'Lines of business that a subzone of a land use admits: illustrative default of this system until the authority sets its own';

create table conversion.scenarios (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 100 and name = normalize(name, NFC)),
  note text not null default '' check (length(note) <= 1000),
  forked_from bigint references conversion.scenarios,
  archived boolean not null default false,
  made_by text not null,
  made_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  lock_version integer not null default 1
);
comment on table conversion.scenarios is 'What-ifs beside the real state, which none of them touches';

create table conversion.scenario_terms (
  scenario_id bigint not null references conversion.scenarios on delete cascade,
  zone_code text not null,
  years integer not null check (years between 1 and 50),
  primary key (scenario_id, zone_code)
);
comment on table conversion.scenario_terms is 'By how many years the land term of a zone would be extended';

create table conversion.scenario_verdicts (
  scenario_id bigint not null references conversion.scenarios on delete cascade,
  zone_code text not null,
  firm_id bigint not null references tenancy.firms,
  verdict text not null check (verdict in ('KEEP', 'UPGRADE', 'MOVE', 'END_AT_TERM')),
  leave_by date,
  primary key (scenario_id, zone_code, firm_id),
  check (leave_by is null or verdict = 'MOVE')
);
comment on table conversion.scenario_verdicts is 'What a tenant would be told instead';

do $$
declare
  relation text;
begin
  foreach relation in array array['sectors', 'eco_findings', 'share_targets', 'balances', 'milestones',
      'responsibles', 'tenant_facts', 'weight_sets', 'weights', 'decisions', 'contests',
      'contest_answers', 'admissions'] loop
    execute format('create trigger %1$s_append_only before update or delete or truncate
      on conversion.%1$s for each statement execute function platform.refuse_change()', relation);
  end loop;
end $$;

-- The layer "conversions" answers otherwise after a change here: told to the journal at commit, for
-- that layer and those zones alone. A changed zone goes the way of all zones, which takes its locks
-- in the order of derived.settle().
create function conversion.journal() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  reach box2d;
  moved record;
begin
  select st_extent(z.geom) into reach
  from zoning.zones z
  where z.converting and (new.zone_code is null or z.code = new.zone_code);
  if reach is null then
    return null;
  end if;
  update platform.data_revision set revision = revision + 1, changed_at = clock_timestamp()
  returning revision, changed_at into moved;
  insert into platform.data_changes (revision, layers, west, south, east, north, at)
  values (moved.revision, array['conversions'], st_xmin(reach), st_ymin(reach), st_xmax(reach),
          st_ymax(reach), moved.changed_at);
  return null;
end $$;
comment on function conversion.journal() is 'Tells that the layer conversions may answer otherwise from the commit on';

do $$
declare
  relation text;
begin
  foreach relation in array array['sectors', 'eco_findings', 'decisions', 'milestones'] loop
    execute format('create constraint trigger conversions_change after insert on conversion.%s
      deferrable initially deferred for each row execute function conversion.journal()', relation);
  end loop;
end $$;

create function conversion.touch_everything() returns trigger language plpgsql as $$
begin
  perform derived.touch('EVERYTHING', '{0}');
  return null;
end $$;
create trigger conversions_change after update of code, name_vi, name_en, short_name, gross_area_ha,
    term_end, converting, geom on zoning.zones
  for each row when (old.converting or new.converting) execute function conversion.touch_everything();
create trigger conversions_begin after insert on zoning.zones
  for each row when (new.converting) execute function conversion.touch_everything();
