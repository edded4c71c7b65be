-- Deposits, what firms ask for about their leases, and what a named request for an application asked for.

alter table space.buildings
  add column deposit_months numeric(4, 1) check (deposit_months between 0 and 60);
comment on column space.buildings.deposit_months is
  'Deposit (tiền đặt cọc) that its leases ask for, in months of rent and service charge; null where it is not known';
update space.buildings set deposit_months = 3 where data_status = 'ILLUSTRATIVE';

alter table tenancy.offers
  add column deposit_months numeric(4, 1) check (deposit_months between 0 and 60);
alter table tenancy.leases
  add column deposit_months numeric(4, 1) check (deposit_months between 0 and 60);
comment on column tenancy.offers.deposit_months is 'In months of rent and service charge; null where it is not settled';
comment on column tenancy.leases.deposit_months is 'In months of rent and service charge; null where it was not settled';

alter table tenancy.applications
  add column request_sha256 text check (request_sha256 ~ '^[0-9a-f]{64}$'),
  add check (request_sha256 is null or request_key is not null);
comment on column tenancy.applications.request_sha256 is
  'Hash of what the named request asked for, so that one name is not taken for two things; null for older ones';

create table tenancy.lease_requests (
  id bigint generated always as identity primary key,
  lease_id bigint not null references tenancy.leases,
  firm_id bigint not null references tenancy.firms,
  kind text not null check (kind in ('RENEW', 'TRANSFER', 'END')),
  months integer check (months between 1 and 600),
  day date,
  to_firm_id bigint references tenancy.firms check (to_firm_id <> firm_id),
  reason text not null check (length(reason) between 1 and 1000),
  status text not null default 'OPEN' check (status in ('OPEN', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
  made_by text not null,
  made_at timestamptz not null default now(),
  request_key uuid,
  request_sha256 text check (request_sha256 ~ '^[0-9a-f]{64}$'),
  ended_at timestamptz,
  ended_by text,
  end_reason text,
  result_lease_id bigint references tenancy.leases,
  lock_version integer not null default 1,
  check ((kind = 'RENEW') = (months is not null)),
  check ((kind <> 'RENEW') = (day is not null)),
  check ((kind = 'TRANSFER') = (to_firm_id is not null)),
  check ((status = 'OPEN') = (ended_at is null)),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_reason is null)),
  check ((status = 'GRANTED') = (result_lease_id is not null)),
  check ((request_key is null) = (request_sha256 is null))
);
create unique index lease_requests_one_open on tenancy.lease_requests (lease_id) where status = 'OPEN';
create unique index lease_requests_request on tenancy.lease_requests (made_by, request_key);
create index on tenancy.lease_requests (status, id);
comment on table tenancy.lease_requests is
  'What firms ask for about their leases: a further term, another firm, an earlier end; officers decide';
comment on column tenancy.lease_requests.months is 'Further term of a RENEW';
comment on column tenancy.lease_requests.day is 'First day of the other firm (TRANSFER), or last day (END)';
comment on column tenancy.lease_requests.to_firm_id is 'The other firm of a TRANSFER';
comment on column tenancy.lease_requests.result_lease_id is
  'The lease that follows, or the one that ends';
