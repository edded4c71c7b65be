-- Answers: what they rest on, by whom, how they came about, and their hashes.

alter table allocation.runs
  alter job_id drop not null,
  alter budget_seconds drop not null,
  add column kind text not null default 'SOLVED' check (kind in ('SOLVED', 'RERUN', 'MOVED')),
  add column made_by text not null default 'system',
  add column reason text,
  add column follows bigint references allocation.runs,
  add column budget_iterations bigint check (budget_iterations > 0),
  add column threads integer,
  add column cancelled boolean not null default false,
  add column reproducible boolean not null default false,
  add column changes text not null default '{}',
  add column moved integer not null default 0,
  add column penalty bigint not null default 0,
  add column report text not null default '{}',
  add column result_sha256 text,
  add column rules_sha256 text,
  add constraint run_has_budget check (kind = 'MOVED' or budget_seconds is not null
    or budget_iterations is not null);
comment on column allocation.runs.kind is 'SOLVED from the frozen input; RERUN after a firm has left, with as few moves as pays; MOVED by an officer';
comment on column allocation.runs.changes is 'What differs from the frozen input: who has gone, what stays, what was taken; JSON';
comment on column allocation.runs.moved is 'Applications with another place than in the run it follows';
comment on column allocation.runs.report is 'Quotas, fairness, who stood aside; JSON';
comment on column allocation.runs.reproducible is 'Whether solving again gives the same bytes: a budget of work that nobody cut short';
alter table allocation.rounds
  add constraint rounds_approved_run_fkey foreign key (approved_run) references allocation.runs;

create table allocation.progress (
  job_id uuid not null references platform.jobs on delete cascade,
  no integer not null,
  round_id bigint not null references allocation.rounds,
  stage text not null,
  seconds numeric(10, 2) not null,
  iterations bigint not null,
  objective bigint not null,
  bound bigint,
  primary key (job_id, no)
);
create index on allocation.progress (round_id);
comment on table allocation.progress is 'How objective and bound moved while a round was solved';

alter table allocation.placements
  add column moved boolean not null default false;
comment on column allocation.placements.moved is 'Another place than in the run before';

-- Hashes of rows, so that a record of the chain covers what a run placed and why.
create function allocation.placements_sha256(the_run bigint) returns text language sql stable as $$
  select encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', application, block,
           building_code, level, first_bay, bay_count, area_m2, start_month, term_months, industry,
           moved), E'\n' order by application, block), ''), 'UTF8')), 'hex')
  from allocation.placements where run_id = the_run $$;
create function allocation.reasons_sha256(the_run bigint) returns text language sql stable as $$
  select encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', application, code, text_vi,
           text_en, detail), E'\n' order by application), ''), 'UTF8')), 'hex')
  from allocation.reasons where run_id = the_run $$;
comment on function allocation.placements_sha256(bigint) is 'SHA-256 over a run''s placements, a line each';
comment on function allocation.reasons_sha256(bigint) is 'SHA-256 over a run''s reasons, a line each';
