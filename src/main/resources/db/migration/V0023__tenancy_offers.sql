-- From an offer to a lease, the waiting list in between, and when a building is let by rounds.

-- DRAFT: begun and not yet submitted. DECLINED: the firm did not want what it was offered.
alter table tenancy.applications drop constraint applications_status_check;
alter table tenancy.applications add constraint applications_status_check check (status in
  ('DRAFT', 'SUBMITTED', 'INCOMPLETE', 'ELIGIBLE', 'INELIGIBLE', 'HELD', 'OFFERED', 'LEASED',
   'DECLINED', 'LAPSED', 'WITHDRAWN'));

create table tenancy.offers (
  id bigint generated always as identity primary key,
  occupancy_id bigint not null unique references space.occupancies,
  firm_id bigint not null references tenancy.firms,
  application_id bigint references tenancy.applications,
  hold_id bigint unique references tenancy.holds,
  passed_on_from bigint unique references tenancy.offers,
  status text not null default 'OPEN'
    check (status in ('OPEN', 'ACCEPTED', 'DECLINED', 'LAPSED', 'WITHDRAWN')),
  deadline timestamptz not null,
  rent_usd_m2_month numeric(8, 2) not null check (rent_usd_m2_month >= 0),
  rent_vnd_m2_month numeric(12, 0) not null check (rent_vnd_m2_month >= 0),
  service_charge_usd_m2_month numeric(8, 2) not null check (service_charge_usd_m2_month >= 0),
  made_by text not null,
  made_at timestamptz not null default now(),
  ended_by text,
  ended_at timestamptz check (ended_at >= made_at),
  end_reason text,
  request_key uuid,
  request_sha256 text check (request_sha256 ~ '^[0-9a-f]{64}$'),
  lock_version integer not null default 1,
  check (deadline > made_at),
  check ((status = 'OPEN') = (ended_at is null)),
  check ((ended_by is null) = (ended_at is null) and (end_reason is null) = (ended_at is null)),
  check ((request_key is null) = (request_sha256 is null))
);
create index on tenancy.offers (firm_id, id);
create unique index offer_one_open on tenancy.offers (application_id) where status = 'OPEN';
create unique index offers_request on tenancy.offers (made_by, request_key);
comment on table tenancy.offers is
  'Offers (thư mời thuê): bays, rent and a deadline; place and period stand in space.occupancies';
comment on column tenancy.offers.passed_on_from is
  'The offer that lapsed or was declined, whose bays this one offers to the next on the waiting list';
create trigger offers_are_kept before delete on tenancy.offers
  for each row execute function tenancy.refuse_forgetting();
create trigger offers_are_not_truncated before truncate on tenancy.offers
  for each statement execute function tenancy.refuse_forgetting();

alter table tenancy.leases
  add column status text not null default 'RUNNING'
    check (status in ('RUNNING', 'RENEWED', 'TRANSFERRED', 'ENDED')),
  add column offer_id bigint unique references tenancy.offers,
  add column follows_id bigint unique references tenancy.leases,
  add column ended_on date,
  add column lock_version integer not null default 1;
comment on column tenancy.leases.status is
  'RUNNING until another lease follows (RENEWED), another firm takes over (TRANSFERRED) or it ends before its time (ENDED); one whose last day has passed stays RUNNING';
comment on column tenancy.leases.follows_id is 'The lease that this one renews or was taken over from';
comment on column tenancy.leases.ended_on is 'Last day where it ended before its time or was taken over';

-- Who waits for a building, in the published order: eligible applications that prefer its zone or
-- welcome any, of a line of business that one of its floors admits; by the arrival of the complete
-- application.
create function tenancy.waiting_list(
    the_building bigint, out place integer, out application_id bigint, out firm_id bigint,
    out submitted_at timestamptz)
  returns setof record language sql stable as $$
  select row_number() over (order by a.submitted_at, a.id)::integer, a.id, a.firm_id, a.submitted_at
  from space.buildings b
  join tenancy.applications a on a.status = 'ELIGIBLE'
  where b.id = the_building
    and (a.accept_other or exists (
      select from tenancy.application_zones az
      where az.application_id = a.id and az.zone_id = b.zone_id))
    and exists (
      select from space.floors f
      join space.floor_industries fi on fi.floor_id = f.id
      where f.building_id = b.id and fi.industry = a.industry)
  order by 1 $$;
comment on function tenancy.waiting_list(bigint) is
  'Waiting list of a building: first come, first served, by the time at which the application was complete';

create table tenancy.waiting_places (
  id bigint generated always as identity primary key,
  building_id bigint not null references space.buildings on delete cascade,
  application_id bigint not null references tenancy.applications on delete cascade,
  place integer check (place > 0),
  since timestamptz not null default clock_timestamp()
);
create index on tenancy.waiting_places (building_id, application_id, id);
create index on tenancy.waiting_places (application_id, id);
comment on table tenancy.waiting_places is 'History of the waiting lists: a row whenever a place changes; append-only';
comment on column tenancy.waiting_places.place is '1 is next; null once it is no longer on the list';
create trigger waiting_places_are_append_only before update or truncate on tenancy.waiting_places
  for each statement execute function platform.refuse_change();

-- Writes down which places of a building's list have changed since it was last written down.
create function tenancy.note_places(the_building bigint) returns integer language sql as $$
  with present as (
    select application_id, place from tenancy.waiting_list(the_building)),
  noted as (
    select distinct on (w.application_id) w.application_id, w.place
    from tenancy.waiting_places w
    where w.building_id = the_building
    order by w.application_id, w.id desc),
  change as (
    insert into tenancy.waiting_places (building_id, application_id, place)
    select the_building, coalesce(p.application_id, n.application_id), p.place
    from present p
    full join noted n on n.application_id = p.application_id
    where p.place is distinct from n.place
    returning 1)
  select count(*)::integer from change $$;
comment on function tenancy.note_places(bigint) is
  'Appends the changed places of a building to the history; the caller lets nobody else do so meanwhile';

-- Says that lists may have changed; emptied when that was written down. Nobody waits for another's row.
create table tenancy.waiting_changes (
  id bigint generated always as identity primary key
);
comment on table tenancy.waiting_changes is 'A row whenever applications changed since the lists were last written down';
create function tenancy.mark_waiting_change() returns trigger language plpgsql as $$
begin
  insert into tenancy.waiting_changes default values;
  return null;
end $$;
create trigger waiting_changed after insert or update or delete on tenancy.applications
  for each statement execute function tenancy.mark_waiting_change();
create trigger waiting_changed after insert or update or delete on tenancy.application_zones
  for each statement execute function tenancy.mark_waiting_change();
insert into tenancy.waiting_changes default values;

create function tenancy.note_changed_places() returns integer language plpgsql as $$
declare
  changed integer := 0;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('tenancy.waiting_places', 0)) then
    return 0;
  end if;
  delete from tenancy.waiting_changes;
  if found then
    select coalesce(sum(tenancy.note_places(b.id)), 0) into changed from space.buildings b;
  end if;
  return changed;
end $$;
comment on function tenancy.note_changed_places() is
  'Writes down the changed places of all buildings, if applications have changed; one instance at a time';

create table tenancy.vacancy_rules (
  in_force daterange not null primary key check (not isempty(in_force)),
  round_up_to_pct numeric(5, 2) not null check (round_up_to_pct between 0 and 100),
  round_anchor date not null,
  round_every_months integer not null check (round_every_months between 1 and 60),
  source_vi text not null check (source_vi = normalize(source_vi, NFC)),
  source_en text not null,
  constraint vacancy_rule_one_at_a_time exclude using gist (in_force with &&)
);
comment on table tenancy.vacancy_rules is
  'When a building is let by rounds instead of first come, first served: while at most so much of it is vacant';
comment on column tenancy.vacancy_rules.round_up_to_pct is
  'Vacant share of the rentable area, %, up to which space is so scarce that rounds decide';
comment on column tenancy.vacancy_rules.round_anchor is 'Day of a round; the others follow at the interval';
insert into tenancy.vacancy_rules values (
  daterange('2026-01-01', null), 2, '2027-01-15', 3,
  'Mức mặc định của hệ thống, chờ cơ quan quản lý ban hành quy định',
  'Default of this system until the authority issues its own rule');

create function tenancy.letting_mode(
    the_building bigint, out mode text, out vacant_pct numeric, out round_up_to_pct numeric,
    out next_round date, out source_vi text, out source_en text)
  language sql stable as $$
  select case when v.pct <= r.round_up_to_pct then 'ROUND' else 'FIRST_COME' end,
         round(v.pct, 2), r.round_up_to_pct, n.next_round, r.source_vi, r.source_en
  from (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as day) t
  join tenancy.vacancy_rules r on r.in_force @> t.day
  cross join lateral (
    select coalesce(100.0 * sum(s.area_m2) filter (where s.status in ('FREE', 'SOON'))
                    / nullif(sum(s.area_m2), 0), 0) as pct
    from space.bay_states s
    where s.building_id = the_building and s.rentable) v
  cross join lateral (
    select (r.round_anchor + make_interval(months => r.round_every_months * k))::date
             as next_round
    from generate_series(0, 2400) k
    where (r.round_anchor + make_interval(months => r.round_every_months * k))::date
          >= t.day
    order by k limit 1) n $$;
comment on function tenancy.letting_mode(bigint) is
  'How a building is let today: ROUND while at most round_up_to_pct of its rentable area is vacant (free now or after the hand-over), else FIRST_COME; next_round is the first round from today on';
