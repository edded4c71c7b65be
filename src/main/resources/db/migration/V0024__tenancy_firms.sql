-- Firms as they describe themselves: who speaks for one, tax codes that hold, evidence of size, and
-- the dated rules of law that say who is small and who is preferred.

create table if not exists tenancy.firm_people (
  username text not null references platform.users (username),
  firm_id bigint not null references tenancy.firms,
  primary key (username, firm_id)
);
comment on table tenancy.firm_people is 'Accounts that act for a firm';

-- Tax codes (mã số thuế). The tenth digit checks the nine before it: 10 less the remainder of
-- 31 a + 29 b + 23 c + 19 d + 17 e + 13 f + 7 g + 5 h + 3 i by 11, as the tax authority publishes
-- it; nine digits with remainder 0 are never issued. Branches add a hyphen and 001 to 999.
create function tenancy.tax_check_digit(nine text) returns integer
  language sql immutable strict parallel safe
  return 10 - (
    31 * substr(nine, 1, 1)::integer + 29 * substr(nine, 2, 1)::integer
    + 23 * substr(nine, 3, 1)::integer + 19 * substr(nine, 4, 1)::integer
    + 17 * substr(nine, 5, 1)::integer + 13 * substr(nine, 6, 1)::integer
    + 7 * substr(nine, 7, 1)::integer + 5 * substr(nine, 8, 1)::integer
    + 3 * substr(nine, 9, 1)::integer) % 11;
comment on function tenancy.tax_check_digit(text) is
  'Check digit of the first nine digits of a tax code; 10 where no code begins so';

create function tenancy.invented_tax_code(prefix text, number bigint) returns text
  language sql immutable strict parallel safe
  return (
    select nine || tenancy.tax_check_digit(nine)
    from (select prefix || lpad(number::text, 8 - length(prefix), '0') as eight) e
    cross join lateral (
      select case when tenancy.tax_check_digit(eight || '0') < 10 then eight || '0'
                  else eight || '1' end as nine) n);
comment on function tenancy.invented_tax_code(text, bigint) is
  'Tax code of an illustrative firm under a prefix that no province issues; another one for every number';

-- Illustrative firms of earlier versions had codes whose check digit does not hold.
alter table tenancy.firms drop constraint firms_tax_code_key;
update tenancy.firms
set tax_code = case
  when tax_code like '00%' then tenancy.invented_tax_code('00', tax_code::bigint)
  else tenancy.invented_tax_code('9', tax_code::bigint % 10000000) end
where data_status = 'ILLUSTRATIVE' and tax_code ~ '^(00|90)[0-9]{8}$';
alter table tenancy.firms add constraint firms_tax_code_key unique (tax_code);
alter table tenancy.firms add constraint firm_tax_code_holds check (
  case when tax_code ~ '^[0-9]{10}(-[0-9]{3})?$'
    then substr(tax_code, 10, 1)::integer = tenancy.tax_check_digit(left(tax_code, 9))
      and substr(tax_code, 11) <> '-000'
    else false end);

create table tenancy.supporting_products (
  code text primary key check (code ~ '^[A-Z]{2}-[0-9]{2}$'),
  position integer not null unique,
  group_vi text not null check (group_vi = normalize(group_vi, NFC)),
  group_en text not null,
  name_vi text not null check (name_vi = normalize(name_vi, NFC)),
  name_en text not null
);
comment on table tenancy.supporting_products is
  'Priority products of supporting industries: the six groups of the annex of Decree 111/2015/ND-CP, as amended by Decree 205/2025/ND-CP, with shortened names and codes of ours';
insert into tenancy.supporting_products (position, code, group_vi, group_en, name_vi, name_en) values
  (1, 'DM-01', 'Dệt may', 'Textiles and garments', 'Xơ thiên nhiên và xơ tổng hợp', 'Natural and synthetic fibres'),
  (2, 'DM-02', 'Dệt may', 'Textiles and garments', 'Sợi có độ bền cao, sợi dệt kim, dệt thoi', 'Yarns, high-tenacity yarns'),
  (3, 'DM-03', 'Dệt may', 'Textiles and garments', 'Vải kỹ thuật, vải không dệt, vải dệt', 'Technical, non-woven and woven fabrics'),
  (4, 'DM-04', 'Dệt may', 'Textiles and garments', 'Hóa chất, chất trợ, thuốc nhuộm cho hoàn tất vải', 'Chemicals and dyes for fabric finishing'),
  (5, 'DM-05', 'Dệt may', 'Textiles and garments', 'Phụ liệu may: cúc, khóa kéo, chỉ, mex, băng chun', 'Garment accessories: buttons, zips, thread, lining, elastic'),
  (6, 'DG-01', 'Da giày', 'Leather and footwear', 'Da thuộc, vải giả da', 'Tanned leather, imitation leather'),
  (7, 'DG-02', 'Da giày', 'Leather and footwear', 'Đế giày, mũi giày, dây giày', 'Soles, uppers, laces'),
  (8, 'DG-03', 'Da giày', 'Leather and footwear', 'Keo dán, hóa chất thuộc da, phụ liệu giày', 'Glues, tanning chemicals, footwear accessories'),
  (9, 'DT-01', 'Điện tử', 'Electronics', 'Linh kiện điện tử, quang điện tử cơ bản', 'Basic electronic and optoelectronic components'),
  (10, 'DT-02', 'Điện tử', 'Electronics', 'Vi mạch điện tử, linh kiện thạch anh', 'Integrated circuits, quartz components'),
  (11, 'DT-03', 'Điện tử', 'Electronics', 'Vật liệu cho linh kiện điện tử', 'Materials for electronic components'),
  (12, 'DT-04', 'Điện tử', 'Electronics', 'Linh kiện nhựa, cao su, cơ điện tử, kính của sản phẩm điện tử', 'Plastic, rubber, mechatronic and glass parts of electronic products'),
  (13, 'DT-05', 'Điện tử', 'Electronics', 'Pin, màn hình, bộ sạc', 'Batteries, displays, chargers'),
  (14, 'OT-01', 'Ô tô', 'Automobiles', 'Động cơ và chi tiết động cơ', 'Engines and engine parts'),
  (15, 'OT-02', 'Ô tô', 'Automobiles', 'Khung, thân vỏ, cửa xe', 'Frames, bodies, doors'),
  (16, 'OT-03', 'Ô tô', 'Automobiles', 'Hệ thống treo, lái, phanh, truyền lực, bánh xe', 'Suspension, steering, brakes, transmission, wheels'),
  (17, 'OT-04', 'Ô tô', 'Automobiles', 'Hệ thống làm mát, bôi trơn, nhiên liệu, khí thải', 'Cooling, lubrication, fuel and exhaust systems'),
  (18, 'OT-05', 'Ô tô', 'Automobiles', 'Linh kiện điện, điện tử, chiếu sáng của xe', 'Electrical, electronic and lighting parts'),
  (19, 'OT-06', 'Ô tô', 'Automobiles', 'Linh kiện nhựa, cao su, kính, nội thất của xe', 'Plastic, rubber, glass and interior parts'),
  (20, 'CK-01', 'Cơ khí chế tạo', 'Mechanical engineering', 'Khuôn mẫu, đồ gá', 'Moulds, jigs'),
  (21, 'CK-02', 'Cơ khí chế tạo', 'Mechanical engineering', 'Dụng cụ, dao cắt', 'Tools, cutters'),
  (22, 'CK-03', 'Cơ khí chế tạo', 'Mechanical engineering', 'Linh kiện máy công cụ, máy gia công, máy hàn', 'Parts of machine tools and welding machines'),
  (23, 'CK-04', 'Cơ khí chế tạo', 'Mechanical engineering', 'Linh kiện máy động lực, máy nông nghiệp, đóng tàu', 'Parts of engines, farm machines and ships'),
  (24, 'CK-05', 'Cơ khí chế tạo', 'Mechanical engineering', 'Bu lông cường độ cao, ốc vít, ổ trục, bánh răng, van, khớp nối', 'High-strength bolts, screws, bearings, gears, valves, couplings'),
  (25, 'CK-06', 'Cơ khí chế tạo', 'Mechanical engineering', 'Thép chế tạo, phôi đúc, phôi rèn', 'Engineering steel, castings, forgings'),
  (26, 'CN-01', 'Cho công nghiệp công nghệ cao', 'For high-tech industry', 'Khuôn mẫu có độ chính xác cao', 'Moulds of high precision'),
  (27, 'CN-02', 'Cho công nghiệp công nghệ cao', 'For high-tech industry', 'Chi tiết cơ khí tiêu chuẩn chất lượng cao', 'Standard mechanical parts of high quality'),
  (28, 'CN-03', 'Cho công nghiệp công nghệ cao', 'For high-tech industry', 'Cụm linh kiện điện tử, cảm biến, mạch cho thiết bị thông minh', 'Electronic modules, sensors and circuits of smart devices'),
  (29, 'CN-04', 'Cho công nghiệp công nghệ cao', 'For high-tech industry', 'Linh kiện cho năng lượng gió, mặt trời', 'Parts for wind and solar energy'),
  (30, 'CN-05', 'Cho công nghiệp công nghệ cao', 'For high-tech industry', 'Chi tiết nhựa kỹ thuật, linh kiện cho thiết bị y tế', 'Engineering plastic parts, parts of medical devices');

alter table tenancy.firms
  add vsic text[] not null default '{}'
    check (array_to_string(vsic, ',', '?') ~ '^([0-9]{2,5}(,[0-9]{2,5})*)?$'),
  add supporting_product text references tenancy.supporting_products,
  add certificate_no text,
  add certificate_on date,
  add evidence_year integer check (evidence_year between 2000 and 2100),
  add changed_at timestamptz not null default now(),
  add constraint firm_certificate_has_its_day check ((certificate_no is null) = (certificate_on is null));
comment on column tenancy.firms.vsic is 'Lines of business by the Vietnam Standard Industrial Classification, main one first';
comment on column tenancy.firms.supporting_product is 'Declared product of the list of supporting industries';
comment on column tenancy.firms.certificate_no is 'Number of the certificate of incentives for supporting industry (xác nhận ưu đãi)';
comment on column tenancy.firms.evidence_year is 'Year that the three figures of size are of';

create sequence tenancy.firm_numbers start 100001 maxvalue 9999999;
comment on sequence tenancy.firm_numbers is 'Firms that register themselves: DN-100001 and on';

create table tenancy.firm_machines (
  firm_id bigint not null references tenancy.firms on delete cascade,
  no integer not null check (no > 0),
  name text not null check (name = normalize(name, NFC)),
  weight_t numeric(6, 2) not null check (weight_t > 0),
  length_m numeric(5, 2) not null check (length_m > 0),
  width_m numeric(5, 2) not null check (width_m > 0),
  height_m numeric(5, 2) not null check (height_m > 0),
  primary key (firm_id, no)
);
comment on table tenancy.firm_machines is 'Largest machines of a firm, which decide on floor, height and lift';

create table tenancy.size_limits (
  business_line text not null check (business_line in ('INDUSTRY', 'SERVICES')),
  size_class text not null check (size_class in ('MICRO', 'SMALL', 'MEDIUM')),
  in_force daterange not null check (not isempty(in_force)),
  employees integer not null check (employees > 0),
  revenue_bn_vnd numeric(12, 2) not null check (revenue_bn_vnd > 0),
  capital_bn_vnd numeric(12, 2) not null check (capital_bn_vnd > 0),
  source_vi text not null,
  source_en text not null,
  primary key (business_line, size_class, in_force),
  constraint size_limit_one_at_a_time exclude using gist (business_line with =, size_class with =, in_force with &&)
);
comment on table tenancy.size_limits is
  'Most employees, and most revenue or most capital, of each class of size; bounds belong to the class';
insert into tenancy.size_limits
select line, class, daterange('2021-10-15', null), employees, revenue, capital,
       'Nghị định 80/2021/NĐ-CP, điều 5', 'Decree 80/2021/ND-CP, art. 5'
from (values
  ('INDUSTRY', 'MICRO', 10, 3, 3), ('INDUSTRY', 'SMALL', 100, 50, 20), ('INDUSTRY', 'MEDIUM', 200, 200, 100),
  ('SERVICES', 'MICRO', 10, 10, 3), ('SERVICES', 'SMALL', 50, 100, 50), ('SERVICES', 'MEDIUM', 100, 300, 100))
  as decree (line, class, employees, revenue, capital);

create table tenancy.beneficiary_rules (
  purpose text not null check (purpose in ('INCENTIVE', 'PREFERENCE')),
  code text not null,
  in_force daterange not null check (not isempty(in_force)),
  zones_established_after date,
  size_classes text[] not null
    check (size_classes <@ array['MICRO', 'SMALL', 'MEDIUM', 'LARGE']),
  private_hightech boolean not null,
  supporting boolean not null,
  displaced boolean not null,
  text_vi text not null check (text_vi = normalize(text_vi, NFC)),
  text_en text not null,
  source_vi text not null,
  source_en text not null,
  primary key (purpose, code, in_force),
  constraint beneficiary_rule_one_at_a_time exclude using gist (purpose with =, code with =, in_force with &&)
);
comment on table tenancy.beneficiary_rules is
  'Which firms a rent cut (space.incentives of the same code) or a preference of law is for; they advise, none refuses a firm';
comment on column tenancy.beneficiary_rules.zones_established_after is
  'Binds only zones established after this day; null binds all';
insert into tenancy.beneficiary_rules values
  ('INCENTIVE', 'RESOLUTION_198', daterange('2025-05-17', null), null,
   '{MICRO,SMALL,MEDIUM}', true, false, false,
   'Dành cho doanh nghiệp nhỏ và vừa, doanh nghiệp công nghệ cao thuộc khu vực tư nhân và doanh nghiệp khởi nghiệp sáng tạo',
   'For SMEs, private high-tech firms and innovative start-ups',
   'Nghị quyết 198/2025/QH15, điều 7', 'Resolution 198/2025/QH15, art. 7'),
  ('PREFERENCE', 'RESOLUTION_198_RESERVE', daterange('2025-05-17', null), '2025-05-17',
   '{MICRO,SMALL,MEDIUM}', true, false, false,
   'Khu thành lập sau ngày 17/5/2025 dành bình quân 20 ha hoặc 5% đất đã có hạ tầng cho doanh nghiệp nhỏ và vừa, doanh nghiệp công nghệ cao tư nhân, doanh nghiệp khởi nghiệp sáng tạo',
   'Parks established after 17 May 2025 keep on average 20 ha or 5% of serviced land for SMEs, private high-tech firms and innovative start-ups',
   'Nghị quyết 198/2025/QH15, điều 7', 'Resolution 198/2025/QH15, art. 7'),
  ('PREFERENCE', 'DECREE_35_RESERVE', daterange('2022-07-15', null), '2022-07-15',
   '{MICRO,SMALL,MEDIUM}', false, true, true,
   'Khu dành ít nhất 5 ha hoặc 3% đất công nghiệp cho doanh nghiệp nhỏ và vừa, công nghiệp hỗ trợ và cơ sở phải di dời',
   'Parks keep at least 5 ha or 3% of industrial land for SMEs, supporting industry and firms that must move',
   'Nghị định 35/2022/NĐ-CP, điều 9', 'Decree 35/2022/ND-CP, art. 9');
