-- Drafts that keep everything ever drawn, decisions by four eyes, and publication without a mix.

alter table zoning.subzones add column uid uuid not null default gen_random_uuid();
alter table zoning.subzones alter column uid drop default;
alter table zoning.subzones add unique (plan_id, uid);
-- Codes may be swapped within one transaction.
alter table zoning.subzones drop constraint subzones_plan_id_code_key;
alter table zoning.subzones add constraint subzone_code_unique unique (plan_id, code)
  deferrable initially deferred;
comment on column zoning.subzones.uid is 'Who the subzone is through all versions and edits; codes may change';

alter table zoning.plans
  add column shared boolean not null default false,
  add column park_kind text not null default 'GENERAL'
    check (park_kind in ('GENERAL', 'SUPPORTING_INDUSTRY', 'HIGH_TECH', 'ECO')),
  add column head_revision integer not null default 0 check (head_revision >= 0),
  add column submitted_by text,
  add column approved_at timestamptz,
  add column approved_over bigint references zoning.plans,
  add constraint plan_approved_by_another
    check (approved_by is null or (approved_by <> author and approved_by is distinct from submitted_by)),
  add constraint plan_decision_complete
    check (status not in ('APPROVED', 'PUBLISHED', 'SUPERSEDED') or author = 'system'
           or (approved_by is not null and decision_no is not null and decided_on is not null
               and authority_vi is not null and valid_from is not null));
comment on column zoning.plans.shared is 'Other planners may edit the draft too';
comment on column zoning.plans.park_kind is 'What the plan declares the zone to be; specialised parks have shares of their own';
comment on column zoning.plans.head_revision is 'Revision whose state subzones holds; undo moves it to its parent';
comment on column zoning.plans.approved_over is 'Plan that was published when this one was approved; another one at publication is a conflict';

-- A plan may only be drawn while it is a draft or was returned.
create function zoning.refuse_drawing_when_decided() returns trigger language plpgsql as $$
begin
  if exists (
      select from zoning.plans p
      where p.status not in ('DRAFT', 'RETURNED')
        and p.id in (case when tg_op <> 'INSERT' then old.plan_id end,
                     case when tg_op <> 'DELETE' then new.plan_id end)) then
    raise exception 'only a draft or a returned plan may be drawn'
      using errcode = '23514', constraint = 'plan_published_immutable',
            schema = tg_table_schema, table = tg_table_name;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger subzone_drawn_in_drafts before insert or update or delete on zoning.subzones
  for each row execute function zoning.refuse_drawing_when_decided();

create function zoning.refuse_change_of_history() returns trigger language plpgsql as $$
begin
  raise exception 'history is append-only'
    using errcode = '23514', constraint = 'zoning_history_append_only',
          schema = tg_table_schema, table = tg_table_name;
end $$;

create table zoning.draft_revisions (
  plan_id bigint not null references zoning.plans,
  revision integer not null check (revision > 0),
  parent integer not null check (parent >= 0 and parent < revision),
  kind text not null check (kind in ('START', 'EDIT', 'REPAIR', 'IMPORT')),
  author text not null,
  made_at timestamptz not null default clock_timestamp(),
  batch jsonb,
  primary key (plan_id, revision)
);
comment on table zoning.draft_revisions is
  'Tree of everything ever drawn in a plan; undo goes to the parent, a new edit grows a branch';
comment on column zoning.draft_revisions.batch is 'The edits as they were sent';

create table zoning.draft_changes (
  plan_id bigint not null,
  revision integer not null,
  uid uuid not null,
  before jsonb,
  before_geom geometry(Polygon, 4326),
  after jsonb,
  after_geom geometry(Polygon, 4326),
  primary key (plan_id, revision, uid),
  foreign key (plan_id, revision) references zoning.draft_revisions,
  check (before is not null or after is not null),
  check ((before is null) = (before_geom is null)),
  check ((after is null) = (after_geom is null))
);
-- What was ever drawn at a place, and what was there before.
create index on zoning.draft_changes using gist (before_geom);
create index on zoning.draft_changes using gist (after_geom);
comment on table zoning.draft_changes is 'What a revision did to each subzone; no before means created, no after deleted';

create table zoning.draft_steps (
  plan_id bigint not null references zoning.plans,
  lock_version integer not null,
  head_revision integer not null,
  kind text not null,
  made_by text not null,
  made_at timestamptz not null default clock_timestamp(),
  primary key (plan_id, lock_version)
);
comment on table zoning.draft_steps is
  'Which revision each lock_version showed, so that a stale editor can be told what changed since';

create table zoning.rule_sets (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  content text not null,
  first_used_at timestamptz not null default clock_timestamp()
);
comment on table zoning.rule_sets is 'Every rule book a decision was taken by, whole, so that the decision can be replayed';

create table zoning.plan_decisions (
  id bigint generated always as identity primary key,
  plan_id bigint not null references zoning.plans,
  action text not null check (action in ('SUBMIT', 'APPROVE', 'RETURN', 'WITHDRAW', 'PUBLISH', 'SUPERSEDE')),
  from_status text not null,
  to_status text not null,
  made_by text not null,
  made_at timestamptz not null default clock_timestamp(),
  revision integer not null,
  reason text,
  decision_no text,
  decided_on date,
  rule_set_sha256 text references zoning.rule_sets,
  content_sha256 text,
  judged_on date,
  report jsonb
);
create index on zoning.plan_decisions (plan_id, id);
comment on table zoning.plan_decisions is 'Every step of a plan''s life with what it was decided on';
comment on column zoning.plan_decisions.revision is 'Revision of the draft that was decided on, 0 for a plan from a file';
comment on column zoning.plan_decisions.content_sha256 is 'Hash of the subzones as they stood';
comment on column zoning.plan_decisions.report is 'Findings, verdicts and balance as they stood';

create table zoning.plan_waivers (
  plan_id bigint not null references zoning.plans,
  rule_id text not null,
  decision_no text not null,
  decided_on date not null,
  recorded_by text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (plan_id, rule_id)
);
comment on table zoning.plan_waivers is 'Decisions of an authority that free a plan from a rule';

do $$
declare
  name text;
begin
  foreach name in array array['draft_revisions', 'draft_changes', 'draft_steps', 'rule_sets',
                              'plan_decisions', 'plan_waivers'] loop
    execute format('create trigger append_only before update or delete on zoning.%I
                    for each row execute function zoning.refuse_change_of_history()', name);
    execute format('create trigger not_truncated before truncate on zoning.%I
                    for each statement execute function zoning.refuse_change_of_history()', name);
  end loop;
end $$;

-- Four eyes: nobody approves or publishes what he drew, in any revision.
create function zoning.refuse_own_approval() returns trigger language plpgsql as $$
begin
  if new.approved_by is not null and new.approved_by is distinct from old.approved_by
     and exists (select from zoning.draft_revisions r
                 where r.plan_id = new.id and r.author = new.approved_by and r.kind <> 'START') then
    raise exception 'nobody approves what he drew'
      using errcode = '23514', constraint = 'plan_approved_by_another',
            schema = tg_table_schema, table = tg_table_name;
  end if;
  return new;
end $$;
create trigger plan_four_eyes before update on zoning.plans
  for each row execute function zoning.refuse_own_approval();

-- Puts a plan in force over a period, from what is known now on. What was known stays known: periods
-- in its way are closed, and what the new period leaves of them is added anew. The caller holds the
-- lock on the zone's row.
create function zoning.put_in_force(the_plan bigint, period daterange, moment timestamptz)
  returns void language plpgsql as $$
declare
  the_zone bigint;
  hit record;
begin
  select zone_id into strict the_zone from zoning.plans where id = the_plan;
  for hit in
    select id, plan_id, valid from zoning.plan_periods
    where zone_id = the_zone and valid && period and upper_inf(known)
    for update
  loop
    update zoning.plan_periods set known = tstzrange(lower(known), moment) where id = hit.id;
    insert into zoning.plan_periods (zone_id, plan_id, valid, known)
    select the_zone, hit.plan_id, rest, tstzrange(moment, null)
    from unnest(array[
      case when lower_inf(period) then 'empty'::daterange
           else hit.valid * daterange(null, lower(period)) end,
      case when upper_inf(period) then 'empty'::daterange
           else hit.valid * daterange(upper(period), null) end]) as rest
    where not isempty(rest);
  end loop;
  insert into zoning.plan_periods (zone_id, plan_id, valid, known)
  values (the_zone, the_plan, period, tstzrange(moment, null));
end $$;
comment on function zoning.put_in_force(bigint, daterange, timestamptz) is
  'Bitemporal: from moment on it is known that the plan is in force over the period';

create table zoning.imports (
  id uuid primary key,
  plan_id bigint not null references zoning.plans,
  author text not null,
  job_id uuid,
  file_name text not null,
  file bytea,
  options jsonb not null,
  state text not null check (state in ('READING', 'READ', 'REFUSED', 'CONFIRMED', 'DISCARDED')),
  report jsonb,
  subzones jsonb,
  made_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz
);
comment on table zoning.imports is 'Files on their way into a draft; nothing of them is in the plan before it is confirmed';
comment on column zoning.imports.subzones is 'What confirming would draw, as read; emptied with the file when it is decided';

create table zoning.field_mappings (
  author text not null,
  fields_sha256 text not null,
  mapping jsonb not null,
  used_at timestamptz not null default clock_timestamp(),
  primary key (author, fields_sha256)
);
comment on table zoning.field_mappings is 'How a planner last mapped a file with these field names';
