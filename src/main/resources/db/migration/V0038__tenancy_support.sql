-- Incentives and support programmes as dated rows, what firms lack, and referrals to their outcome.

create table tenancy.programmes (
  code text not null check (code ~ '^[A-Z0-9_]{3,40}$'),
  in_force daterange not null check (not isempty(in_force) and not lower_inf(in_force)),
  position integer not null,
  kind text not null check (kind in ('RENT', 'TAX', 'GRANT', 'CREDIT', 'TERM', 'PREMISES', 'PRIORITY')),
  lacks text[] not null check (lacks <> '{}'
    and lacks <@ array['PREMISES', 'CAPITAL', 'TECHNOLOGY', 'MARKET', 'STANDARDS']),
  conditions text[] not null
    check (array_to_string(conditions, ',', '?') ~ '^([A-Z_]+(\|[A-Z_]+)*(,[A-Z_]+(\|[A-Z_]+)*)*)?$'),
  share_pct numeric(5, 2) check (share_pct > 0 and share_pct <= 100),
  name_vi text not null check (name_vi = normalize(name_vi, NFC)),
  name_en text not null,
  who_vi text not null check (who_vi = normalize(who_vi, NFC)),
  who_en text not null,
  gives_vi text not null check (gives_vi = normalize(gives_vi, NFC)),
  gives_en text not null,
  until_vi text not null check (until_vi = normalize(until_vi, NFC)),
  until_en text not null,
  body_vi text not null check (body_vi = normalize(body_vi, NFC)),
  body_en text not null,
  source_vi text not null check (source_vi = normalize(source_vi, NFC)),
  source_en text not null,
  article text,
  status text not null check (status in ('CONFIRMED', 'TO_BE_CONFIRMED')),
  open_vi text check (open_vi = normalize(open_vi, NFC)),
  open_en text,
  checked_on date not null,
  primary key (code, in_force),
  constraint programme_one_at_a_time exclude using gist (code with =, in_force with &&),
  check ((open_vi is null) = (open_en is null)),
  check (status = 'CONFIRMED' or open_vi is not null)
);
comment on table tenancy.programmes is
  'Incentives and support programmes, dated and with their source; conditions, never promises. Rate and months of a rent cut stand in space.incentives under the same code, whom it is for in tenancy.beneficiary_rules';
comment on column tenancy.programmes.lacks is 'What a firm lacks that it helps with';
comment on column tenancy.programmes.conditions is
  'All must hold; alternatives within one are parted by |. Names of incentive.Fact. Of a rent cut, whom tenancy.beneficiary_rules names are further alternatives of the first';
comment on column tenancy.programmes.share_pct is 'Most of the eligible cost that is borne, %; null where there is no such share';
comment on column tenancy.programmes.body_vi is 'Who answers for it, where a firm is referred to';
comment on column tenancy.programmes.article is 'Article of the source; null where the source was not read so far';
comment on column tenancy.programmes.status is
  'CONFIRMED: the act and what it gives were read in at least one published text or report. TO_BE_CONFIRMED: not yet';
comment on column tenancy.programmes.open_vi is 'What is still to be confirmed, in a sentence';
comment on column tenancy.programmes.checked_on is 'When the source was last looked for';

insert into tenancy.programmes (position, code, in_force, kind, lacks, conditions, share_pct, name_vi, name_en,
  who_vi, who_en, gives_vi, gives_en, until_vi, until_en, body_vi, body_en, source_vi, source_en, article,
  status, open_vi, open_en, checked_on) values
  (1, 'RESOLUTION_198', daterange('2025-05-17', null), 'RENT', '{PREMISES,CAPITAL}', '{STARTUP}', null,
   'Giảm tiền thuê 5 năm đầu', 'Rent cut for the first five years',
   'Doanh nghiệp nhỏ và vừa, doanh nghiệp công nghệ cao tư nhân, doanh nghiệp khởi nghiệp sáng tạo',
   'SMEs, private high-tech firms, innovative start-ups',
   'Giảm ít nhất 30% tiền thuê lại; Nhà nước hoàn lại cho chủ đầu tư hạ tầng',
   'At least 30% of the sublease rent; the State pays the developer back',
   '60 tháng kể từ ngày ký hợp đồng', '60 months from the day of the contract',
   'Ban quản lý khu và chủ đầu tư hạ tầng', 'The zone authority and the developer',
   'Nghị quyết 198/2025/QH15', 'Resolution 198/2025/QH15', '7', 'CONFIRMED',
   'Văn bản nói về tiền thuê lại đất: cách tính cho tiền thuê tầng nhà xưởng, mức giảm của thành phố và hợp đồng ký trước ngày 17/5/2025 còn phải xác nhận.',
   'The text speaks of land sublease rent: how it counts for rent of factory floors, the city''s rate and contracts signed before 17 May 2025 are to be confirmed.',
   '2026-11-27'),
  (2, 'PUBLIC_PREMISES', daterange('2026-01-15', null), 'PREMISES', '{PREMISES}', '{SME|SUPPORTING_PRODUCT|STARTUP}', null,
   'Thuê nhà, đất công chưa dùng', 'Lease of idle public premises',
   'Doanh nghiệp nhỏ và vừa, công nghiệp hỗ trợ, doanh nghiệp khởi nghiệp sáng tạo',
   'SMEs, supporting industry, innovative start-ups',
   'Được thuê nhà, đất công chưa dùng theo danh mục địa phương công bố',
   'May lease idle public buildings and land from the list that the province publishes',
   'Theo hợp đồng thuê', 'As the lease says',
   'Ủy ban nhân dân thành phố', 'The City People''s Committee',
   'Nghị quyết 198/2025/QH15; Nghị định 20/2026/NĐ-CP', 'Resolution 198/2025/QH15; Decree 20/2026/ND-CP', '6', 'CONFIRMED',
   'Danh mục của thành phố chưa thấy công bố.', 'No list of the city was found published.', '2026-11-27'),
  (3, 'TERM_EXTENSION', daterange('2025-07-24', null), 'TERM', '{PREMISES}', '{LEASE,CONVERTING_ZONE}', null,
   'Gia hạn thời hạn khu chuyển đổi', 'Longer term of a zone in conversion',
   'Doanh nghiệp đang thuê trong khu thí điểm chuyển đổi', 'Tenants of a zone in pilot conversion',
   'Thời hạn hoạt động của khu có thể được kéo dài, hợp đồng thuê nhờ đó dài hơn',
   'The zone''s term may be extended, and with it how long a lease can run',
   'Chưa ấn định', 'Not fixed yet',
   'Ban quản lý khu', 'The zone authority',
   'Chủ trương thí điểm chuyển đổi 5 khu, báo chí ngày 24/7/2025', 'Pilot conversion of five zones, press of 24 July 2025', null, 'TO_BE_CONFIRMED',
   'Mới là chủ trương xem xét; chưa có văn bản cho phép gia hạn.', 'Under consideration only; no act that allows it was found.', '2026-11-27'),
  (4, 'SUPPORTING_TECHNOLOGY', daterange('2025-09-01', null), 'GRANT', '{TECHNOLOGY,CAPITAL}', '{SUPPORTING_PRODUCT,RESEARCH_PARTNER}', 50,
   'Hỗ trợ nghiên cứu, chuyển giao công nghệ cho công nghiệp hỗ trợ', 'Research and technology transfer for supporting industry',
   'Doanh nghiệp làm sản phẩm trong danh mục ưu tiên, hợp tác với tổ chức khoa học và công nghệ',
   'Makers of a priority product that work with a science and technology organisation',
   'Đến 50% chi phí máy móc, thiết kế, đào tạo, sở hữu trí tuệ, thuê tư vấn của dự án hợp tác',
   'Up to 50% of the cost of machines, design, training, intellectual property and consultants of the joint project',
   'Theo dự án được duyệt', 'As the approved project says',
   'Sở Công Thương; Chương trình phát triển công nghiệp hỗ trợ', 'Department of Industry and Trade; supporting-industry programme',
   'Nghị định 111/2015/NĐ-CP, sửa đổi bởi Nghị định 205/2025/NĐ-CP', 'Decree 111/2015/ND-CP as amended by Decree 205/2025/ND-CP', '5', 'CONFIRMED',
   null, null, '2026-11-27'),
  (5, 'SUPPORTING_TRAINING', daterange('2025-09-01', null), 'GRANT', '{TECHNOLOGY}', '{SUPPORTING_PRODUCT}', null,
   'Đào tạo nhân lực công nghiệp hỗ trợ', 'Training for supporting industry',
   'Doanh nghiệp làm sản phẩm trong danh mục ưu tiên', 'Makers of a priority product',
   'Kinh phí đào tạo, bồi dưỡng kỹ thuật trong và ngoài nước', 'Funds for technical training at home and abroad',
   'Theo khóa đào tạo', 'For the course',
   'Sở Công Thương', 'Department of Industry and Trade',
   'Nghị định 111/2015/NĐ-CP, sửa đổi bởi Nghị định 205/2025/NĐ-CP', 'Decree 111/2015/ND-CP as amended by Decree 205/2025/ND-CP', '6.1.c', 'CONFIRMED',
   'Mức kinh phí chưa đọc được.', 'The amount could not be read.', '2026-11-27'),
  (6, 'SUPPORTING_STANDARDS', daterange('2025-09-01', null), 'GRANT', '{STANDARDS,MARKET}', '{SUPPORTING_PRODUCT}', null,
   'Thử nghiệm, giám định, chứng nhận chất lượng', 'Testing, inspection and quality certification',
   'Doanh nghiệp làm sản phẩm trong danh mục ưu tiên', 'Makers of a priority product',
   'Hỗ trợ kiểm tra, thử nghiệm, giám định, chứng nhận chất lượng; hỗ trợ pháp lý, môi trường',
   'Support for tests, inspection, appraisal and certification; legal and environmental help',
   'Theo hồ sơ được duyệt', 'As the approved file says',
   'Sở Công Thương', 'Department of Industry and Trade',
   'Nghị định 205/2025/NĐ-CP', 'Decree 205/2025/ND-CP', null, 'CONFIRMED',
   'Điều khoản và mức hỗ trợ chưa đọc được.', 'The article and the amount could not be read.', '2026-11-27'),
  (7, 'SUPPORTING_TAX', daterange('2025-09-01', null), 'TAX', '{CAPITAL}', '{SUPPORTING_CERTIFICATE}', null,
   'Ưu đãi thuế, tiền thuê đất cho dự án công nghiệp hỗ trợ', 'Tax and land-rent incentives of supporting-industry projects',
   'Dự án có giấy xác nhận ưu đãi; báo cáo hằng năm trước ngày 15/4',
   'Projects with a certificate of incentives; a report by 15 April each year',
   'Ưu đãi thuế, tiền thuê đất, mặt nước và đầu tư theo luật chuyên ngành', 'Tax, land and water rent and investment incentives by their own laws',
   'Theo giấy xác nhận', 'As the certificate says',
   'Sở Công Thương; cơ quan thuế', 'Department of Industry and Trade; tax office',
   'Nghị định 111/2015/NĐ-CP, sửa đổi bởi Nghị định 205/2025/NĐ-CP', 'Decree 111/2015/ND-CP as amended by Decree 205/2025/ND-CP', null, 'TO_BE_CONFIRMED',
   'Thuế suất và số năm theo luật thuế hiện hành chưa đọc được.', 'Rates and years by the tax law in force could not be read.', '2026-11-27'),
  (8, 'CITY_INTEREST', daterange('2024-07-19', null), 'CREDIT', '{CAPITAL,TECHNOLOGY}', '{SUPPORTING_PRODUCT,INVESTMENT_PLAN}', null,
   'Hỗ trợ lãi suất của thành phố', 'Interest support by the city',
   'Dự án công nghiệp trọng yếu, công nghiệp hỗ trợ, logistics vay vốn HFIC', 'Key-industry, supporting-industry and logistics projects that borrow from HFIC',
   'Ngân sách thành phố trả một phần hoặc toàn bộ lãi vay', 'The city''s budget bears part or all of the interest',
   'Theo hợp đồng vay', 'As the loan says',
   'HFIC, Sở Công Thương', 'HFIC, Department of Industry and Trade',
   'Nghị quyết 98/2023/QH15; Nghị quyết 09/2023/NQ-HĐND; Quyết định 42/2024/QĐ-UBND', 'Resolution 98/2023/QH15; Resolution 09/2023/NQ-HDND; Decision 42/2024/QD-UBND', null, 'TO_BE_CONFIRMED',
   'Ngày hiệu lực, mức lãi và trần vay chưa đọc được; còn hiệu lực hay không phải hỏi lại.', 'First day, rate and ceiling could not be read; whether it still runs is to be asked.', '2026-11-27'),
  (9, 'SME_FUND', daterange('2019-07-01', null), 'CREDIT', '{CAPITAL}', '{SME,INVESTMENT_PLAN}', 80,
   'Vay Quỹ phát triển doanh nghiệp nhỏ và vừa', 'Loan of the SME Development Fund',
   'Doanh nghiệp nhỏ và vừa có dự án khả thi, vốn tự có ít nhất 20%', 'SMEs with a feasible project and at least 20% of their own capital',
   'Cho vay đến 80% tổng vốn dự án, lãi bằng 80% mức thấp nhất của ngân hàng', 'Lends up to 80% of the project''s capital at 80% of the lowest bank rate',
   'Theo hợp đồng vay', 'As the loan says',
   'Quỹ Phát triển doanh nghiệp nhỏ và vừa', 'SME Development Fund',
   'Nghị định 39/2019/NĐ-CP', 'Decree 39/2019/ND-CP', null, 'TO_BE_CONFIRMED',
   'Đã đọc tóm tắt của văn bản gốc; các sửa đổi sau đó chưa đọc được.', 'A summary of the first text was read; later amendments were not.', '2026-11-27'),
  (10, 'SME_TECHNOLOGY', daterange('2021-10-15', null), 'GRANT', '{TECHNOLOGY}', '{SME}', null,
   'Hỗ trợ công nghệ, chuyển đổi số', 'Technology and digital change for SMEs',
   'Doanh nghiệp nhỏ và vừa', 'SMEs',
   'Một phần chi phí tư vấn, thuê hoặc mua giải pháp, chuyển giao công nghệ', 'Part of the cost of advice, software and technology transfer',
   'Theo đợt của địa phương', 'By the province''s calls',
   'Sở Tài chính; Sở Khoa học và Công nghệ', 'Department of Finance; Department of Science and Technology',
   'Nghị định 80/2021/NĐ-CP', 'Decree 80/2021/ND-CP', '11', 'TO_BE_CONFIRMED',
   'Số điều và mức hỗ trợ chưa đọc được trong văn bản.', 'The article and the amounts were not read in the text.', '2026-11-27'),
  (11, 'SME_ADVICE', daterange('2021-10-15', null), 'GRANT', '{MARKET,STANDARDS,TECHNOLOGY}', '{SME}', null,
   'Tư vấn cho doanh nghiệp nhỏ và vừa', 'Advice for SMEs',
   'Doanh nghiệp nhỏ và vừa; doanh nghiệp nhỏ hơn được phần cao hơn', 'SMEs; the smaller ones get the larger share',
   'Một phần phí tư vấn của mạng lưới tư vấn viên', 'Part of the fee of a listed adviser',
   'Theo năm ngân sách', 'By budget year',
   'Sở Tài chính', 'Department of Finance',
   'Nghị định 80/2021/NĐ-CP', 'Decree 80/2021/ND-CP', '13', 'TO_BE_CONFIRMED',
   'Số điều và mức hỗ trợ chưa đọc được trong văn bản.', 'The article and the amounts were not read in the text.', '2026-11-27'),
  (12, 'SME_FIRST', daterange('2021-10-15', null), 'PRIORITY', '{CAPITAL,TECHNOLOGY,MARKET,STANDARDS}', '{SME}', null,
   'Xét trước theo thứ tự nộp đủ hồ sơ', 'Order of complete files',
   'Doanh nghiệp nhỏ và vừa; nữ làm chủ, nhiều lao động nữ, doanh nghiệp xã hội được trước', 'SMEs; women-owned, many-women and social enterprises first',
   'Ai đủ hồ sơ trước được hỗ trợ trước', 'Whoever is complete first is supported first',
   'Luôn luôn', 'Always',
   'Cơ quan nhận hồ sơ hỗ trợ', 'The body that takes the file',
   'Nghị định 80/2021/NĐ-CP', 'Decree 80/2021/ND-CP', '4', 'CONFIRMED', null, null, '2026-11-27'),
  (13, 'CONVERSION_TECHNOLOGY', daterange('2025-07-24', null), 'GRANT', '{TECHNOLOGY,CAPITAL}', '{LEASE,CONVERTING_ZONE,INVESTMENT_PLAN}', null,
   'Hỗ trợ đổi công nghệ trong khu chuyển đổi', 'Technology change in a zone in conversion',
   'Doanh nghiệp đang thuê trong khu thí điểm chuyển đổi, có phương án đổi công nghệ', 'Tenants of a zone in pilot conversion with a plan to change technology',
   'Chưa ấn định', 'Not fixed yet', 'Chưa ấn định', 'Not fixed yet',
   'Ban quản lý khu', 'The zone authority',
   'Chủ trương thí điểm chuyển đổi 5 khu, báo chí ngày 24/7/2025', 'Pilot conversion of five zones, press of 24 July 2025', null, 'TO_BE_CONFIRMED',
   'Chưa thấy văn bản riêng; hiện dùng các quỹ nêu trong Nghị định 205/2025/NĐ-CP.', 'No act of its own was found; today the funds named by Decree 205/2025/ND-CP serve.', '2026-11-27');

alter table space.incentives
  add column earlier_contracts text not null default 'NONE'
    check (earlier_contracts in ('NONE', 'REMAINDER'));
comment on column space.incentives.earlier_contracts is
  'Contracts signed before the first day: NONE has no part in it; REMAINDER has the months that are left, counted from its own day. No transitional rule was found for RESOLUTION_198, so it promises them nothing';

create table tenancy.firm_evidence (
  id bigint generated always as identity primary key,
  firm_id bigint not null references tenancy.firms,
  fact text not null check (fact in ('STARTUP', 'RESEARCH_PARTNER', 'INVESTMENT_PLAN')),
  document text not null check (document = normalize(document, NFC) and length(document) between 1 and 300),
  seen_on date not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  withdrawn_by text,
  withdrawn_at timestamptz,
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create unique index firm_evidence_one_now on tenancy.firm_evidence (firm_id, fact) where withdrawn_at is null;
comment on table tenancy.firm_evidence is
  'Papers that an officer has seen and that a profile has no place for; a later one takes the place of an earlier one, which stays on record';
create trigger firm_evidence_is_kept before delete on tenancy.firm_evidence
  for each row execute function tenancy.refuse_forgetting();

create table tenancy.support_needs (
  id bigint generated always as identity primary key,
  firm_id bigint not null references tenancy.firms,
  lack text not null check (lack in ('PREMISES', 'CAPITAL', 'TECHNOLOGY', 'MARKET', 'STANDARDS')),
  detail text not null check (detail = normalize(detail, NFC) and length(detail) between 1 and 1000),
  zone_id bigint references zoning.zones,
  area_m2 numeric(10, 2) check (area_m2 > 0),
  load_kn_m2 numeric(5, 2) check (load_kn_m2 > 0),
  clear_height_m numeric(4, 2) check (clear_height_m > 0),
  amount_vnd numeric(16, 0) check (amount_vnd > 0),
  status text not null default 'OPEN' check (status in ('OPEN', 'MET', 'WITHDRAWN')),
  made_by text not null,
  made_at timestamptz not null default now(),
  request_key uuid,
  request_sha256 text check (request_sha256 ~ '^[0-9a-f]{64}$'),
  ended_by text,
  ended_at timestamptz,
  end_reason text,
  data_status text not null check (data_status in ('OFFICIAL', 'SCHEMATIC', 'ILLUSTRATIVE')),
  lock_version integer not null default 1,
  check (lack = 'PREMISES' or (area_m2 is null and load_kn_m2 is null and clear_height_m is null)),
  check (lack <> 'PREMISES' or area_m2 is not null),
  check (lack = 'CAPITAL' or amount_vnd is null),
  check ((status = 'OPEN') = (ended_at is null)),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_reason is null)),
  check ((request_key is null) = (request_sha256 is null))
);
create unique index support_needs_one_open on tenancy.support_needs (firm_id, lack) where status = 'OPEN';
create unique index support_needs_request on tenancy.support_needs (made_by, request_key);
create index on tenancy.support_needs (status, id);
comment on table tenancy.support_needs is 'What firms say they lack; one open statement of each kind';
comment on column tenancy.support_needs.zone_id is 'Where; null where any place will do';
comment on column tenancy.support_needs.amount_vnd is 'Capital that is lacking, VND; null where not said';
create trigger support_needs_are_kept before delete on tenancy.support_needs
  for each row execute function tenancy.refuse_forgetting();

create table tenancy.referrals (
  id bigint generated always as identity primary key,
  need_id bigint not null references tenancy.support_needs,
  firm_id bigint not null references tenancy.firms,
  programme text not null check (programme ~ '^[A-Z0-9_]{3,40}$'),
  status text not null check (status in
    ('ASKED', 'REFERRED', 'IN_REVIEW', 'WAITS_FOR_FIRM', 'GRANTED', 'RECEIVED', 'REFUSED', 'DECLINED', 'WITHDRAWN')),
  verdict text not null check (verdict in ('ELIGIBLE', 'MISSING_EVIDENCE', 'NOT_ELIGIBLE')),
  amount_vnd numeric(16, 0) check (amount_vnd > 0),
  made_by text not null,
  made_at timestamptz not null default now(),
  lock_version integer not null default 1
);
create unique index referrals_one_open on tenancy.referrals (need_id, programme)
  where status in ('ASKED', 'REFERRED', 'IN_REVIEW', 'WAITS_FOR_FIRM', 'GRANTED');
create index on tenancy.referrals (firm_id, id);
create index on tenancy.referrals (status, id);
comment on table tenancy.referrals is 'Firms sent to a programme for what they lack, followed to the outcome';
comment on column tenancy.referrals.verdict is 'What the rules said on the day it was made; it refuses nobody';
comment on column tenancy.referrals.amount_vnd is 'What the firm received, VND; null where nothing was counted in money';
create trigger referrals_are_kept before delete on tenancy.referrals
  for each row execute function tenancy.refuse_forgetting();

create table tenancy.referral_steps (
  referral_id bigint not null references tenancy.referrals,
  no integer not null check (no > 0),
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  action text not null,
  from_status text,
  to_status text not null,
  reason text not null check (length(reason) between 1 and 1000),
  primary key (referral_id, no)
);
comment on table tenancy.referral_steps is 'What happened to a referral, append-only: who, when, why';
create trigger referral_steps_are_append_only before update or delete or truncate
  on tenancy.referral_steps for each statement execute function platform.refuse_change();
