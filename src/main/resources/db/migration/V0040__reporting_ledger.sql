-- The indicator ledger: what was published, what happened to projects since, and rates of the day.
-- Nothing here is ever changed; a correction is a row of its own.

-- Ten digits, the last of which checks the nine before it, and three more for a branch
-- (structure of the code: Circular 86/2024/TT-BTC, art. 5).
create function reporting.is_tax_code(code text) returns boolean
  language sql immutable parallel safe
  return code ~ '^[0-9]{10}(-[0-9]{3})?$' and right(code, 4) <> '-000'
    and substr(code, 10, 1) = (10 - (
      31 * substr(code, 1, 1)::integer + 29 * substr(code, 2, 1)::integer
      + 23 * substr(code, 3, 1)::integer + 19 * substr(code, 4, 1)::integer
      + 17 * substr(code, 5, 1)::integer + 13 * substr(code, 6, 1)::integer
      + 7 * substr(code, 7, 1)::integer + 5 * substr(code, 8, 1)::integer
      + 3 * substr(code, 9, 1)::integer) % 11)::text;
comment on function reporting.is_tax_code(text) is 'Whether a text has the form and the check digit of a tax code (mã số thuế)';

create table reporting.sectors (
  code text primary key check (code ~ '^[0-9]{2}$'),
  name_vi text not null check (name_vi = normalize(name_vi, NFC)),
  name_en text not null
);
comment on table reporting.sectors is
  'Divisions (ngành cấp 2) of the Vietnam Standard Industrial Classification that projects are counted by; names to be confirmed against the annex of Decision 27/2018/QD-TTg';
insert into reporting.sectors (code, name_vi, name_en) values
  ('10', 'Chế biến thực phẩm', 'Food products'),
  ('11', 'Đồ uống', 'Beverages'),
  ('13', 'Dệt', 'Textiles'),
  ('14', 'Trang phục', 'Wearing apparel'),
  ('15', 'Da và sản phẩm có liên quan', 'Leather and related products'),
  ('16', 'Gỗ và sản phẩm từ gỗ', 'Wood and wood products'),
  ('17', 'Giấy và sản phẩm từ giấy', 'Paper and paper products'),
  ('18', 'In, sao chép bản ghi', 'Printing and reproduction of media'),
  ('19', 'Than cốc, dầu mỏ tinh chế', 'Coke and refined petroleum'),
  ('20', 'Hóa chất và sản phẩm hóa chất', 'Chemicals and chemical products'),
  ('21', 'Thuốc, hóa dược, dược liệu', 'Pharmaceuticals'),
  ('22', 'Cao su và plastic', 'Rubber and plastic products'),
  ('23', 'Sản phẩm từ khoáng phi kim loại', 'Non-metallic mineral products'),
  ('24', 'Kim loại', 'Basic metals'),
  ('25', 'Sản phẩm từ kim loại đúc sẵn', 'Fabricated metal products'),
  ('26', 'Điện tử, máy vi tính, quang học', 'Computer, electronic and optical products'),
  ('27', 'Thiết bị điện', 'Electrical equipment'),
  ('28', 'Máy móc, thiết bị', 'Machinery and equipment'),
  ('29', 'Ô tô và xe có động cơ khác', 'Motor vehicles and trailers'),
  ('30', 'Phương tiện vận tải khác', 'Other transport equipment'),
  ('31', 'Giường, tủ, bàn, ghế', 'Furniture'),
  ('32', 'Chế biến, chế tạo khác', 'Other manufacturing'),
  ('33', 'Sửa chữa, lắp đặt máy móc', 'Repair and installation of machinery'),
  ('35', 'Điện, khí đốt, hơi nước', 'Electricity, gas and steam'),
  ('38', 'Thu gom, xử lý chất thải, tái chế', 'Waste collection, treatment and recovery'),
  ('52', 'Kho bãi, hỗ trợ vận tải', 'Warehousing and support for transport'),
  ('62', 'Lập trình, tư vấn máy vi tính', 'Computer programming and consultancy'),
  ('63', 'Dịch vụ thông tin', 'Information services'),
  ('71', 'Kiến trúc, kiểm tra, phân tích kỹ thuật', 'Engineering, testing and analysis'),
  ('72', 'Nghiên cứu khoa học, phát triển công nghệ', 'Research and development');

create table reporting.rates (
  id bigint generated always as identity primary key,
  day date not null,
  vnd_per_usd numeric(12, 2) not null check (vnd_per_usd between 1000 and 1000000),
  source text not null check (length(source) between 3 and 400),
  data_status text not null check (data_status in ('OFFICIAL', 'ILLUSTRATIVE')),
  recorded_by text not null,
  known_at timestamptz not null default clock_timestamp()
);
create index on reporting.rates (day, id);
comment on table reporting.rates is 'VND for one US dollar by day, each with its source; the last row of a day counts';

-- The rate of a day: of the day itself, or of the last one of the ten days before it, for days
-- without a fixing. An illustrative rate is for illustrative events alone, and holds until the next.
create function reporting.rate_of(the_day date, illustrative boolean) returns bigint
  language sql stable
  return (
    select r.id from reporting.rates r
    where r.day <= the_day
      and ((r.data_status = 'OFFICIAL' and r.day >= the_day - 10)
        or (r.data_status = 'ILLUSTRATIVE' and illustrative))
    order by (r.data_status = 'OFFICIAL') desc, r.day desc, r.id desc limit 1);
comment on function reporting.rate_of(date, boolean) is 'Id of the rate that a day''s capital is converted with; null without one';

create table reporting.openings (
  code text primary key check (code ~ '^[A-Z0-9-]{3,40}$'),
  valid_on date not null unique,
  since date not null check (since <= valid_on),
  projects integer not null check (projects >= 0),
  capital_usd numeric(18, 2) not null check (capital_usd >= 0),
  at_least boolean not null,
  source_vi text not null,
  source_en text not null,
  data_status text not null check (data_status in ('OFFICIAL', 'ILLUSTRATIVE')),
  known_at timestamptz not null
);
comment on table reporting.openings is
  'Balances as the authority published them. Movements after the day are added; projects within a balance that are recorded one by one are its detail and never change it';
comment on column reporting.openings.since is 'First day of registration that the balance counts';
comment on column reporting.openings.at_least is 'The source says "more than" this capital';
insert into reporting.openings values
  ('CNHT-2025-07-24', '2025-07-24', '2021-01-01', 211, 1532000000, true,
   'Báo chí ngày 24/07/2025 dẫn lãnh đạo Ban Quản lý các khu chế xuất và công nghiệp TP.HCM (HEPZA): 211 dự án công nghiệp hỗ trợ từ năm 2021, vốn đăng ký hơn 1.532 triệu USD',
   'Press of 24 July 2025 quoting the head of the zones authority (HEPZA): 211 supporting-industry projects since 2021 with a registered capital of more than US$ 1,532 million',
   'OFFICIAL', '2025-07-24T00:00:00+07');

create table reporting.projects (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^[A-Z0-9][A-Z0-9./-]{2,39}$'),
  name text not null check (name = normalize(name, NFC) and length(name) between 2 and 300),
  tax_code text check (reporting.is_tax_code(tax_code)),
  data_status text not null check (data_status in ('OFFICIAL', 'ILLUSTRATIVE')),
  unique (id, data_status)
);
create index on reporting.projects (tax_code);
comment on table reporting.projects is 'Investment projects by the number of their certificate; what they are and own stands in their events';

create table reporting.registers (
  id uuid primary key,
  author text not null,
  file_name text not null,
  file_sha256 text not null,
  reading_sha256 text not null,
  state text not null check (state in ('READ', 'CONFIRMED', 'DISCARDED')),
  report jsonb not null,
  events jsonb,
  made_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  check ((state = 'READ') = (ended_at is null))
);
create index on reporting.registers (author, made_at);
comment on table reporting.registers is 'Project registers on their way into the ledger: read, looked at, confirmed or discarded';
comment on column reporting.registers.events is 'What confirming records; emptied once it is decided';

create table reporting.events (
  id bigint generated always as identity primary key,
  project_id bigint not null references reporting.projects,
  kind text not null check (kind in ('REGISTERED', 'ADJUSTED', 'MOVED', 'WITHDRAWN', 'VOID')),
  valid_on date not null,
  known_at timestamptz not null default clock_timestamp(),
  corrects bigint unique references reporting.events,
  line bigint,
  capital numeric(20, 2) check (capital > 0),
  currency text check (currency in ('USD', 'VND')),
  rate_id bigint references reporting.rates,
  sector text check (sector ~ '^[0-9]{2,5}$'),
  division text references reporting.sectors,
  supports text check (supports in ('CERTIFICATE', 'PRODUCT', 'NONE')),
  supports_ref text,
  zone_code text check (zone_code ~ '^[A-Z][A-Z0-9]{1,9}$'),
  plot text,
  building text,
  level integer check (level >= 1),
  first_bay integer check (first_bay >= 0),
  bay_count integer check (bay_count >= 1),
  origin text check (origin ~ '^[A-Z]{2}$'),
  jobs integer check (jobs >= 0),
  area_m2 numeric(12, 2) check (area_m2 > 0),
  size_class text check (size_class in ('MICRO', 'SMALL', 'MEDIUM', 'LARGE')),
  reason text,
  register_id uuid references reporting.registers,
  recorded_by text not null,
  check ((capital is null) = (currency is null) and (capital is null) = (rate_id is null)),
  check (kind <> 'REGISTERED' or (capital is not null and sector is not null and supports is not null
    and zone_code is not null and origin is not null)),
  check (kind not in ('WITHDRAWN', 'VOID', 'MOVED') or capital is null),
  check (kind <> 'MOVED' or zone_code is not null),
  check (kind <> 'VOID' or corrects is not null),
  check (corrects is null or reason is not null),
  check ((sector is null) = (division is null)),
  check (plot is null or building is null),
  check ((first_bay is null) = (bay_count is null) and (first_bay is null or level is not null)
    and (level is null or building is not null))
);
create index on reporting.events (project_id, valid_on);
comment on table reporting.events is
  'What happened to projects, append-only and bitemporal: valid_on is the day it took effect, known_at when the ledger learnt of it';
comment on column reporting.events.corrects is 'The row that this one takes the place of from known_at on; VOID only strikes it out';
comment on column reporting.events.line is 'Place within its day: of the row that began a chain of corrections';
comment on column reporting.events.capital is 'Registered capital of the whole project after the event, in the currency of its certificate';
comment on column reporting.events.rate_id is 'The rate of the day, by which the change of capital counts in the other currency';
comment on column reporting.events.supports is 'Supporting industry: by certificate (giấy xác nhận ưu đãi) or by a product of the list (Decree 111/2015/ND-CP), counted apart';
comment on column reporting.events.sector is 'VSIC code of two to five digits';

create function reporting.number_event() returns trigger language plpgsql as $$
begin
  new.line := coalesce((select e.line from reporting.events e where e.id = new.corrects), new.id);
  return new;
end $$;
create trigger event_numbered before insert on reporting.events
  for each row execute function reporting.number_event();
create trigger events_are_append_only before update or delete or truncate on reporting.events
  for each statement execute function platform.refuse_change();
create trigger projects_are_append_only before update or delete or truncate on reporting.projects
  for each statement execute function platform.refuse_change();
create trigger rates_are_append_only before update or delete or truncate on reporting.rates
  for each statement execute function platform.refuse_change();
create trigger openings_are_append_only before update or delete or truncate on reporting.openings
  for each statement execute function platform.refuse_change();

-- Events in force on a day as known at a moment: what a known correction replaced is not among them.
create function reporting.events_as(the_day date, the_moment timestamptz)
  returns setof reporting.events
  language sql stable
  begin atomic
    select e.* from reporting.events e
    where e.valid_on <= the_day and e.known_at <= the_moment and e.kind <> 'VOID'
      and not exists (select from reporting.events c
                      where c.corrects = e.id and c.known_at <= the_moment);
  end;
comment on function reporting.events_as(date, timestamptz) is
  'The ledger as in force on a day and as known at a moment';

create type reporting.place as (
  zone_code text, plot text, building text, level integer, first_bay integer, bay_count integer);
comment on type reporting.place is 'Where a project is: a zone, and in it a plot, or a building with floor and bays';

-- Every project that was registered by a day, with its state then. Each change of capital counts in
-- the other currency at the rate of its own day, so that a later rate changes nothing that was.
create function reporting.project_states(the_day date, the_moment timestamptz)
  returns table (project_id bigint, code text, name text, tax_code text, data_status text,
    registered_on date, withdrawn_on date, capital numeric, currency text, capital_usd numeric,
    capital_vnd numeric, sector text, division text, supports text, supports_ref text,
    zone_code text, plot text, building text, level integer, first_bay integer, bay_count integer,
    origin text, jobs integer, area_m2 numeric, size_class text, events integer)
  language sql stable
  begin atomic
    with effective as (
      select e.* from reporting.events_as(the_day, the_moment) e),
    moneys as (
      select e.project_id, e.valid_on, e.line, e.capital, e.currency, r.vnd_per_usd,
             e.capital - coalesce(lag(e.capital) over (partition by e.project_id
                                                      order by e.valid_on, e.line), 0) as change
      from effective e join reporting.rates r on r.id = e.rate_id),
    sums as (
      select m.project_id,
             (array_agg(m.capital order by m.valid_on desc, m.line desc))[1] as capital,
             min(m.currency) as currency,
             sum(round(case m.currency when 'USD' then m.change else m.change / m.vnd_per_usd end, 2)) as usd,
             sum(round(case m.currency when 'VND' then m.change else m.change * m.vnd_per_usd end, 0)) as vnd
      from moneys m group by m.project_id),
    states as (
      select e.project_id,
             min(e.valid_on) filter (where e.kind = 'REGISTERED') as registered_on,
             max(e.valid_on) filter (where e.kind = 'WITHDRAWN') as withdrawn_on,
             (array_agg(e.sector order by e.valid_on desc, e.line desc) filter (where e.sector is not null))[1] as sector,
             (array_agg(e.division order by e.valid_on desc, e.line desc) filter (where e.division is not null))[1] as division,
             (array_agg(e.supports order by e.valid_on desc, e.line desc) filter (where e.supports is not null))[1] as supports,
             (array_agg(e.supports_ref order by e.valid_on desc, e.line desc) filter (where e.supports is not null))[1] as supports_ref,
             (array_agg(row(e.zone_code, e.plot, e.building, e.level, e.first_bay, e.bay_count)::reporting.place
                        order by e.valid_on desc, e.line desc) filter (where e.zone_code is not null))[1] as place,
             (array_agg(e.area_m2 order by e.valid_on desc, e.line desc) filter (where e.area_m2 is not null))[1] as area_m2,
             (array_agg(e.origin order by e.valid_on desc, e.line desc) filter (where e.origin is not null))[1] as origin,
             (array_agg(e.jobs order by e.valid_on desc, e.line desc) filter (where e.jobs is not null))[1] as jobs,
             (array_agg(e.size_class order by e.valid_on desc, e.line desc) filter (where e.size_class is not null))[1] as size_class,
             count(*)::integer as events
      from effective e group by e.project_id)
    select p.id, p.code, p.name, p.tax_code, p.data_status, s.registered_on, s.withdrawn_on,
           m.capital, m.currency, m.usd, m.vnd, s.sector, s.division, s.supports, s.supports_ref,
           (s.place).zone_code, (s.place).plot, (s.place).building, (s.place).level,
           (s.place).first_bay, (s.place).bay_count, s.origin, s.jobs,
           s.area_m2, s.size_class, s.events
    from states s
    join reporting.projects p on p.id = s.project_id
    join sums m on m.project_id = s.project_id
    where s.registered_on is not null
    order by p.code;
  end;
comment on function reporting.project_states(date, timestamptz) is
  'Projects with capital, sector and place as in force on a day and as known at a moment; withdrawn ones with the day';
