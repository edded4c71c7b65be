-- Zones, their plans in versions, and the subzones of each plan.

-- The date and the knowledge that the views answer for. Without a setting: today in Ho Chi Minh
-- City, and everything known by now. A reader asks about another day within one transaction by
-- set_config('khu.on', '2027-03-01', true) and set_config('khu.as_of', '2026-11-24T00:00+07', true).
create function zoning.on_date() returns date
  language sql stable parallel safe
  return coalesce(nullif(current_setting('khu.on', true), '')::date,
                  (now() at time zone 'Asia/Ho_Chi_Minh')::date);
comment on function zoning.on_date() is 'Day the views answer for: setting khu.on, else today in Ho Chi Minh City';

create function zoning.as_of() returns timestamptz
  language sql stable parallel safe
  return coalesce(nullif(current_setting('khu.as_of', true), '')::timestamptz, now());
comment on function zoning.as_of() is 'Moment whose knowledge the views answer with: setting khu.as_of, else now';

create function zoning.area_m2(shape geometry, legal_srid integer) returns double precision
  language sql immutable strict parallel safe
  return st_area(st_transform(shape, legal_srid));
comment on function zoning.area_m2(geometry, integer) is
  'Planar m² in the legal CRS, with straight edges there: the only area the product decides by';

create table zoning.zones (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^[A-Z][A-Z0-9]{1,9}$'),
  name_vi text not null check (name_vi = normalize(name_vi, NFC)),
  name_en text not null,
  short_name text not null check (short_name = normalize(short_name, NFC)),
  kind text not null check (kind in ('EPZ', 'IP')),
  status text not null check (status in ('OPERATING', 'PLANNED')),
  converting boolean not null default false,
  gross_area_ha numeric(10, 2) not null check (gross_area_ha > 0),
  leasable_area_ha numeric(10, 2) check (leasable_area_ha > 0 and leasable_area_ha <= gross_area_ha),
  founded integer check (founded between 1960 and 2100),
  established_on date,
  term_end date,
  term_end_precision text check (term_end_precision in ('YEAR', 'DAY')),
  operator_vi text,
  operator_en text,
  commune text,
  commune_before text,
  legal_srid integer not null check (legal_srid between 5896 and 5899 or legal_srid between 9205 and 9218),
  data_status text not null check (data_status in ('OFFICIAL', 'SCHEMATIC', 'ILLUSTRATIVE')),
  position_error_km numeric(5, 2) check (position_error_km >= 0),
  note_vi text,
  note_en text,
  sources jsonb not null default '[]' check (jsonb_typeof(sources) = 'array'),
  confidence jsonb not null default '{}' check (jsonb_typeof(confidence) = 'object'),
  content_sha256 text not null,
  changed_at timestamptz not null default now(),
  geom geometry(MultiPolygon, 4326) not null check (st_isvalid(geom) and not st_isempty(geom)),
  geom_3857 geometry(MultiPolygon, 3857) not null generated always as (st_transform(geom, 3857)) stored,
  check ((term_end is null) = (term_end_precision is null)),
  check ((operator_vi is null) = (operator_en is null))
);
create index on zoning.zones using gist (geom);
create index on zoning.zones using gist (geom_3857);
comment on table zoning.zones is 'Industrial parks (KCN) and export processing zones (KCX)';
comment on column zoning.zones.code is 'Key for people and tools; two parks are named Tân Bình, so a name is never a key';
comment on column zoning.zones.converting is 'One of the zones in pilot conversion to a new model';
comment on column zoning.zones.gross_area_ha is 'Gross hectares of the source, not of the outline';
comment on column zoning.zones.established_on is 'Day of the establishing decision; rules that bind parks established after a date ask this';
comment on column zoning.zones.term_end is 'Last day of the zone''s land term; no lease may run beyond it. 31 December where only the year is known';
comment on column zoning.zones.legal_srid is 'VN-2000 system in which edges are straight and areas are judged';
comment on column zoning.zones.position_error_km is 'How far the outline may be from the truth';
comment on column zoning.zones.sources is 'Titles of the material the row rests on';
comment on column zoning.zones.confidence is 'Field name to how well it is known (sourced, general knowledge, estimate)';
comment on column zoning.zones.content_sha256 is 'Hash of the feature this row was loaded from; another hash means the file has changed';

create table zoning.zone_phases (
  zone_id bigint not null references zoning.zones on delete cascade,
  code text not null,
  name_vi text not null,
  name_en text not null,
  gross_area_ha numeric(10, 2) not null check (gross_area_ha > 0),
  primary key (zone_id, code)
);
comment on table zoning.zone_phases is 'Parts of a zone with their own area or term, for example Hiệp Phước phases 1 and 2';

create table zoning.land_uses (
  code text primary key,
  position integer not null unique,
  name_vi text not null,
  name_en text not null,
  label text not null unique,
  cadastral_code text not null
);
comment on table zoning.land_uses is 'What a subzone is for; colours and hatches are styles, not data';
comment on column zoning.land_uses.label is 'Two letters drawn on the plan';
comment on column zoning.land_uses.cadastral_code is 'Usual code of the cadastral map; a subzone may carry another';
insert into zoning.land_uses (position, code, name_vi, name_en, label, cadastral_code) values
  (1, 'INDUSTRY', 'Đất công nghiệp', 'Industrial plots', 'CN', 'SKK'),
  (2, 'HIGHRISE', 'Nhà xưởng cao tầng', 'High-rise factories', 'NX', 'SKK'),
  (3, 'SUPPORT', 'Phân khu hỗ trợ', 'Support subzone', 'HT', 'SKK'),
  (4, 'WAREHOUSE', 'Kho bãi', 'Warehouses', 'KB', 'SKK'),
  (5, 'SERVICE', 'Hành chính, dịch vụ', 'Administration and services', 'DV', 'TMD'),
  (6, 'TECH', 'Hạ tầng kỹ thuật', 'Technical infrastructure', 'KT', 'DNL'),
  (7, 'GREEN', 'Cây xanh', 'Greenery', 'CX', 'DKV'),
  (8, 'ROAD', 'Giao thông', 'Roads', 'GT', 'DGT'),
  (9, 'WATER', 'Mặt nước', 'Water', 'MN', 'MNC');

create table zoning.plans (
  id bigint generated always as identity primary key,
  zone_id bigint not null references zoning.zones,
  version integer not null check (version > 0),
  status text not null default 'DRAFT' check (status in
    ('DRAFT', 'SUBMITTED', 'RETURNED', 'WITHDRAWN', 'APPROVED', 'PUBLISHED', 'SUPERSEDED')),
  title_vi text not null,
  title_en text not null,
  scale integer check (scale in (500, 2000, 5000)),
  based_on bigint references zoning.plans,
  author text not null,
  approved_by text check (approved_by <> author),
  decision_no text,
  decided_on date,
  authority_vi text,
  authority_en text,
  valid_from date,
  valid_to date check (valid_to > valid_from),
  published_at timestamptz,
  superseded_at timestamptz check (superseded_at >= published_at),
  data_status text not null check (data_status in ('OFFICIAL', 'SCHEMATIC', 'ILLUSTRATIVE')),
  source_vi text,
  source_en text,
  lock_version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (zone_id, version),
  unique (id, zone_id),
  constraint plan_published_has_date check
    (status not in ('PUBLISHED', 'SUPERSEDED') or (published_at is not null and valid_from is not null)),
  constraint plan_superseded_has_date check ((status = 'SUPERSEDED') = (superseded_at is not null))
);
create unique index plan_one_published on zoning.plans (zone_id) where status = 'PUBLISHED';
comment on table zoning.plans is 'Versions of a zone''s subzone plan (đồ án quy hoạch); immutable once published';
comment on column zoning.plans.valid_from is 'First day in force as decided; plan_periods tells what is in force when all decisions are taken together';
comment on column zoning.plans.valid_to is 'First day no longer in force as decided, null without end';
comment on column zoning.plans.published_at is 'When the public could first know';
comment on column zoning.plans.lock_version is 'Moves with every change of a draft, for If-Match';

create table zoning.plan_periods (
  id bigint generated always as identity primary key,
  zone_id bigint not null,
  plan_id bigint not null,
  valid daterange not null check (not isempty(valid)),
  known tstzrange not null default tstzrange(now(), null) check (not isempty(known)),
  foreign key (plan_id, zone_id) references zoning.plans (id, zone_id),
  constraint plan_one_in_force exclude using gist (zone_id with =, valid with &&, known with &&)
);
comment on table zoning.plan_periods is
  'Bitemporal: which plan was in force on a day (valid) as known at a moment (known). A correction closes known and adds rows';

create table zoning.subzones (
  id bigint generated always as identity primary key,
  plan_id bigint not null references zoning.plans,
  code text not null check (code ~ '^[A-Z0-9][A-Z0-9.-]{0,15}$'),
  name_vi text not null check (name_vi = normalize(name_vi, NFC)),
  name_en text not null,
  land_use text not null references zoning.land_uses,
  cadastral_code text,
  phase integer check (phase > 0),
  max_density_pct numeric(5, 2) check (max_density_pct between 0 and 100),
  max_floors integer check (max_floors >= 0),
  far numeric(5, 2) check (far >= 0),
  purpose_vi text,
  purpose_en text,
  area_m2 numeric(14, 2) not null,
  geom geometry(Polygon, 4326) not null
    constraint subzone_valid_shape check (st_isvalid(geom) and not st_isempty(geom)),
  geom_3857 geometry(Polygon, 3857) not null generated always as (st_transform(geom, 3857)) stored,
  unique (plan_id, code)
);
create index on zoning.subzones using gist (geom);
create index on zoning.subzones using gist (geom_3857);
comment on table zoning.subzones is 'Polygons of a plan, one land use each; a published plan''s subzones tile its zone';
comment on column zoning.subzones.cadastral_code is 'Where it differs from the usual code of the land use';
comment on column zoning.subzones.phase is 'Investment phase, null where the plan has none';
comment on column zoning.subzones.max_density_pct is 'Largest share of a plot that may be built over';
comment on column zoning.subzones.far is 'Largest ratio of gross floor area to plot area';
comment on column zoning.subzones.purpose_vi is 'Declared target of a support subzone: SMEs, supporting industry, relocated firms';
comment on column zoning.subzones.area_m2 is 'Measured in the zone''s legal CRS by trigger';

create function zoning.measure_subzone() returns trigger language plpgsql as $$
begin
  select zoning.area_m2(new.geom, z.legal_srid) into new.area_m2
  from zoning.plans p join zoning.zones z on z.id = p.zone_id
  where p.id = new.plan_id;
  return new;
end $$;
create trigger subzone_measured before insert or update on zoning.subzones
  for each row execute function zoning.measure_subzone();

create function zoning.refuse_change_of_published() returns trigger language plpgsql as $$
declare
  frozen boolean;
begin
  if tg_op = 'TRUNCATE' then
    frozen := exists (select from zoning.plans where status in ('PUBLISHED', 'SUPERSEDED'));
  elsif tg_table_name = 'subzones' then
    frozen := exists (
      select from zoning.plans p
      where p.status in ('PUBLISHED', 'SUPERSEDED')
        and p.id in (case when tg_op <> 'INSERT' then old.plan_id end,
                     case when tg_op <> 'DELETE' then new.plan_id end));
  elsif tg_op = 'DELETE' then
    frozen := old.status in ('PUBLISHED', 'SUPERSEDED');
  else
    frozen := old.status = 'SUPERSEDED'
      or (old.status = 'PUBLISHED'
          and (new.status <> 'SUPERSEDED'
               or to_jsonb(new) - array['status', 'superseded_at']
                  <> to_jsonb(old) - array['status', 'superseded_at']));
  end if;
  if frozen then
    raise exception 'a published plan is immutable; make a new version'
      using errcode = '23514', constraint = 'plan_published_immutable',
            schema = tg_table_schema, table = tg_table_name;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger plan_immutable before update or delete on zoning.plans
  for each row execute function zoning.refuse_change_of_published();
create trigger plan_not_truncated before truncate on zoning.plans
  for each statement execute function zoning.refuse_change_of_published();
create trigger subzone_immutable before insert or update or delete on zoning.subzones
  for each row execute function zoning.refuse_change_of_published();
create trigger subzone_not_truncated before truncate on zoning.subzones
  for each statement execute function zoning.refuse_change_of_published();

create function zoning.refuse_change_of_period() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and upper_inf(old.known) and not upper_inf(new.known)
     and lower(new.known) = lower(old.known)
     and (new.zone_id, new.plan_id, new.valid) = (old.zone_id, old.plan_id, old.valid) then
    return new;
  end if;
  raise exception 'what was known stays known; only an open knowledge may be closed'
    using errcode = '23514', constraint = 'plan_period_append_only',
          schema = tg_table_schema, table = tg_table_name;
end $$;
create trigger plan_period_append_only before update or delete on zoning.plan_periods
  for each row execute function zoning.refuse_change_of_period();

create view zoning.plans_in_force as
  select p.*, pp.valid
  from zoning.plan_periods pp
  join zoning.plans p on p.id = pp.plan_id
  where pp.valid @> zoning.on_date() and pp.known @> zoning.as_of();
comment on view zoning.plans_in_force is 'At most one plan for every zone: in force on on_date() as known at as_of()';
