-- The way of a round: criteria, deadline, every step chained by hashes, four eyes, objections, offers.

alter table allocation.rounds drop constraint rounds_status_check;
alter table allocation.rounds drop constraint rounds_check;
alter table allocation.rounds
  alter opened_at drop not null,
  alter opened_at drop default,
  add column criteria text,
  add column deadline timestamptz,
  add column made_by text not null default 'system',
  add column made_at timestamptz not null default now(),
  add column opened_by text,
  add column sides text,
  add column shown_by text,
  add column shown_at timestamptz,
  add column objections_until timestamptz,
  add column approved_by text,
  add column approved_at timestamptz,
  add column approved_run bigint,
  add column lot_commitment text check (lot_commitment ~ '^[0-9a-f]{64}$'),
  add column lot_seed text check (lot_seed ~ '^[0-9a-f]{64}$'),
  add column lock_version integer not null default 1;
comment on column allocation.rounds.criteria is 'Published rule set, JSON byte for byte as it is hashed: fixed when the round opens';
comment on column allocation.rounds.sides is 'What the round asks beyond the exchange format, JSON as hashed: quotas in m², related applications, order of ties';
comment on column allocation.rounds.deadline is 'Moment at which applications close, by this clock';
comment on column allocation.rounds.lot_commitment is 'SHA-256 of the seed of the draw of lots, published when the round opens';
comment on column allocation.rounds.lot_seed is 'The seed, published when applications have closed';
comment on column allocation.rounds.opened_at is 'When criteria and deadline were published; null for a draft';

-- The seed before it is revealed; nothing reads it but the closing of the round.
create table allocation.lot_seals (
  round_id bigint primary key references allocation.rounds,
  seed text not null check (seed ~ '^[0-9a-f]{64}$')
);
comment on table allocation.lot_seals is 'Seeds of draws that are not revealed yet';

create table allocation.round_transitions (
  from_status text not null,
  to_status text not null,
  primary key (from_status, to_status)
);
comment on table allocation.round_transitions is 'Which state of a round may follow which; the same pairs as RoundProcess, a test compares them';
insert into allocation.round_transitions values
  ('DRAFT', 'DRAFT'), ('DRAFT', 'OPEN'), ('DRAFT', 'WITHDRAWN'),
  ('OPEN', 'CLOSED'), ('OPEN', 'WITHDRAWN'),
  ('CLOSED', 'SOLVING'), ('CLOSED', 'WITHDRAWN'),
  ('SOLVING', 'PROPOSED'), ('SOLVING', 'CLOSED'),
  ('PROPOSED', 'SOLVING'), ('PROPOSED', 'PROPOSED'), ('PROPOSED', 'SHOWN'), ('PROPOSED', 'WITHDRAWN'),
  ('SHOWN', 'SHOWN'), ('SHOWN', 'PROPOSED'), ('SHOWN', 'SOLVING'), ('SHOWN', 'APPROVED'),
  ('SHOWN', 'WITHDRAWN'),
  ('APPROVED', 'OFFERED'), ('APPROVED', 'SOLVING'),
  ('OFFERED', 'SOLVING'), ('OFFERED', 'DONE');

-- Rounds of before knew no way: what was proposed was public, so it is shown, with no time left to object.
update allocation.rounds set status = 'SHOWN', opened_by = 'system', shown_by = 'system',
  shown_at = now(), objections_until = now()
where status = 'PROPOSED';
update allocation.rounds set status = 'SHOWN', opened_by = 'system', shown_by = 'system',
  shown_at = now(), objections_until = now()
where status in ('APPROVED', 'OFFERED');
update allocation.rounds set opened_by = 'system' where opened_by is null;
alter table allocation.rounds
  add constraint rounds_status_check check (status in ('DRAFT', 'OPEN', 'CLOSED', 'SOLVING',
    'PROPOSED', 'SHOWN', 'APPROVED', 'OFFERED', 'DONE', 'WITHDRAWN')),
  add constraint round_opened check (status in ('DRAFT', 'WITHDRAWN')
    or (opened_at is not null and opened_by is not null)),
  add constraint round_frozen check (status in ('DRAFT', 'OPEN', 'WITHDRAWN')
    or (input is not null and closed_at is not null)),
  add constraint round_shown check (status not in ('SHOWN', 'APPROVED', 'OFFERED', 'DONE')
    or (shown_by is not null and shown_at is not null and objections_until >= shown_at)),
  add constraint round_approved check (status not in ('APPROVED', 'OFFERED', 'DONE')
    or (approved_by is not null and approved_at is not null and approved_run is not null)),
  add constraint round_approved_by_another check (approved_by is null
    or (approved_by <> made_by and approved_by is distinct from opened_by
      and approved_by is distinct from shown_by)),
  add constraint round_lot check (lot_seed is null
    or lot_commitment = encode(sha256(convert_to(lot_seed, 'UTF8')), 'hex'));

-- Applications of a round, as they were when it closed.
create table allocation.round_applications (
  round_id bigint not null references allocation.rounds,
  application text not null,
  firm_id bigint not null references tenancy.firms,
  place integer not null check (place > 0),
  points integer not null check (points >= 0),
  submitted_at timestamptz not null,
  primary key (round_id, application),
  unique (round_id, place)
);
create index on allocation.round_applications (firm_id);
comment on table allocation.round_applications is 'Who takes part in a round: place in the order of ties and points; append-only';
create trigger round_applications_are_append_only before update or delete or truncate
  on allocation.round_applications for each statement execute function platform.refuse_change();

create table allocation.relations (
  round_id bigint not null references allocation.rounds,
  firm_id bigint not null references tenancy.firms,
  group_no integer not null check (group_no > 0),
  primary key (round_id, firm_id)
);
comment on table allocation.relations is 'Firms that count as one in a round; officers only';

-- Every step of a round: the hash of each covers the one before it, so that no step can change unseen.
create table allocation.round_records (
  round_id bigint not null references allocation.rounds,
  no integer not null check (no > 0),
  payload text not null,
  previous text not null,
  hash text not null,
  primary key (round_id, no),
  constraint round_record_hash check (hash = encode(sha256(convert_to(previous || payload, 'UTF8')), 'hex'))
);
comment on table allocation.round_records is 'Steps of rounds with actor, moment, reason and the hashes of what they rest on; append-only';
create trigger round_records_are_append_only before update or delete or truncate
  on allocation.round_records for each statement execute function platform.refuse_change();

create table allocation.objections (
  id bigint generated always as identity primary key,
  round_id bigint not null references allocation.rounds,
  application text not null,
  body text not null check (body = normalize(body, NFC) and length(body) between 1 and 4000),
  made_by text not null,
  made_at timestamptz not null default now(),
  ruling text check (ruling in ('UPHELD', 'REJECTED')),
  reply text check (length(reply) between 1 and 4000),
  replied_by text check (replied_by <> made_by),
  replied_at timestamptz,
  foreign key (round_id, application) references allocation.round_applications,
  check ((ruling is null) = (reply is null) and (ruling is null) = (replied_by is null)
    and (ruling is null) = (replied_at is null))
);
create index on allocation.objections (round_id, id);
comment on table allocation.objections is 'Objections (kiến nghị) of firms to a shown draft, with the officers'' answers';

create function allocation.guard_objection() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and not exists (
      select from allocation.rounds r where r.id = new.round_id and r.status = 'SHOWN'
        and now() between r.shown_at and r.objections_until) then
    raise exception 'the window for objections is not open'
      using errcode = '23514', constraint = 'objection_in_window', schema = 'allocation', table = 'objections';
  end if;
  if tg_op = 'UPDATE' and (old.ruling is not null
      or (new.round_id, new.application, new.body, new.made_by, new.made_at)
        is distinct from (old.round_id, old.application, old.body, old.made_by, old.made_at)) then
    raise exception 'an objection is answered once and never changed'
      using errcode = '23514', constraint = 'objection_answered_once', schema = 'allocation', table = 'objections';
  end if;
  return new;
end $$;
create trigger objection_is_guarded before insert or update on allocation.objections
  for each row execute function allocation.guard_objection();
create trigger objections_are_kept before delete on allocation.objections
  for each row execute function tenancy.refuse_forgetting();

-- What came of offering each placement of an approved round.
create table allocation.round_offers (
  id bigint generated always as identity primary key,
  round_id bigint not null references allocation.rounds,
  run_id bigint not null references allocation.runs,
  application text not null,
  offers bigint[] not null,
  refused text,
  text_vi text not null default '',
  text_en text not null default '',
  made_at timestamptz not null default now(),
  check ((refused is null) = (cardinality(offers) > 0))
);
create index on allocation.round_offers (round_id, application);
comment on table allocation.round_offers is 'Offers made from a round, or why one could not be made; append-only';
comment on column allocation.round_offers.offers is 'tenancy.offers; two for a firm that is split over two floors';
create trigger round_offers_are_append_only before update or delete or truncate
  on allocation.round_offers for each statement execute function platform.refuse_change();

-- The state machine and what is fixed when, whoever writes.
create function allocation.guard_round() returns trigger language plpgsql as $$
begin
  if not exists (select from allocation.round_transitions t
                 where t.from_status = old.status and t.to_status = new.status) then
    raise exception 'a round does not go from % to %', old.status, new.status
      using errcode = '23514', constraint = 'round_step', schema = 'allocation', table = 'rounds';
  end if;
  if old.status <> 'DRAFT'
      and (new.criteria, new.deadline, new.code, new.reference_month, new.lot_commitment, new.made_by)
        is distinct from
          (old.criteria, old.deadline, old.code, old.reference_month, old.lot_commitment, old.made_by) then
    raise exception 'criteria and deadline are fixed when a round opens'
      using errcode = '23514', constraint = 'round_criteria_fixed', schema = 'allocation', table = 'rounds';
  end if;
  if old.status <> 'OPEN'
      and (new.input, new.sides, new.closed_at, new.lot_seed)
        is distinct from (old.input, old.sides, old.closed_at, old.lot_seed) then
    raise exception 'the input is frozen when a round closes'
      using errcode = '23514', constraint = 'round_input_frozen', schema = 'allocation', table = 'rounds';
  end if;
  if old.status = 'OPEN' and new.status = 'CLOSED' and (old.deadline is null or now() < old.deadline) then
    raise exception 'applications may come in until the deadline'
      using errcode = '23514', constraint = 'round_deadline', schema = 'allocation', table = 'rounds';
  end if;
  if old.status = 'SHOWN' and new.status = 'APPROVED' then
    if now() < old.objections_until then
      raise exception 'objections may come in until their window closes'
        using errcode = '23514', constraint = 'round_window', schema = 'allocation', table = 'rounds';
    end if;
    if exists (select from allocation.objections o
               where o.round_id = new.id and o.ruling is null) then
      raise exception 'an objection is not answered'
        using errcode = '23514', constraint = 'round_objections', schema = 'allocation', table = 'rounds';
    end if;
    if exists (select from allocation.runs n
               where n.round_id = new.id and n.made_by = new.approved_by) then
      raise exception 'whoever worked on a round does not approve it'
        using errcode = '23514', constraint = 'round_approved_by_another', schema = 'allocation', table = 'rounds';
    end if;
  end if;
  new.lock_version := old.lock_version + 1;
  return new;
end $$;
create trigger round_is_guarded before update on allocation.rounds
  for each row execute function allocation.guard_round();
create trigger rounds_are_kept before delete on allocation.rounds
  for each row execute function tenancy.refuse_forgetting();
