-- What-if: a copy of a round with something changed, solved beside it and without any effect on it.

create table allocation.scenarios (
  id bigint generated always as identity primary key,
  round_id bigint not null references allocation.rounds,
  run_id bigint references allocation.runs,
  name text not null check (name = normalize(name, NFC) and length(name) between 1 and 200),
  asked text not null,
  job_id uuid references platform.jobs,
  made_by text not null,
  made_at timestamptz not null default now(),
  result text,
  figures text,
  solved_at timestamptz,
  check ((result is null) = (solved_at is null) and (figures is null) = (result is null))
);
create index on allocation.scenarios (round_id, id);
create index on allocation.scenarios (made_by, made_at);
comment on table allocation.scenarios is 'Forks of rounds (phương án thử): what was changed and what would come of it';
comment on column allocation.scenarios.run_id is 'The run it is compared with; null where the round has none yet';
comment on column allocation.scenarios.asked is 'What is changed, JSON';
