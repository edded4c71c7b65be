-- Buildings, floors and bays, and who occupies which bays when.

create table space.industries (
  code text primary key,
  position integer not null unique,
  name_vi text not null check (name_vi = normalize(name_vi, NFC)),
  name_en text not null,
  vsic text not null check (vsic ~ '^[0-9]{2,5}$')
);
comment on table space.industries is 'Lines of business that floors admit and firms declare';
comment on column space.industries.vsic is 'Code of the Vietnam Standard Industrial Classification (2018) that fits best';
insert into space.industries (position, code, name_vi, name_en, vsic) values
  (1, 'PRECISION_MECH', 'Cơ khí chính xác', 'Precision mechanics', '2592'),
  (2, 'STAMPING', 'Dập kim loại', 'Metal stamping', '2591'),
  (3, 'MOULD', 'Khuôn mẫu', 'Moulds and dies', '2593'),
  (4, 'PLASTIC', 'Nhựa kỹ thuật', 'Engineering plastics', '2220'),
  (5, 'ELECTRONICS', 'Điện tử', 'Electronics', '2610'),
  (6, 'AUTO_PARTS', 'Phụ tùng ô tô, xe máy', 'Vehicle parts', '2930'),
  (7, 'TEXTILE_ACC', 'Phụ liệu dệt may', 'Textile accessories', '1399'),
  (8, 'FOOD', 'Chế biến thực phẩm', 'Food processing', '1079'),
  (9, 'PLATING', 'Xi mạ, xử lý bề mặt', 'Plating and surface treatment', '2592'),
  (10, 'CHEM', 'Hóa chất, mỹ phẩm', 'Chemicals and cosmetics', '2023'),
  (11, 'MEDICAL', 'Thiết bị y tế', 'Medical devices', '3250'),
  (12, 'PACKAGING', 'Bao bì, in ấn', 'Packaging and printing', '1702');

create domain space.hazard_class as text check (value in ('A', 'B', 'C1', 'C2', 'C3', 'C4', 'D', 'E'));
comment on domain space.hazard_class is 'Fire and explosion hazard of production, QCVN 06:2022/BXD annex C';
create domain space.trait as text check (value in ('PRECISION', 'VIBRATION', 'FOOD', 'PLATING', 'ODOUR'));
comment on domain space.trait is 'What makes a neighbour unwelcome, or is hurt by one';

create table space.buildings (
  id bigint generated always as identity primary key,
  zone_id bigint not null references zoning.zones,
  code text not null unique check (code ~ '^[A-Z][A-Z0-9]{1,9}-[A-Z0-9]{1,6}$'),
  name_vi text not null check (name_vi = normalize(name_vi, NFC)),
  name_en text not null,
  storeys integer not null check (storeys between 1 and 60),
  fire_height_m numeric(5, 1) not null check (fire_height_m >= 0),
  sprinklered boolean not null,
  gfa_m2 numeric(12, 2) not null check (gfa_m2 > 0),
  grid_x_m numeric(5, 2) not null check (grid_x_m > 0),
  grid_y_m numeric(5, 2) not null check (grid_y_m > 0),
  power_kva numeric(10, 1) not null check (power_kva > 0),
  wastewater_m3_day numeric(10, 2) not null check (wastewater_m3_day >= 0),
  wastewater_class text not null check (wastewater_class in ('A', 'B')),
  loading_bays integer not null check (loading_bays >= 0),
  truck_level integer not null default 1 check (truck_level >= 1),
  exhaust boolean not null,
  service_charge_usd_m2_month numeric(8, 2) not null check (service_charge_usd_m2_month >= 0),
  completed integer check (completed between 1975 and 2100),
  available_from date not null,
  data_status text not null check (data_status in ('OFFICIAL', 'SCHEMATIC', 'ILLUSTRATIVE')),
  changed_at timestamptz not null default now(),
  geom geometry(Polygon, 4326) not null check (st_isvalid(geom) and not st_isempty(geom)),
  geom_3857 geometry(Polygon, 3857) not null generated always as (st_transform(geom, 3857)) stored,
  unique (id, storeys)
);
create index on space.buildings (zone_id);
create index on space.buildings using gist (geom);
create index on space.buildings using gist (geom_3857);
comment on table space.buildings is 'High-rise factories (nhà xưởng cao tầng)';
comment on column space.buildings.fire_height_m is 'Chiều cao PCCC: from the fire access level to the sill of the top storey''s opening';
comment on column space.buildings.power_kva is 'What the building''s feeder gives to tenants';
comment on column space.buildings.wastewater_m3_day is 'What the building may send to the zone''s plant';
comment on column space.buildings.wastewater_class is 'Discharge class at the building''s outlet';
comment on column space.buildings.truck_level is 'Highest level that trucks reach';
comment on column space.buildings.available_from is 'First day on which any bay can be handed over';
comment on column space.buildings.completed is 'Year of completion, also a planned one';

create table space.goods_lifts (
  building_id bigint not null references space.buildings on delete cascade,
  no integer not null check (no > 0),
  capacity_t numeric(4, 1) not null check (capacity_t > 0),
  car_width_m numeric(4, 2) not null check (car_width_m > 0),
  car_depth_m numeric(4, 2) not null check (car_depth_m > 0),
  door_width_m numeric(4, 2) not null check (door_width_m > 0),
  door_height_m numeric(4, 2) not null check (door_height_m > 0),
  primary key (building_id, no)
);
comment on table space.goods_lifts is 'Goods lifts; each serves all storeys of its building';

create table space.floors (
  id bigint generated always as identity primary key,
  building_id bigint not null references space.buildings on delete cascade,
  level integer not null check (level >= 1),
  load_kn_m2 numeric(5, 2) not null check (load_kn_m2 > 0),
  point_load_kn numeric(6, 1) not null check (point_load_kn > 0),
  clear_height_m numeric(4, 2) not null check (clear_height_m > 0),
  power_kva numeric(10, 1) not null check (power_kva >= 0),
  hazards space.hazard_class[] not null,
  breaks integer[] not null default '{}'
    check (0 < all (breaks) and array_position(breaks, null) is null),
  rent_usd_m2_month numeric(8, 2) not null check (rent_usd_m2_month >= 0),
  rent_vnd_m2_month numeric(12, 0) not null check (rent_vnd_m2_month >= 0),
  geom geometry(Polygon, 4326) not null check (st_isvalid(geom) and not st_isempty(geom)),
  geom_3857 geometry(Polygon, 3857) not null generated always as (st_transform(geom, 3857)) stored,
  unique (building_id, level)
);
create index on space.floors using gist (geom);
create index on space.floors using gist (geom_3857);
comment on table space.floors is 'One storey of a building; level 1 is the ground floor';
comment on column space.floors.load_kn_m2 is 'Uniform imposed load, evenly distributed (1 t/m² = 9.81 kN/m²)';
comment on column space.floors.point_load_kn is 'Largest single load, checked apart from the uniform one';
comment on column space.floors.clear_height_m is 'From finished floor to the underside of beams and services';
comment on column space.floors.hazards is 'Hazard classes that the fire approval of this storey permits';
comment on column space.floors.breaks is 'Bay numbers before which a corridor, core or fire wall stands: no tenant takes both bay k-1 and bay k';
comment on column space.floors.geom is 'The floor plate: bays, corridor and core';

create table space.floor_industries (
  floor_id bigint not null references space.floors on delete cascade,
  industry text not null references space.industries,
  primary key (floor_id, industry)
);
comment on table space.floor_industries is 'Lines of business admitted on a floor';

create table space.bays (
  id bigint generated always as identity primary key,
  floor_id bigint not null references space.floors on delete cascade,
  no integer not null check (no >= 0),
  rentable boolean not null default true,
  out_reason_vi text,
  out_reason_en text,
  available_from date,
  area_m2 numeric(10, 2) not null,
  geom geometry(Polygon, 4326) not null
    constraint bay_valid_shape check (st_isvalid(geom) and not st_isempty(geom)),
  geom_3857 geometry(Polygon, 3857) not null generated always as (st_transform(geom, 3857)) stored,
  unique (floor_id, no),
  check (rentable = (out_reason_vi is null) and rentable = (out_reason_en is null))
);
create index on space.bays using gist (geom);
create index on space.bays using gist (geom_3857);
comment on table space.bays is 'Smallest rentable parts of a floor (khoang), numbered along it from 0; with corridor and core they fill the plate';
comment on column space.bays.available_from is 'Where it differs from the building''s';
comment on column space.bays.area_m2 is 'Measured in the zone''s legal CRS by trigger';

create function space.measure_bay() returns trigger language plpgsql as $$
begin
  select zoning.area_m2(new.geom, z.legal_srid) into new.area_m2
  from space.floors f
  join space.buildings b on b.id = f.building_id
  join zoning.zones z on z.id = b.zone_id
  where f.id = new.floor_id;
  return new;
end $$;
create trigger bay_measured before insert or update of geom, floor_id, area_m2 on space.bays
  for each row execute function space.measure_bay();

create table space.occupancies (
  id bigint generated always as identity primary key,
  floor_id bigint not null references space.floors,
  bays int4range not null
    check (not isempty(bays) and lower(bays) >= 0 and not upper_inf(bays)),
  during daterange not null
    check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  kind text not null check (kind in ('HOLD', 'OFFER', 'LEASE')),
  industry text not null references space.industries,
  hazard space.hazard_class not null,
  traits space.trait[] not null default '{}',
  load_kn_m2 numeric(5, 2) not null check (load_kn_m2 >= 0),
  power_kva numeric(10, 1) not null check (power_kva >= 0),
  wastewater_m3_day numeric(10, 2) not null check (wastewater_m3_day >= 0),
  expires_at timestamptz,
  recorded_at timestamptz not null default now(),
  withdrawn_at timestamptz check (withdrawn_at >= recorded_at),
  withdrawn_reason text,
  live boolean not null generated always as (withdrawn_at is null) stored,
  check ((kind = 'LEASE') = (expires_at is null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  constraint occupancy_no_double_booking
    exclude using gist (floor_id with =, bays with &&, during with &&) where (live)
);
comment on table space.occupancies is
  'Claims on bays: holds, offers and leases. Append-only; a claim ends early by being withdrawn and, if need be, recorded anew';
comment on column space.occupancies.bays is 'Bay numbers, for example [2,4) for bays 2 and 3';
comment on column space.occupancies.during is 'Days, the last one exclusive; for a hold or offer the lease asked for, including the days before it that nobody else may have';
comment on column space.occupancies.industry is 'Line of business; all that the public learns of a tenant';
comment on column space.occupancies.expires_at is 'Deadline of a hold or offer; it binds until it is withdrawn';
comment on column space.occupancies.live is 'Counts for availability; the others are history';

-- What an exclusion constraint cannot say. The building's row is locked, so the sums hold for
-- whoever commits: claims on one building take turns.
create function space.guard_occupancy() returns trigger language plpgsql as $$
declare
  place record;
  claimed record;
  building record;
  fault text;
begin
  if new.withdrawn_at is not null then
    return new;
  end if;
  select f.load_kn_m2, f.hazards, f.breaks, f.power_kva, b.id as building_id,
         b.power_kva as building_kva, b.wastewater_m3_day, b.available_from, z.term_end
    into place
  from space.floors f
  join space.buildings b on b.id = f.building_id
  join zoning.zones z on z.id = b.zone_id
  where f.id = new.floor_id
  for no key update of b;
  select count(*) as bays, bool_and(rentable) as rentable,
         max(coalesce(available_from, place.available_from)) as available_from
    into claimed
  from space.bays
  where floor_id = new.floor_id and no <@ new.bays;

  select * into building from space.peak_use_of_building(place.building_id, new.during);
  fault := case
    when claimed.bays <> upper(new.bays) - lower(new.bays) then 'occupancy_inside_floor'
    when not claimed.rentable then 'occupancy_rentable'
    when exists (select from unnest(place.breaks) k where lower(new.bays) < k and k < upper(new.bays))
      then 'occupancy_crosses_no_break'
    when lower(new.during) < claimed.available_from then 'occupancy_after_completion'
    when upper(new.during) - 1 > place.term_end then 'occupancy_within_term'
    when new.load_kn_m2 > place.load_kn_m2 then 'occupancy_load'
    when not new.hazard = any (place.hazards) then 'occupancy_hazard'
    when not exists (select from space.floor_industries fi
                     where fi.floor_id = new.floor_id and fi.industry = new.industry)
      then 'occupancy_industry'
    when new.power_kva + space.peak_power(new.floor_id, new.during) > place.power_kva
      then 'occupancy_floor_power'
    when new.power_kva + building.power_kva > place.building_kva then 'occupancy_building_power'
    when new.wastewater_m3_day + building.wastewater_m3_day > place.wastewater_m3_day
      then 'occupancy_wastewater'
  end;
  if fault is not null then
    raise exception 'bays % of floor % cannot be claimed for %: %',
        new.bays, new.floor_id, new.during, fault
      using errcode = '23514', constraint = fault, schema = 'space', table = 'occupancies';
  end if;
  return new;
end $$;

-- The largest use reached on any day of a period. Use rises only on the first day of a claim, so
-- those days (or the period's own first day) are enough to look at.
create function space.peak_power(floor bigint, period daterange) returns numeric
  language sql stable
  return (
    select coalesce(max(used), 0)
    from (select sum(o.power_kva) as used
          from space.occupancies rise
          join space.occupancies o on o.floor_id = rise.floor_id
            and o.live and o.during @> greatest(lower(rise.during), lower(period))
          where rise.floor_id = floor and rise.live and rise.during && period
          group by rise.id) days);
comment on function space.peak_power(bigint, daterange) is
  'Largest kVA that live claims on a floor use on any day of a period';

create function space.peak_use_of_building(
    building bigint, period daterange, out power_kva numeric, out wastewater_m3_day numeric)
  language sql stable as $$
  with claims as (
    select o.id, o.during, o.power_kva, o.wastewater_m3_day
    from space.floors f
    join space.occupancies o on o.floor_id = f.id
    where f.building_id = building and o.live and o.during && period)
  select coalesce(max(kva), 0), coalesce(max(m3), 0)
  from (select sum(c.power_kva) as kva, sum(c.wastewater_m3_day) as m3
        from claims rise
        join claims c on c.during @> greatest(lower(rise.during), lower(period))
        group by rise.id) days $$;
comment on function space.peak_use_of_building(bigint, daterange) is
  'Largest kVA and largest m³ per day that live claims on a building use on any day of a period';

create trigger occupancy_guarded before insert on space.occupancies
  for each row execute function space.guard_occupancy();

create function space.refuse_change_of_occupancy() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null
     and to_jsonb(new) - array['withdrawn_at', 'withdrawn_reason', 'live']
         = to_jsonb(old) - array['withdrawn_at', 'withdrawn_reason', 'live'] then
    return new;
  end if;
  raise exception 'a claim on bays is only ever withdrawn; record a new one'
    using errcode = '23514', constraint = 'occupancy_append_only',
          schema = 'space', table = 'occupancies';
end $$;
create trigger occupancy_append_only before update or delete on space.occupancies
  for each row execute function space.refuse_change_of_occupancy();

create view space.bay_states as
  select b.id, b.floor_id, f.building_id, bl.zone_id, f.level, b.no, b.area_m2,
         b.rentable, b.out_reason_vi, b.out_reason_en, b.geom, b.geom_3857,
         x.status,
         case
           when x.status = 'FREE' then t.day
           when x.status = 'SOON' then a.available_from
           when x.status in ('LET', 'ENDING') and s.busy_until <= z.term_end then s.busy_until
         end as free_from,
         case when x.status in ('FREE', 'SOON') then s.next_from - 1 end as free_until,
         case
           when x.status in ('LET', 'ENDING') then s.leased_until - 1
           when x.status in ('HELD', 'OFFERED')
             then (s.first_expires_at at time zone 'Asia/Ho_Chi_Minh')::date
         end as occupied_until,
         case
           when x.status in ('LET', 'ENDING') then s.lease_industry
           when x.status in ('HELD', 'OFFERED') then s.first_industry
         end as industry
  from (select zoning.on_date() as day) t
  cross join space.bays b
  join space.floors f on f.id = b.floor_id
  join space.buildings bl on bl.id = f.building_id
  left join zoning.zones z on z.id = bl.zone_id
  cross join lateral (select coalesce(b.available_from, bl.available_from) as available_from) a
  cross join lateral (
    select max(upper(o.during)) filter (where o.kind = 'LEASE' and o.during @> t.day)
             as leased_until,
           max(o.industry) filter (where o.kind = 'LEASE' and o.during @> t.day)
             as lease_industry,
           (array_agg(o.kind order by o.during))[1] as first_kind,
           (array_agg(o.industry order by o.during))[1] as first_industry,
           (array_agg(o.expires_at order by o.during))[1] as first_expires_at,
           min(lower(o.during)) filter (where lower(o.during) > t.day) as next_from,
           (select upper(r) from unnest(range_agg(o.during)) r where r @> t.day) as busy_until
    from space.occupancies o
    where o.floor_id = b.floor_id and o.bays @> b.no and o.live
      and o.during && daterange(t.day, null)) s
  cross join lateral (
    select case
      when not b.rentable then 'OUT'
      when s.leased_until <= t.day + interval '6 months' and s.next_from is null then 'ENDING'
      when s.leased_until is not null then 'LET'
      when s.first_kind = 'HOLD' then 'HELD'
      when s.first_kind = 'OFFER' then 'OFFERED'
      when a.available_from > t.day then 'SOON'
      else 'FREE'
    end as status) x;
comment on view space.bay_states is
  'Every bay with its state on on_date(): the one definition of availability';
comment on column space.bay_states.status is
  'OUT not rentable; LET lease running; ENDING lease ends within 6 months and nothing follows; HELD, OFFERED the present or next claim is a hold or offer; SOON free, but only from a later day; FREE nothing';
comment on column space.bay_states.free_from is
  'First day without a claim: on_date() for FREE, the hand-over for SOON, the day after the last lease in line for LET and ENDING; null while a hold or offer is undecided, for OUT, and beyond the zone''s term';
comment on column space.bay_states.free_until is 'For FREE and SOON: last day before the next claim, null without one';
comment on column space.bay_states.occupied_until is 'Last day of the running lease, or day of the deadline of the hold or offer';

create view space.vacant_stretches as
  with vacant as (
    select s.*, f.breaks,
           lag(s.no) over line is distinct from s.no - 1
             or s.no = any (f.breaks)
             or lag(s.free_from) over line is distinct from s.free_from
             or lag(s.free_until) over line is distinct from s.free_until as starts
    from space.bay_states s
    join space.floors f on f.id = s.floor_id
    where s.status in ('FREE', 'SOON')
    window line as (partition by s.zone_id, s.building_id, s.floor_id order by s.no)),
  numbered as (
    select v.*,
           max(v.no) filter (where v.starts) over (partition by v.zone_id, v.building_id, v.floor_id order by v.no) as first_bay
    from vacant v)
  select floor_id, first_bay, building_id, zone_id, level, status, free_from, free_until,
         count(*)::integer as bay_count, sum(area_m2) as area_m2, min(area_m2) as smallest_bay_m2,
         min(id) as first_bay_id, st_multi(st_union(geom))::geometry(MultiPolygon, 4326) as geom,
         st_multi(st_union(geom_3857))::geometry(MultiPolygon, 3857) as geom_3857
  from numbered
  group by floor_id, first_bay, building_id, zone_id, level, status, free_from, free_until;
comment on view space.vacant_stretches is
  'Vacant bays of a floor merged into runs that one tenant could take: side by side, no break between, free over the same days';

create view space.floor_power_left as
  select f.id as floor_id,
         f.power_kva - coalesce((
           select max(used)
           from (select sum(o.power_kva) as used
                 from space.occupancies rise
                 join space.occupancies o on o.floor_id = rise.floor_id
                   and o.live and o.during @> greatest(lower(rise.during), t.day)
                 where rise.floor_id = f.id and rise.live and rise.during && daterange(t.day, null)
                 group by rise.id) days), 0) as power_kva
  from (select zoning.on_date() as day) t
  cross join space.floors f;
comment on view space.floor_power_left is
  'kVA of each floor that live claims leave unused on every day from on_date(), as peak_power';

create table space.incentives (
  code text not null,
  in_force daterange not null check (not isempty(in_force)),
  min_cut_pct numeric(5, 2) not null check (min_cut_pct > 0 and min_cut_pct <= 100),
  months integer not null check (months > 0),
  condition_vi text not null,
  condition_en text not null,
  source_vi text not null,
  source_en text not null,
  primary key (code, in_force),
  constraint incentive_one_at_a_time exclude using gist (code with =, in_force with &&)
);
comment on table space.incentives is 'Rent cuts by law, dated and with their source; a condition, never a promise';
comment on column space.incentives.months is 'Counted from the day of the contract';
insert into space.incentives values (
  'RESOLUTION_198', daterange('2025-05-17', null), 30, 60,
  'Doanh nghiệp nhỏ và vừa, doanh nghiệp công nghệ cao thuộc khu vực tư nhân, doanh nghiệp khởi nghiệp sáng tạo; mức giảm do thành phố quyết định',
  'SMEs, private high-tech firms and innovative start-ups; the city sets the rate',
  'Nghị quyết 198/2025/QH15, điều 7', 'Resolution 198/2025/QH15, art. 7');
