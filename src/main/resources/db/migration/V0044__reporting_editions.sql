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

-- Makes the edition of a day. Units that changed are taken in together, as many as can be so that
-- each cell that changes does so by at least three firms, and is then made of none or at least
-- three; the others stay as they were shown, and wait. By induction every figure, and every
-- difference of one cell between any two editions, is a sum over none or at least three firms.
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
  insert into reporting.editions (day, made_at) values (the_day, moment);
  create temporary table fresh on commit drop as
    select c.* from reporting.contributions(the_day, moment) c;
  create temporary table shown on commit drop as
    select s.* from reporting.edition_shows(the_day) s;
  create temporary table touched on commit drop as
    select coalesce(f.unit, s.unit) as unit, coalesce(f.firm, s.firm) as firm,
           (coalesce(f.illustrative, s.illustrative), coalesce(f.kind, s.kind), coalesce(f.key, s.key))::text as cell
    from fresh f
    full join shown s on s.unit = f.unit and s.illustrative = f.illustrative and s.kind = f.kind and s.key = f.key
    where (f.projects, f.usd, f.vnd, f.jobs, f.area_m2)
      is distinct from (s.projects, s.usd, s.vnd, s.jobs, s.area_m2);
  create temporary table taken on commit drop as select distinct t.unit from touched t;
  loop
    delete from taken x using touched t
    where t.unit = x.unit and t.cell in (
      select c.cell from touched c join taken on taken.unit = c.unit
      group by c.cell having count(distinct c.firm) < fewest
      union all
      select m.cell from (
        select f.firm, (f.illustrative, f.kind, f.key)::text as cell
        from fresh f join taken on taken.unit = f.unit
        union all
        select s.firm, (s.illustrative, s.kind, s.key)::text
        from shown s left join taken on taken.unit = s.unit where taken.unit is null) m
      group by m.cell having count(distinct m.firm) < fewest);
    get diagnostics gone = row_count;
    exit when gone = 0;
  end loop;
  insert into reporting.edition_units (edition, unit) select the_day, x.unit from taken x;
  insert into reporting.edition_parts
    select the_day, f.* from fresh f join taken on taken.unit = f.unit;
  drop table fresh, shown, touched, taken;
  return true;
end $$;
comment on function reporting.publish(date) is
  'Makes the edition of a day, unless there is one of that day or later; each change it shows is that of at least three firms in each cell';
