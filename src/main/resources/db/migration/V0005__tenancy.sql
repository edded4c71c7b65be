-- Firms, their applications for floor space, and their leases.

create table tenancy.firms (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^DN-[0-9]{4,8}$'),
  name_vi text not null check (name_vi = normalize(name_vi, NFC)),
  name_en text not null,
  tax_code text not null unique check (tax_code ~ '^[0-9]{10}(-[0-9]{3})?$'),
  industry text not null references space.industries,
  business_line text not null check (business_line in ('INDUSTRY', 'SERVICES')),
  size_class text not null check (size_class in ('MICRO', 'SMALL', 'MEDIUM', 'LARGE')),
  insured_employees integer check (insured_employees >= 0),
  revenue_bn_vnd numeric(12, 2) check (revenue_bn_vnd >= 0),
  capital_bn_vnd numeric(12, 2) check (capital_bn_vnd >= 0),
  supporting boolean not null,
  hightech boolean not null,
  green boolean not null,
  domestic boolean not null,
  displaced boolean not null,
  cluster text,
  data_status text not null check (data_status in ('OFFICIAL', 'SCHEMATIC', 'ILLUSTRATIVE')),
  lock_version integer not null default 1,
  created_at timestamptz not null default now()
);
comment on table tenancy.firms is 'Firms that apply for or rent floor space; never public';
comment on column tenancy.firms.tax_code is 'Mã số thuế';
comment on column tenancy.firms.size_class is 'Decree 80/2021/ND-CP art. 5, by the three figures that follow';
comment on column tenancy.firms.insured_employees is 'Yearly average of employees paying social insurance';
comment on column tenancy.firms.supporting is 'Supporting industry by certificate or declared list product (Decree 111/2015/ND-CP)';
comment on column tenancy.firms.displaced is 'Must leave its present place: pollution in a residential area, or a zone in conversion';
comment on column tenancy.firms.cluster is 'Supply chain whose members gain from one building';

create table tenancy.applications (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^HS-[0-9]{4,8}$'),
  firm_id bigint not null references tenancy.firms,
  status text not null check (status in
    ('SUBMITTED', 'INCOMPLETE', 'ELIGIBLE', 'INELIGIBLE', 'HELD', 'OFFERED', 'LEASED', 'LAPSED', 'WITHDRAWN')),
  submitted_at timestamptz not null,
  industry text not null references space.industries,
  area_min_m2 numeric(10, 2) not null check (area_min_m2 > 0),
  area_max_m2 numeric(10, 2) not null check (area_max_m2 >= area_min_m2),
  load_kn_m2 numeric(5, 2) not null check (load_kn_m2 >= 0),
  clear_height_m numeric(4, 2) not null check (clear_height_m >= 0),
  power_kva numeric(10, 1) not null check (power_kva >= 0),
  wastewater_m3_day numeric(10, 2) not null check (wastewater_m3_day >= 0),
  lift_t numeric(4, 1) not null check (lift_t >= 0),
  hazard space.hazard_class not null,
  traits space.trait[] not null default '{}',
  start_earliest date not null,
  start_latest date not null check (start_latest >= start_earliest),
  term_months integer not null check (term_months between 1 and 600),
  budget_vnd_m2_month numeric(12, 0) not null check (budget_vnd_m2_month > 0),
  accept_other boolean not null,
  may_split boolean not null,
  occupancy_id bigint unique references space.occupancies,
  data_status text not null check (data_status in ('OFFICIAL', 'SCHEMATIC', 'ILLUSTRATIVE')),
  lock_version integer not null default 1,
  check (status not in ('HELD', 'OFFERED', 'LEASED') or occupancy_id is not null)
);
create index on tenancy.applications (firm_id);
create index on tenancy.applications (status, submitted_at, id);
comment on table tenancy.applications is 'What a firm asks for (đơn đăng ký), in real units and dates';
comment on column tenancy.applications.submitted_at is 'Order of arrival of complete applications decides ties';
comment on column tenancy.applications.lift_t is 'Heaviest single item to be moved by goods lift; without meaning on the ground floor';
comment on column tenancy.applications.accept_other is 'Whether zones that are not listed are welcome too';
comment on column tenancy.applications.may_split is 'Whether two adjacent floors are welcome';
comment on column tenancy.applications.occupancy_id is 'The claim that answers this application, once there is one';

create table tenancy.application_zones (
  application_id bigint not null references tenancy.applications on delete cascade,
  rank integer not null check (rank > 0),
  zone_id bigint not null references zoning.zones,
  primary key (application_id, rank),
  unique (application_id, zone_id)
);
comment on table tenancy.application_zones is 'Zones a firm prefers (nguyện vọng), rank 1 first';

create table tenancy.leases (
  id bigint generated always as identity primary key,
  firm_id bigint not null references tenancy.firms,
  occupancy_id bigint not null unique references space.occupancies,
  contract_no text not null unique,
  signed_on date not null,
  rent_usd_m2_month numeric(8, 2) not null check (rent_usd_m2_month >= 0),
  rent_vnd_m2_month numeric(12, 0) not null check (rent_vnd_m2_month >= 0),
  service_charge_usd_m2_month numeric(8, 2) not null check (service_charge_usd_m2_month >= 0),
  data_status text not null check (data_status in ('OFFICIAL', 'SCHEMATIC', 'ILLUSTRATIVE')),
  created_at timestamptz not null default now()
);
create index on tenancy.leases (firm_id);
comment on table tenancy.leases is 'Contracts (hợp đồng thuê) behind claims of kind LEASE; place and period stand in space.occupancies';

create function tenancy.refuse_lease_without_claim() returns trigger language plpgsql as $$
begin
  if not exists (select from space.occupancies o where o.id = new.occupancy_id and o.kind = 'LEASE') then
    raise exception 'a contract needs a claim of kind LEASE'
      using errcode = '23514', constraint = 'lease_has_lease_claim', schema = 'tenancy', table = 'leases';
  end if;
  return new;
end $$;
create trigger lease_has_lease_claim before insert or update of occupancy_id on tenancy.leases
  for each row execute function tenancy.refuse_lease_without_claim();
