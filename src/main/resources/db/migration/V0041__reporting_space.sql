-- What the indicators read of floors, leases and applications: sums and counts, no names.

-- Bays of each zone by level, with what was claimed on a day as known at a moment.
create function reporting.floor_space(the_day date, the_moment timestamptz)
  returns table (zone_code text, level integer, rentable_m2 numeric, free_m2 numeric, let_m2 numeric,
    claimed_m2 numeric, soon_m2 numeric, illustrative boolean)
  language sql stable
  begin atomic
    select z.code, f.level, sum(b.area_m2),
           coalesce(sum(b.area_m2) filter (where x.status = 'FREE'), 0),
           coalesce(sum(b.area_m2) filter (where x.status = 'LET'), 0),
           coalesce(sum(b.area_m2) filter (where x.status = 'CLAIMED'), 0),
           coalesce(sum(b.area_m2) filter (where x.status = 'SOON'), 0),
           bool_or(bl.data_status <> 'OFFICIAL')
    from space.bays b
    join space.floors f on f.id = b.floor_id
    join space.buildings bl on bl.id = f.building_id
    join zoning.zones z on z.id = bl.zone_id
    cross join lateral (
      select bool_or(o.kind = 'LEASE' and o.during @> the_day) as leased,
             (array_agg(o.kind order by o.during))[1] as first_kind
      from space.occupancies o
      where o.floor_id = b.floor_id and (o.bays @> b.no) is true
        and (o.during && daterange(the_day, null)) is true
        and o.recorded_at <= the_moment
        and (o.withdrawn_at is null or o.withdrawn_at > the_moment)) c
    cross join lateral (
      select case
        when c.leased then 'LET'
        when c.first_kind in ('HOLD', 'OFFER') then 'CLAIMED'
        when coalesce(b.available_from, bl.available_from) > the_day then 'SOON'
        else 'FREE' end as status) x
    where b.rentable
    group by z.code, f.level;
  end;
comment on function reporting.floor_space(date, timestamptz) is
  'Rentable m² by zone and level: free, let, claimed by a hold or an offer, handed over later';

-- Leases with their m², without the tenant.
create view reporting.lease_space as
  select o.id, z.code as zone_code, bl.code as building_code, lower(o.during) as from_day,
         upper(o.during) - 1 as last_day, a.area_m2, f.size_class, l.firm_id,
         o.recorded_at, o.withdrawn_at, l.data_status <> 'OFFICIAL' as illustrative
  from space.occupancies o
  join tenancy.leases l on l.occupancy_id = o.id
  join tenancy.firms f on f.id = l.firm_id
  join space.floors fl on fl.id = o.floor_id
  join space.buildings bl on bl.id = fl.building_id
  join zoning.zones z on z.id = bl.zone_id
  cross join lateral (
    select sum(b.area_m2) as area_m2 from space.bays b
    where b.floor_id = o.floor_id and o.bays @> b.no) a
  where o.kind = 'LEASE';
comment on view reporting.lease_space is
  'Leases with period, m² and size class of the firm; firm_id only tells firms apart when they are counted';

-- Applications that wait for space, under the zone they prefer.
create view reporting.waiting_demand as
  select coalesce(z.code, '') as zone_code, a.area_min_m2, a.area_max_m2, a.submitted_at,
         a.data_status <> 'OFFICIAL' as illustrative
  from tenancy.applications a
  left join tenancy.application_zones w on w.application_id = a.id and w.rank = 1
  left join zoning.zones z on z.id = w.zone_id
  where a.status = 'ELIGIBLE';
comment on view reporting.waiting_demand is 'Applications that were found eligible and have no space yet; zone_code is empty where any zone will do';

-- For a firm's own projects.
create view reporting.firm_accounts as
  select p.username, f.tax_code from tenancy.firm_people p join tenancy.firms f on f.id = p.firm_id;
comment on view reporting.firm_accounts is 'Which tax code an account acts for';
