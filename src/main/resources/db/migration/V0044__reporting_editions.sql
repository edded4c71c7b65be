-- What the public sees of projects, tenants and demand: editions, one at the end of a quarter, made
-- so that no figure, and no difference of two figures or editions, is that of one or two firms.

create or replace view reporting.waiting_demand as
  select coalesce(z.code, '') as zone_code, a.area_min_m2, a.area_max_m2, a.submitted_at,
         a.data_status <> 'OFFICIAL' as illustrative, a.id as application_id, a.firm_id
  from tenancy.applications a
  left join tenancy.application_zones w on w.application_id = a.id and w.rank = 1
  left join zoning.zones z on z.id = w.zone_id
  where a.status = 'ELIGIBLE';

create table reporting.editions (
  day date primary key,
  made_at timestamptz not null default clock_timestamp()
);
comment on table reporting.editions is
  'Editions of the published figures: day they speak of, and when they were made of what was known then; never made again';

create table reporting.edition_units (
  edition date not null references reporting.editions,
  unit text not null,
  primary key (unit, edition)
);
comment on table reporting.edition_units is
  'Projects, tenants and applications whose present state an edition shows; those that are not named stay as an earlier edition showed them';

create table reporting.edition_parts (
  edition date not null,
  unit text not null,
  firm text not null,
  illustrative boolean not null,
  kind text not null,
  key text not null,
  projects integer not null,
  usd numeric not null,
  vnd numeric not null,
  jobs numeric not null,
  area_m2 numeric not null,
  primary key (unit, edition, illustrative, kind, key),
  foreign key (unit, edition) references reporting.edition_units
);
comment on table reporting.edition_parts is
  'What a unit adds to each published cell (kind and key, illustrative ones apart) from an edition on';

create trigger editions_are_append_only before update or delete or truncate on reporting.editions
  for each statement execute function platform.refuse_change();
create trigger edition_units_are_append_only before update or delete or truncate
  on reporting.edition_units for each statement execute function platform.refuse_change();
create trigger edition_parts_are_append_only before update or delete or truncate
  on reporting.edition_parts for each statement execute function platform.refuse_change();

-- What every project, tenant and application adds to which cell, as in force on a day and as known
-- at a moment. Zones, sectors, countries and years of fewer than three firms are one cell, OTHER; so
-- are both halves of a zone's projects where one of them is so small. The cells "detail" (part of a published balance) and "moved" (what it became since) are of each balance;
-- "measured" and "unmeasured" are those halves: by whether jobs and area are known.
create function reporting.contributions(the_day date, the_moment timestamptz)
  returns table (unit text, firm text, illustrative boolean, kind text, key text, projects integer,
    usd numeric, vnd numeric, jobs numeric, area_m2 numeric)
  language sql stable
  begin atomic
    with programme as (
      select min(since) as since from reporting.openings where data_status = 'OFFICIAL'),
    running as (
      select s.*, coalesce(left(s.tax_code, 10), s.code) as firm, s.data_status <> 'OFFICIAL' as example
      from reporting.project_states(the_day, the_moment) s cross join programme
      where s.withdrawn_on is null and s.registered_on >= programme.since),
    supporting as (select r.* from running r where r.supports <> 'NONE'),
    named as (
      select s.project_id, s.firm, s.example, c.kind, c.key
      from supporting s
      cross join lateral (values
        ('zone', s.zone_code), ('sector', s.division), ('origin', s.origin),
        ('year', extract(year from s.registered_on)::text), ('supports', s.supports),
        (case when s.jobs is null or s.area_m2 is null then 'unmeasured' else 'measured' end, s.zone_code))
        as c (kind, key)),
    rare as (
      select n.kind, n.key, n.example from named n
      group by n.kind, n.key, n.example having count(distinct n.firm) < 3),
    cells as (
      select n.project_id, n.kind, case when exists (
               select from rare r where r.example = n.example and r.key = n.key
                 and (r.kind = n.kind or (n.kind like '%measured' and r.kind like '%measured')))
             then 'OTHER' else n.key end as key
      from named n
      union all
      select r.project_id, 'share', case r.supports when 'NONE' then 'NONE' else 'SUPPORTING' end
      from running r),
    balances as (
      select o.code, b.project_id, b.capital_usd, b.capital_vnd
      from reporting.openings o cross join programme
      cross join lateral reporting.project_states(o.valid_on, the_moment) b
      where o.data_status = 'OFFICIAL' and o.known_at <= the_moment and o.valid_on <= the_day
        and b.withdrawn_on is null and b.registered_on >= programme.since and b.supports <> 'NONE'),
    openings as (
      select o.code from reporting.openings o
      where o.data_status = 'OFFICIAL' and o.known_at <= the_moment and o.valid_on <= the_day),
    moves as (
      select o.code, p.project_id,
             (s.project_id is not null)::integer - (b.project_id is not null)::integer as projects,
             coalesce(s.capital_usd, 0) - coalesce(b.capital_usd, 0) as usd,
             coalesce(s.capital_vnd, 0) - coalesce(b.capital_vnd, 0) as vnd
      from openings o
      cross join (select r.project_id from supporting r union select x.project_id from balances x) p
      left join supporting s on s.project_id = p.project_id
      left join balances b on b.project_id = p.project_id and b.code = o.code)
    select 'P' || r.project_id, r.firm, r.example, c.kind, c.key, 1, r.capital_usd, r.capital_vnd,
           case when c.kind = 'measured' then coalesce(r.jobs, 0)::numeric else 0::numeric end,
           case when c.kind = 'measured' then coalesce(r.area_m2, 0::numeric) else 0::numeric end
    from cells c join running r on r.project_id = c.project_id
    union all
    select 'P' || p.id, coalesce(left(p.tax_code, 10), p.code), p.data_status <> 'OFFICIAL', 'detail',
           b.code, 1, b.capital_usd, b.capital_vnd, 0, 0
    from balances b join reporting.projects p on p.id = b.project_id
    union all
    select 'P' || p.id, coalesce(left(p.tax_code, 10), p.code), p.data_status <> 'OFFICIAL', 'moved',
           m.code, m.projects, m.usd, m.vnd, 0, 0
    from moves m join reporting.projects p on p.id = m.project_id
    where m.projects <> 0 or m.usd <> 0 or m.vnd <> 0
    union all
    select 'F' || l.firm_id, l.firm_id::text, l.illustrative, 'size', l.size_class, 1, 0, 0, 0,
           sum(l.area_m2)
    from reporting.lease_space l
    where the_day between l.from_day and l.last_day and l.recorded_at <= the_moment
      and (l.withdrawn_at is null or l.withdrawn_at > the_moment)
    group by l.firm_id, l.illustrative, l.size_class
    union all
    select 'A' || w.application_id, w.firm_id::text, w.illustrative, 'waiting', w.zone_code, 1, 0, 0,
           0, w.area_min_m2
    from reporting.waiting_demand w;
  end;
comment on function reporting.contributions(date, timestamptz) is
  'What every unit adds to which published cell; nobody outside reads it';

-- What an edition shows: of each unit the state that the last edition up to it has taken in.
create function reporting.edition_shows(the_edition date) returns setof reporting.edition_parts
  language sql stable
  begin atomic
    select p.* from reporting.edition_parts p
    join (select u.unit, max(u.edition) as edition from reporting.edition_units u
          where u.edition <= the_edition group by u.unit) last
      on last.unit = p.unit and last.edition = p.edition;
  end;
comment on function reporting.edition_shows(date) is 'The parts whose sums an edition publishes';

-- The figures of parts one by one, none of them 0; "figure" names cell and measure.
create function reporting.figures(parts reporting.edition_parts)
  returns table (figure text, amount numeric) language sql immutable
  begin atomic
    select (parts.illustrative, parts.kind, parts.key, m.measure)::text, m.amount
    from (values ('projects', parts.projects::numeric), ('usd', parts.usd), ('vnd', parts.vnd),
                 ('jobs', parts.jobs), ('area_m2', parts.area_m2)) m (measure, amount)
    where m.amount <> 0;
  end;
comment on function reporting.figures(reporting.edition_parts) is
  'What a unit adds to each published figure';

-- Makes the edition of a day. Units that changed are taken in together, as many as can be so that
-- each figure is made of no firm or of at least three, and so is its difference from every earlier
-- edition; the others stay as they were shown, and wait. Taking none in is always such a set: then
-- the edition is the last one again.
create function reporting.publish(the_day date) returns boolean language plpgsql as $$
declare
  fewest constant integer := 3;
  moment constant timestamptz := clock_timestamp();
  gone integer;
begin
  perform pg_advisory_xact_lock(hashtext('reporting.editions'));
  if exists (select from reporting.editions e where e.day >= the_day) then
    return false;
  end if;
  create temporary table fresh on commit drop as
    select the_day as edition, c.* from reporting.contributions(the_day, moment) c;
  create temporary table earlier on commit drop as
    select e.day, s.unit, s.firm, f.figure, f.amount
    from reporting.editions e
    cross join lateral reporting.edition_shows(e.day) s
    cross join lateral reporting.figures(s) f;
  insert into reporting.editions (day, made_at) values (the_day, moment);
  create temporary table next on commit drop as
    select coalesce(n.unit, s.unit) as unit, coalesce(n.firm, s.firm) as firm,
           coalesce(n.figure, s.figure) as figure, coalesce(n.amount, 0) as changed,
           coalesce(s.amount, 0) as kept
    from (select p.unit, p.firm, f.figure, f.amount
          from (select (x.edition, x.unit, x.firm, x.illustrative, x.kind, x.key, x.projects, x.usd,
                        x.vnd, x.jobs, x.area_m2)::reporting.edition_parts as part, x.unit, x.firm
                from fresh x) p
          cross join lateral reporting.figures(p.part) f) n
    full join (select e.unit, e.firm, e.figure, e.amount from earlier e
               where e.day = (select max(day) from earlier)) s
      on s.unit = n.unit and s.figure = n.figure;
  create temporary table taken on commit drop as
    select distinct n.unit from next n where n.changed <> n.kept;
  analyze earlier, next;
  loop
    with now as (
      select n.unit, n.firm, n.figure,
             case when t.unit is null then n.kept else n.changed end as amount
      from next n left join taken t on t.unit = n.unit),
    touched as (
      select n.unit, n.figure from next n join taken t on t.unit = n.unit
      where n.changed <> n.kept),
    small as (
      select n.figure from now n where n.amount <> 0
      group by n.figure having count(distinct n.firm) < fewest
      union
      select d.figure from (
        select w.day, coalesce(w.figure, e.figure) as figure, coalesce(w.firm, e.firm) as firm
        from (select y.day, n.unit, n.firm, n.figure, n.amount
              from now n cross join (select distinct day from earlier) y
              where n.figure in (select figure from touched)) w
        left join earlier e on e.day = w.day and e.unit = w.unit and e.figure = w.figure
        where w.amount <> coalesce(e.amount, 0)
        union all
        select e.day, e.figure, e.firm from earlier e
        where e.figure in (select figure from touched)
          and not exists (select from next n where n.unit = e.unit and n.figure = e.figure)) d
      group by d.day, d.figure having count(distinct d.firm) < fewest)
    delete from taken x using touched t
    where t.unit = x.unit and t.figure in (select figure from small);
    get diagnostics gone = row_count;
    exit when gone = 0;
  end loop;
  insert into reporting.edition_units (edition, unit) select the_day, x.unit from taken x;
  insert into reporting.edition_parts
    select f.* from fresh f join taken on taken.unit = f.unit;
  drop table fresh, earlier, next, taken;
  return true;
end $$;
comment on function reporting.publish(date) is
  'Makes the edition of a day, unless there is one of that day or later; no figure of it, and no difference from an earlier one, is that of one or two firms';
