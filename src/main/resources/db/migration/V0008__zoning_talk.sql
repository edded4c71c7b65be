-- What people say about a plan, pinned to places of it, and who has it open.

create table zoning.comments (
  id bigint generated always as identity primary key,
  plan_id bigint not null references zoning.plans,
  revision integer not null check (revision >= 0),
  author text not null,
  made_at timestamptz not null default clock_timestamp(),
  text text not null check (text = normalize(text, NFC) and char_length(text) between 1 and 2000),
  place geometry(Geometry, 4326)
    constraint comment_valid_place
      check (st_isvalid(place) and not st_isempty(place)
             and geometrytype(place) in ('POINT', 'LINESTRING', 'POLYGON')),
  subzone uuid,
  parent bigint,
  decision_id bigint references zoning.plan_decisions,
  resolved_by text,
  resolved_at timestamptz,
  turns integer not null default 0,
  unique (plan_id, id),
  foreign key (plan_id, parent) references zoning.comments (plan_id, id),
  check ((resolved_by is null) = (resolved_at is null)),
  constraint comment_thread_is_resolved check (parent is null or turns = 0)
);
create index on zoning.comments using gist (place);
create index on zoning.comments (decision_id) where decision_id is not null;
comment on table zoning.comments is
  'What staff say about a plan (góp ý); what was said stays, a thread may be resolved and reopened. A fork inherits none';
comment on column zoning.comments.revision is 'What the plan showed when it was said, 0 for a plan from a file';
comment on column zoning.comments.subzone is 'uid of a subzone the plan had then';
comment on column zoning.comments.parent is 'First comment of the thread it answers, null where it begins one';
comment on column zoning.comments.decision_id is 'The decision it came with: a plan sent back with reasons on the map';
comment on column zoning.comments.turns is 'How often it was resolved or reopened, so that readers notice; who did is in the audit';

create function zoning.refuse_change_of_comment() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.turns = old.turns + 1
     and (new.resolved_at is null) <> (old.resolved_at is null)
     and to_jsonb(new) - array['resolved_by', 'resolved_at', 'turns', 'place']
         = to_jsonb(old) - array['resolved_by', 'resolved_at', 'turns', 'place']
     and st_asbinary(new.place) is not distinct from st_asbinary(old.place) then
    return new;
  end if;
  raise exception 'what was said stays; a comment can only be resolved or reopened'
    using errcode = '23514', constraint = 'comment_append_only',
          schema = tg_table_schema, table = tg_table_name;
end $$;
create trigger comment_append_only before update or delete on zoning.comments
  for each row execute function zoning.refuse_change_of_comment();
create trigger not_truncated before truncate on zoning.comments
  for each statement execute function zoning.refuse_change_of_comment();

-- Without a foreign key to the plan, so that nobody's heartbeat waits for somebody's edit.
create unlogged table zoning.presences (
  person text not null,
  session uuid not null,
  plan_id bigint not null,
  subzone uuid,
  doing text not null check (doing in ('VIEWING', 'EDITING')),
  since timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  primary key (person, session)
);
create index on zoning.presences (plan_id);
create index on zoning.presences (seen_at);
comment on table zoning.presences is
  'Who has a plan open in which window; a row not renewed for 30 seconds counts no more, and a crash may lose all';
comment on column zoning.presences.session is 'Made by the window; it has at most one plan open';
comment on column zoning.presences.since is 'Since when the window has had the plan open without a pause';

-- An edit whose answer was lost may be sent again: it is written once.
alter table zoning.draft_revisions add column request_key uuid;
create unique index draft_revisions_request on zoning.draft_revisions (plan_id, author, request_key);
comment on column zoning.draft_revisions.request_key is
  'Name the client gave the request (Idempotency-Key), null for requests without one';
