-- Allocation rounds (đợt phân bổ): what was asked, what was answered, how good the answer is, and why.

create table allocation.rounds (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^[0-9]{4}-[0-9]{1,3}$'),
  title_vi text not null check (title_vi = normalize(title_vi, NFC)),
  title_en text not null,
  status text not null check (status in ('OPEN', 'CLOSED', 'PROPOSED', 'APPROVED', 'OFFERED', 'WITHDRAWN')),
  reference_month date not null check (extract(day from reference_month) = 1),
  input text,
  data_status text not null check (data_status in ('OFFICIAL', 'SCHEMATIC', 'ILLUSTRATIVE')),
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  check (status = 'OPEN' or (input is not null and closed_at is not null))
);
comment on table allocation.rounds is 'Allocation rounds (đợt phân bổ)';
comment on column allocation.rounds.input is 'The frozen problem, alloc-instance/1, byte for byte as it was hashed: written when the round closes and never changed';
comment on column allocation.rounds.reference_month is 'Month 0 of the problem';

create table allocation.runs (
  id bigint generated always as identity primary key,
  round_id bigint not null references allocation.rounds,
  job_id uuid not null unique references platform.jobs,
  engine text not null,
  status text not null check (status in ('OPTIMAL', 'FEASIBLE')),
  seed bigint not null,
  budget_seconds numeric(8, 2) not null check (budget_seconds > 0),
  seconds numeric(8, 2) not null,
  iterations bigint not null,
  objective bigint not null,
  bound bigint not null check (bound >= objective),
  demand bigint not null,
  preference bigint not null,
  vacant_runs bigint not null,
  cluster_links bigint not null,
  checker text not null check (checker in ('FEASIBLE', 'INFEASIBLE')),
  input_sha256 text not null check (input_sha256 ~ '^[0-9a-f]{64}$'),
  firms integer not null,
  placed integer not null,
  demand_m2 bigint not null,
  supply_m2 bigint not null,
  placed_m2 bigint not null,
  result text not null,
  finished_at timestamptz not null default now()
);
create index on allocation.runs (round_id, id);
comment on table allocation.runs is 'Answers to a round''s problem, each with its proven bound; append-only';
comment on column allocation.runs.bound is 'No placement whatever scores more than this';
comment on column allocation.runs.result is 'The answer, alloc-result/1';
create trigger runs_are_append_only before update or delete or truncate on allocation.runs
  for each statement execute function platform.refuse_change();

create table allocation.placements (
  run_id bigint not null references allocation.runs,
  application text not null,
  block integer not null check (block in (0, 1)),
  building_code text not null,
  level integer not null,
  first_bay integer not null check (first_bay >= 0),
  bay_count integer not null check (bay_count > 0),
  area_m2 integer not null,
  start_month date not null,
  term_months integer not null,
  industry text not null,
  primary key (run_id, application, block)
);
create index on allocation.placements (run_id, building_code, level);
comment on table allocation.placements is 'Bays that a run gives an application; two blocks where a firm is split over adjacent floors';
create trigger placements_are_append_only before update or delete or truncate on allocation.placements
  for each statement execute function platform.refuse_change();

create table allocation.reasons (
  run_id bigint not null references allocation.runs,
  application text not null,
  code text not null,
  cause_vi text not null,
  cause_en text not null,
  text_vi text not null,
  text_en text not null,
  detail jsonb not null default '{}',
  primary key (run_id, application)
);
comment on table allocation.reasons is 'Why each application got what it got; a firm reads its own, staff read all';
create trigger reasons_are_append_only before update or delete or truncate on allocation.reasons
  for each statement execute function platform.refuse_change();
