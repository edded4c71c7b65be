-- What is known of the conversion of the five zones, with its sources. Where nothing was found there
-- is no row, and it stays unknown. Codes, weights and admissions are proposals of this system.

insert into conversion.responsibles (zone_code, role, name_vi, name_en, source_vi, source_en, source_status, valid_from) values
  (null, 'LEAD', 'Ban Quản lý các khu chế xuất và công nghiệp Thành phố Hồ Chí Minh (HEPZA)',
   'Ho Chi Minh City Export Processing and Industrial Zones Authority (HEPZA)',
   'Báo chí ngày 24/07/2025, phát biểu của phó trưởng ban HEPZA',
   'Press of 24 July 2025, statement of HEPZA''s deputy head', 'CONFIRMED', '2025-05-09'),
  (null, 'APPROVES', 'Ủy ban nhân dân Thành phố Hồ Chí Minh', 'People''s Committee of Ho Chi Minh City',
   'Báo chí ngày 24/07/2025; thẩm quyền cần đối chiếu văn bản',
   'Press of 24 July 2025; the competence is to be checked against the acts', 'TO_BE_CONFIRMED', '2025-05-09');

insert into conversion.milestones (zone_code, day, day_precision, state, title_vi, title_en, source_vi, source_en, source_status, data_status, recorded_by) values
  (null, '2025-05-09', 'DAY', 'DONE', 'Công bố năm khu thí điểm chuyển đổi', 'Five pilot zones named',
   'Thông tấn xã Việt Nam, Saigon Times, 09/05/2025', 'Vietnam News Agency, Saigon Times, 9 May 2025', 'CONFIRMED', 'OFFICIAL', 'system'),
  (null, '2025-07-24', 'DAY', 'DONE', 'HEPZA cho biết hướng công nghệ cao, xanh và việc xem xét kéo dài thời hạn hoạt động',
   'HEPZA tells of the high-tech, green aim and that longer operating terms are considered',
   'Báo chí ngày 24/07/2025', 'Press of 24 July 2025', 'CONFIRMED', 'OFFICIAL', 'system'),
  (null, null, null, 'UNKNOWN', 'Đề án chuyển đổi trình Ủy ban nhân dân Thành phố', 'Conversion scheme submitted to the City People''s Committee',
   'Chưa tìm thấy tài liệu công bố', 'No published document was found', 'TO_BE_CONFIRMED', 'ILLUSTRATIVE', 'system'),
  (null, null, null, 'UNKNOWN', 'Quyết định kéo dài thời hạn đất', 'Decision on a longer land term',
   'Chưa tìm thấy tài liệu công bố', 'No published document was found', 'TO_BE_CONFIRMED', 'ILLUSTRATIVE', 'system'),
  ('HP', '2058-12-31', 'YEAR', 'UNKNOWN', 'Hết thời hạn đất giai đoạn 2 (ước tính)', 'Land term of phase 2 ends (estimate)',
   'Ước tính từ năm thành lập giai đoạn 2', 'Estimate from the founding of phase 2', 'TO_BE_CONFIRMED', 'ILLUSTRATIVE', 'system');

-- The press names aims in words. Which codes they mean is this system's proposal.
insert into conversion.sectors (zone_code, vsic, aim, valid_from, name_vi, name_en, source_vi, source_en, source_status, data_status, recorded_by)
select z.code, s.vsic, s.aim, date '2025-07-24', s.name_vi, s.name_en,
       'Hướng chuyển đổi theo báo chí ngày 24/07/2025; mã VSIC do hệ thống đề xuất, chờ cơ quan quản lý xác nhận',
       'Aim of the conversion after the press of 24 July 2025; the VSIC codes are this system''s proposal until the authority confirms them',
       'TO_BE_CONFIRMED', 'ILLUSTRATIVE', 'system'
from unnest(array['TT', 'TB', 'HP', 'CL', 'BC']) with ordinality z (code, n)
cross join (values
  ('26', 'WANTED', 'Sản phẩm điện tử, máy vi tính, quang học', 'Electronics, computers, optics'),
  ('27', 'WANTED', 'Thiết bị điện', 'Electrical equipment'),
  ('28', 'WANTED', 'Máy móc, thiết bị', 'Machinery'),
  ('2593', 'WANTED', 'Khuôn mẫu, dụng cụ', 'Moulds and tools'),
  ('3250', 'WANTED', 'Thiết bị y tế', 'Medical devices'),
  ('72', 'WANTED', 'Nghiên cứu khoa học, phát triển công nghệ', 'Research and development'),
  ('13', 'PHASE_OUT', 'Dệt', 'Textiles'),
  ('14', 'PHASE_OUT', 'May trang phục', 'Garments'),
  ('15', 'PHASE_OUT', 'Da, giày', 'Leather and footwear'),
  ('1701', 'PHASE_OUT', 'Bột giấy, giấy, bìa', 'Pulp, paper, board')) s (vsic, aim, name_vi, name_en)
order by z.n, s.aim desc, s.vsic;

insert into conversion.eco_tests (position, code, name_vi, name_en, threshold, unit, source_vi, source_en, source_status) values
  (1, 'COMPLIANCE', 'Chủ đầu tư và doanh nghiệp tuân thủ pháp luật trong ba năm', 'Operator and firms have complied with the law for three years', null, null,
   'Nghị định 35/2022/NĐ-CP, điều 37', 'Decree 35/2022/ND-CP, art. 37', 'CONFIRMED'),
  (2, 'SERVICES', 'Có các dịch vụ cơ bản', 'Basic services are offered', null, null,
   'Nghị định 35/2022/NĐ-CP, điều 37', 'Decree 35/2022/ND-CP, art. 37', 'CONFIRMED'),
  (3, 'MECHANISM', 'Có cơ chế giám sát cộng sinh công nghiệp', 'A mechanism oversees industrial symbiosis', null, null,
   'Nghị định 35/2022/NĐ-CP, điều 37', 'Decree 35/2022/ND-CP, art. 37', 'CONFIRMED'),
  (4, 'INFRASTRUCTURE', 'Đất cây xanh, giao thông, hạ tầng kỹ thuật và xã hội', 'Land for greenery, roads, technical and social infrastructure', 25, '%',
   'Nghị định 35/2022/NĐ-CP, điều 37; con số cần đối chiếu', 'Decree 35/2022/ND-CP, art. 37; the figure is to be checked', 'TO_BE_CONFIRMED'),
  (5, 'RECP_AWARE', 'Doanh nghiệp hiểu biết về sản xuất sạch, hiệu quả tài nguyên (RECP)', 'Firms aware of resource-efficient, cleaner production (RECP)', 90, '%',
   'Nghị định 35/2022/NĐ-CP, điều 37; con số cần đối chiếu', 'Decree 35/2022/ND-CP, art. 37; the figure is to be checked', 'TO_BE_CONFIRMED'),
  (6, 'RECP_APPLIED', 'Doanh nghiệp áp dụng RECP và hệ thống quản lý môi trường', 'Firms that apply RECP and environmental management', 20, '%',
   'Nghị định 35/2022/NĐ-CP, điều 37; con số cần đối chiếu', 'Decree 35/2022/ND-CP, art. 37; the figure is to be checked', 'TO_BE_CONFIRMED'),
  (7, 'SYMBIOSIS', 'Liên kết cộng sinh công nghiệp', 'Links of industrial symbiosis', 1, 'n',
   'Nghị định 35/2022/NĐ-CP, điều 37; con số cần đối chiếu', 'Decree 35/2022/ND-CP, art. 37; the figure is to be checked', 'TO_BE_CONFIRMED'),
  (8, 'SYMBIOSIS_PLANNED', 'Doanh nghiệp có kế hoạch cộng sinh', 'Firms that plan symbiosis', 10, '%',
   'Nghị định 35/2022/NĐ-CP, điều 37; con số cần đối chiếu', 'Decree 35/2022/ND-CP, art. 37; the figure is to be checked', 'TO_BE_CONFIRMED'),
  (9, 'REPORT', 'Báo cáo công khai hằng năm', 'A public report every year', null, null,
   'Nghị định 35/2022/NĐ-CP, điều 37; cần đối chiếu', 'Decree 35/2022/ND-CP, art. 37; to be checked', 'TO_BE_CONFIRMED');

insert into conversion.share_targets (position, code, valid_from, target_pct, name_vi, name_en, source_vi, source_en, source_status) values
  (1, 'GREEN', '2021-07-05', 10, 'Cây xanh', 'Greenery', 'QCVN 01:2021/BXD; con số cần đối chiếu', 'QCVN 01:2021/BXD; the figure is to be checked', 'TO_BE_CONFIRMED'),
  (2, 'ROAD', '2021-07-05', 10, 'Giao thông', 'Roads', 'QCVN 01:2021/BXD; con số cần đối chiếu', 'QCVN 01:2021/BXD; the figure is to be checked', 'TO_BE_CONFIRMED'),
  (3, 'TECH', '2021-07-05', 1, 'Hạ tầng kỹ thuật', 'Technical infrastructure', 'QCVN 01:2021/BXD; con số cần đối chiếu', 'QCVN 01:2021/BXD; the figure is to be checked', 'TO_BE_CONFIRMED'),
  (4, 'INFRASTRUCTURE', '2022-07-15', 25, 'Cả ba cộng lại (khu sinh thái)', 'All three together (eco-park)', 'Nghị định 35/2022/NĐ-CP, điều 37; con số cần đối chiếu', 'Decree 35/2022/ND-CP, art. 37; the figure is to be checked', 'TO_BE_CONFIRMED');

insert into conversion.balances (zone_code, gross_ha, green_ha, road_ha, source_vi, source_en, source_status, data_status) values
  ('TB', 133.53, 8.51, 19.84, 'Hồ sơ KCN Tân Bình của DSI Việt Nam, cân bằng đất theo quy hoạch', 'Profile of Tan Binh IP by DSI Viet, planned land-use balance', 'CONFIRMED', 'SCHEMATIC');

insert into conversion.weight_sets (id, valid_from, keep_from, upgrade_from, term_months, least_known_pct, text_vi, text_en, source_vi, source_en, data_status) values
  (1, '2026-01-01', 65, 40, 36, 60,
   'Điểm là tổng trọng số nhân với mức đạt của từng tiêu chí, tính trên các tiêu chí đã biết. Ngành thuộc diện giảm dần không được mức “giữ”.',
   'Points are the weights times how far each criterion is met, over the criteria that are known. A sector that is phased out cannot be kept as it is.',
   'Mức mặc định của hệ thống, chờ cơ quan quản lý ban hành', 'Default of this system until the authority issues its own', 'ILLUSTRATIVE');
insert into conversion.weights (set_id, position, criterion, weight, good, bad) values
  (1, 1, 'SECTOR', 30, 1, 0),
  (1, 2, 'LABOUR', 20, 0.5, 3),
  (1, 3, 'ENERGY', 15, 80, 400),
  (1, 4, 'WATER', 10, 0.5, 4),
  (1, 5, 'EMISSION', 15, 4, 1),
  (1, 6, 'LAND_PER_JOB', 10, 15, 60);

insert into conversion.admissions (land_use, industry, valid_from, admitted)
select u.land_use, i.code, date '2026-01-01', true
from (values ('INDUSTRY', '{}'::text[]), ('HIGHRISE', '{PLATING,CHEM}'), ('SUPPORT', '{PLATING,CHEM,FOOD}')) u (land_use, barred)
cross join space.industries i
where i.code <> all (u.barred);
