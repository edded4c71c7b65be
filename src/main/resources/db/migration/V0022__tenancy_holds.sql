-- Holds that people make: whose they are, how long they last, how many a firm may have, and the
-- question whose answer must always be empty.

create table if not exists tenancy.firm_people (
  username text not null references platform.users (username),
  firm_id bigint not null references tenancy.firms,
  primary key (username, firm_id)
);
comment on table tenancy.firm_people is 'Accounts that act for a firm';

create table tenancy.hold_limits (
  in_force daterange not null primary key check (not isempty(in_force)),
  most_holds integer not null check (most_holds > 0),
  most_m2 numeric(10, 2) not null check (most_m2 > 0),
  hours integer not null check (hours between 1 and 8760),
  source_vi text not null check (source_vi = normalize(source_vi, NFC)),
  source_en text not null,
  constraint hold_limit_one_at_a_time exclude using gist (in_force with &&)
);
comment on table tenancy.hold_limits is
  'How many holds a firm may have at a time, on how much space, and for how long; officers are not bound by number and space';
comment on column tenancy.hold_limits.most_m2 is 'Floor area of all live holds of a firm together, measured in the legal CRS';
comment on column tenancy.hold_limits.hours is 'A hold lapses so many hours after it was made';
insert into tenancy.hold_limits values (
  daterange('2026-01-01', null), 3, 3000, 72,
  'Mức mặc định của hệ thống, chờ cơ quan quản lý ban hành quy định',
  'Default of this system until the authority issues its own rule');

create table tenancy.holds (
  id bigint generated always as identity primary key,
  occupancy_id bigint not null unique references space.occupancies,
  firm_id bigint references tenancy.firms,
  application_id bigint references tenancy.applications,
  status text not null default 'LIVE' check (status in ('LIVE', 'RELEASED', 'LAPSED', 'OFFERED')),
  assumed text[] not null default '{}',
  made_by text not null,
  made_at timestamptz not null default now(),
  ended_by text,
  ended_at timestamptz check (ended_at >= made_at),
  end_reason text,
  request_key uuid,
  request_sha256 text check (request_sha256 ~ '^[0-9a-f]{64}$'),
  lock_version integer not null default 1,
  check ((status = 'LIVE') = (ended_at is null)),
  check ((ended_by is null) = (ended_at is null) and (end_reason is null) = (ended_at is null)),
  check ((request_key is null) = (request_sha256 is null))
);
create index on tenancy.holds (firm_id, id);
create index on tenancy.holds (id) where status = 'LIVE';
create index on tenancy.holds (application_id) where application_id is not null;
create unique index holds_request on tenancy.holds (made_by, request_key);
comment on table tenancy.holds is
  'Holds (giữ chỗ) that people made; place, period and deadline stand in space.occupancies';
comment on column tenancy.holds.occupancy_id is 'The claim; another one after the deadline was moved';
comment on column tenancy.holds.firm_id is 'Null where the authority holds the bays for itself';
comment on column tenancy.holds.assumed is 'Members of the request that were not sent and were assumed';
comment on column tenancy.holds.ended_by is 'Account that ended it; system where time did';
comment on column tenancy.holds.request_key is 'Name the client gave the request (Idempotency-Key)';
comment on column tenancy.holds.request_sha256 is 'What that request asked for, so that a key is not used for two things';

create function tenancy.refuse_forgetting() returns trigger language plpgsql as $$
begin
  raise exception '% are never deleted', tg_table_name
    using errcode = '23514', constraint = 'tenancy_history_kept',
          schema = tg_table_schema, table = tg_table_name;
end $$;
create trigger holds_are_kept before delete on tenancy.holds
  for each row execute function tenancy.refuse_forgetting();
create trigger holds_are_not_truncated before truncate on tenancy.holds
  for each statement execute function tenancy.refuse_forgetting();

create index occupancy_deadline on space.occupancies (expires_at) where live and expires_at is not null;

-- Everything that the constraints promise, asked of the rows themselves.
create function space.double_bookings(
    out fault text, out floor_id bigint, out claim bigint, out other bigint, out day date)
  returns setof record language sql stable as $$
  select 'TAKEN_TWICE', a.floor_id, a.id, b.id, greatest(lower(a.during), lower(b.during))
  from space.occupancies a
  join space.occupancies b on b.floor_id = a.floor_id and b.id > a.id
    and b.bays && a.bays and b.during && a.during
  where a.live and b.live
  union all
  select 'NO_SUCH_BAY', o.floor_id, o.id, null, lower(o.during)
  from space.occupancies o
  where o.live
    and (select count(*) from space.bays b where b.floor_id = o.floor_id and b.no <@ o.bays)
        <> upper(o.bays) - lower(o.bays)
  union all
  select 'CROSSES_BREAK', o.floor_id, o.id, null, lower(o.during)
  from space.occupancies o
  join space.floors f on f.id = o.floor_id
  where o.live
    and exists (select from unnest(f.breaks) k where lower(o.bays) < k and k < upper(o.bays))
  union all
  select 'FLOOR_POWER', f.id, rise.id, null, lower(rise.during)
  from space.floors f
  join space.occupancies rise on rise.floor_id = f.id and rise.live
  cross join lateral (
    select sum(o.power_kva) as kva
    from space.occupancies o
    where o.floor_id = f.id and o.live and o.during @> lower(rise.during)) used
  where used.kva > f.power_kva
  union all
  select case when used.kva > b.power_kva then 'BUILDING_POWER' else 'WASTEWATER' end,
         f.id, rise.id, null, lower(rise.during)
  from space.buildings b
  join space.floors f on f.building_id = b.id
  join space.occupancies rise on rise.floor_id = f.id and rise.live
  cross join lateral (
    select sum(o.power_kva) as kva, sum(o.wastewater_m3_day) as m3
    from space.floors other
    join space.occupancies o on o.floor_id = other.id
    where other.building_id = b.id and o.live and o.during @> lower(rise.during)) used
  where used.kva > b.power_kva or used.m3 > b.wastewater_m3_day $$;
comment on function space.double_bookings() is
  'Live claims that contradict each other or their place, with the day on which they do; empty, always';
