-- What a lease bills month by month, rents that change on agreed days, and how far each citation was checked.

create table tenancy.lease_rent_steps (
  lease_id bigint not null references tenancy.leases,
  from_day date not null,
  rent_vnd_m2_month numeric(12, 0) not null check (rent_vnd_m2_month >= 0),
  reason text not null check (length(reason) between 1 and 1000),
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (lease_id, from_day)
);
comment on table tenancy.lease_rent_steps is
  'Rents that a lease has from an agreed day on (steps, indexation); before the first one the rent of the lease itself holds';
create trigger lease_rent_steps_are_append_only before update or delete or truncate
  on tenancy.lease_rent_steps for each statement execute function platform.refuse_change();

create function tenancy.lease_schedule(
    the_lease bigint, out month date, out first_day date, out last_day date, out bill_vnd numeric)
  returns setof record language sql stable as $$
  with lease as (
    select l.id, l.rent_vnd_m2_month, lower(o.during) as first_day,
           least(upper(o.during) - 1, l.ended_on) as last_day,
           (select sum(b.area_m2) from space.bays b
            where b.floor_id = o.floor_id and b.no <@ o.bays) as area_m2
    from tenancy.leases l
    join space.occupancies o on o.id = l.occupancy_id
    where l.id = the_lease),
  rates as (
    select r.rent, r.from_day,
           coalesce(lead(r.from_day) over (order by r.from_day), 'infinity'::date) as until_day
    from (select rent_vnd_m2_month as rent, '-infinity'::date as from_day from lease
          union all
          select rent_vnd_m2_month, from_day from tenancy.lease_rent_steps
          where lease_id = the_lease) r),
  months as (
    select m::date as month, (m + interval '1 month')::date as next_month, l.*
    from lease l
    cross join lateral generate_series(
      date_trunc('month', l.first_day::timestamp),
      date_trunc('month', l.last_day::timestamp), interval '1 month') m
    where l.first_day <= l.last_day)
  select m.month, greatest(m.month, m.first_day), least(m.next_month - 1, m.last_day),
         round(sum(r.rent * m.area_m2
             * (least(m.next_month, m.last_day + 1, r.until_day)
                - greatest(m.month, m.first_day, r.from_day)))
           / (m.next_month - m.month))
  from months m
  join rates r on greatest(m.month, m.first_day, r.from_day)
                < least(m.next_month, m.last_day + 1, r.until_day)
  group by m.month, m.next_month, m.first_day, m.last_day
  order by m.month $$;
comment on function tenancy.lease_schedule(bigint) is
  'Rent that a lease bills by calendar month, whole VND: rent per m² times area, by days where a month is not let from its first to its last day or its rent changes; without service charge and tax';

-- How far each citation could be read. Whoever reads the act itself sets the status by a later migration.
alter table space.incentives
  add column source_status text not null default 'TO_BE_CONFIRMED'
    check (source_status in ('CONFIRMED', 'TO_BE_CONFIRMED')),
  add column source_note text;
alter table tenancy.size_limits
  add column source_status text not null default 'TO_BE_CONFIRMED'
    check (source_status in ('CONFIRMED', 'TO_BE_CONFIRMED')),
  add column source_note text;
alter table tenancy.beneficiary_rules
  add column source_status text not null default 'TO_BE_CONFIRMED'
    check (source_status in ('CONFIRMED', 'TO_BE_CONFIRMED')),
  add column source_note text;
alter table tenancy.document_rules
  add column source_status text not null default 'TO_BE_CONFIRMED'
    check (source_status in ('CONFIRMED', 'TO_BE_CONFIRMED')),
  add column source_note text;
comment on column tenancy.document_rules.source_status is
  'CONFIRMED where what is said was read in the act or in a published report of it';

update space.incentives set source_status = 'CONFIRMED',
  source_note = 'Vietnam Law Magazine and Lao Động on the resolution, 2025: 30%, five years from the contract, rate set by the province';
update tenancy.size_limits set source_status = 'CONFIRMED',
  source_note = 'LawNet and two other published summaries agree';
update tenancy.beneficiary_rules set source_status = 'CONFIRMED',
  source_note = 'Lao Động on article 7, 2025' where code like 'RESOLUTION_198%';
update tenancy.beneficiary_rules set
  source_note = 'The decree and its first day (15 July 2022) are confirmed; the 5 ha or 3% of article 9 were not found printed'
  where code = 'DECREE_35_RESERVE';
update tenancy.document_rules set source_status = 'CONFIRMED',
  source_note = 'Published text of Decree 08/2022/ND-CP, art. 32: exempt below 5 m³ a day, so 5 m³ itself is not'
  where kind = 'ENVIRONMENT';
update tenancy.document_rules set
  source_note = 'The law, its passing on 29 November 2024 and its first day (1 July 2025) are confirmed by reports; the number 55/2024/QH15 and what a tenant files were not found printed'
  where kind = 'FIRE_SAFETY';
update tenancy.document_rules set source_status = 'CONFIRMED',
  source_note = 'Reports of Decree 205/2025/ND-CP: certificate of incentives, yearly report by 15 April'
  where kind = 'SUPPORTING_CERTIFICATE';
update tenancy.document_rules set source_note = 'Not looked up' where kind = 'BUSINESS_REGISTRATION';

-- "Below 5 m³" is exempt (Decree 08/2022/ND-CP, art. 32), and amounts have two decimals at most.
update tenancy.document_rules set wastewater_over_m3_day = 4.99
where kind = 'ENVIRONMENT' and wastewater_over_m3_day = 5;
comment on column tenancy.document_rules.wastewater_over_m3_day is
  'Needed above this much wastewater; amounts have two decimals, so 4.99 means from 5 on. Null where wastewater does not matter';
