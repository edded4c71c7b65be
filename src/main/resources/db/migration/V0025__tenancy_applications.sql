-- Applications from the first draft to the officer's decision: drafts, places and machines wished
-- for, documents, what must be handed in, and every step with its reason.

alter table tenancy.applications drop constraint applications_status_check;
alter table tenancy.applications add constraint applications_status_check check (status in
  ('DRAFT', 'SUBMITTED', 'INCOMPLETE', 'ELIGIBLE', 'INELIGIBLE', 'HELD', 'OFFERED', 'LEASED',
   'DECLINED', 'LAPSED', 'WITHDRAWN'));

create sequence tenancy.application_numbers start 100001 maxvalue 9999999;
comment on sequence tenancy.application_numbers is 'Applications that firms make themselves: HS-100001 and on';

alter table tenancy.applications
  alter submitted_at drop not null,
  add created_at timestamptz not null default now(),
  add created_by text,
  add request_key uuid,
  add production text not null default '',
  add building_id bigint references space.buildings,
  add floor_id bigint references space.floors,
  add bays int4range,
  add verdict jsonb,
  add decision_reason text,
  add constraint application_submitted_unless_draft
    check (submitted_at is not null or status in ('DRAFT', 'WITHDRAWN')),
  add constraint application_floor_in_building check (floor_id is null or building_id is not null),
  add constraint application_bays_on_floor
    check ((bays is null) = (floor_id is null)
      and (bays is null or not isempty(bays) and lower(bays) >= 0 and not upper_inf(bays))),
  add constraint application_request_once unique (created_by, request_key);
comment on column tenancy.applications.submitted_at is
  'When it was handed in complete, which decides ties; null for one that never was';
comment on column tenancy.applications.request_key is 'Name a client gave the request that made it, so that it may be sent again';
comment on column tenancy.applications.production is 'What the firm makes and how, in its own words';
comment on column tenancy.applications.building_id is 'Building wished for; null where zones are enough';
comment on column tenancy.applications.bays is 'Bays wished for on the floor';
comment on column tenancy.applications.verdict is 'What the rules said at the last submission, with the hash of the rules';

create table tenancy.application_machines (
  application_id bigint not null references tenancy.applications on delete cascade,
  no integer not null check (no > 0),
  name text not null check (name = normalize(name, NFC)),
  weight_t numeric(6, 2) not null check (weight_t > 0),
  length_m numeric(5, 2) not null check (length_m > 0),
  width_m numeric(5, 2) not null check (width_m > 0),
  height_m numeric(5, 2) not null check (height_m > 0),
  primary key (application_id, no)
);
comment on table tenancy.application_machines is 'Largest machines to be set up; load, height and lift asked for are at least theirs';

create table tenancy.application_documents (
  application_id bigint not null references tenancy.applications,
  no integer not null check (no > 0),
  kind text not null check (kind in ('BUSINESS_REGISTRATION', 'ENVIRONMENT', 'FIRE_SAFETY',
    'SUPPORTING_CERTIFICATE', 'SIZE_EVIDENCE', 'OTHER')),
  name text not null check (name = normalize(name, NFC) and name !~ '[/\\]'),
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  content bytea not null check (octet_length(content) between 1 and 10485760),
  sha256 text not null check (sha256 = encode(sha256(content), 'hex')),
  uploaded_at timestamptz not null default now(),
  uploaded_by text not null,
  removed_at timestamptz,
  primary key (application_id, no)
);
alter table tenancy.application_documents alter content set storage external;
comment on table tenancy.application_documents is 'Papers of an application; one that is taken back keeps its number';
comment on column tenancy.application_documents.media_type is 'By content, never by name';

create table tenancy.application_steps (
  application_id bigint not null references tenancy.applications,
  no integer not null check (no > 0),
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  action text not null,
  from_status text not null,
  to_status text not null,
  reason text,
  detail jsonb not null default '{}',
  primary key (application_id, no)
);
comment on table tenancy.application_steps is 'What happened to an application, append-only: who, when, why';
create trigger application_steps_are_append_only before update or delete or truncate
  on tenancy.application_steps for each statement execute function platform.refuse_change();

create table tenancy.document_rules (
  kind text not null check (kind in ('BUSINESS_REGISTRATION', 'ENVIRONMENT', 'FIRE_SAFETY', 'SUPPORTING_CERTIFICATE')),
  in_force daterange not null check (not isempty(in_force)),
  always boolean not null,
  wastewater_over_m3_day numeric(10, 2),
  hazards space.hazard_class[] not null,
  traits space.trait[] not null,
  certificate_claimed boolean not null,
  judged_by_person boolean not null,
  name_vi text not null check (name_vi = normalize(name_vi, NFC)),
  name_en text not null,
  source_vi text not null,
  source_en text not null,
  primary key (kind, in_force),
  constraint document_rule_one_at_a_time exclude using gist (kind with =, in_force with &&)
);
comment on table tenancy.document_rules is 'Which papers an application needs, by kind of production';
comment on column tenancy.document_rules.wastewater_over_m3_day is 'Needed above this much wastewater; null where wastewater does not matter';
comment on column tenancy.document_rules.judged_by_person is 'An officer reads it before the application is eligible';
insert into tenancy.document_rules values
  ('BUSINESS_REGISTRATION', daterange('2021-01-01', null), true, null, '{}', '{}', false, false,
   'Giấy chứng nhận đăng ký doanh nghiệp', 'Enterprise registration certificate',
   'Luật Doanh nghiệp 59/2020/QH14, điều 28', 'Law on Enterprises 59/2020/QH14, art. 28'),
  ('ENVIRONMENT', daterange('2022-01-01', null), false, 5, '{A,B}', '{PLATING,ODOUR}', false, true,
   'Giấy phép môi trường hoặc đăng ký môi trường', 'Environmental permit or registration',
   'Luật Bảo vệ môi trường 72/2020/QH14, điều 39 và 49; Nghị định 08/2022/NĐ-CP, điều 32',
   'Law on Environmental Protection 72/2020/QH14, arts. 39 and 49; Decree 08/2022/ND-CP, art. 32'),
  ('FIRE_SAFETY', daterange('2025-07-01', null), false, null, '{A,B,C1,C2,C3}', '{}', false, true,
   'Hồ sơ phòng cháy chữa cháy của dây chuyền', 'Fire safety file of the production line',
   'Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ 55/2024/QH15; QCVN 06:2022/BXD, phụ lục C',
   'Law on Fire Prevention, Fighting and Rescue 55/2024/QH15; QCVN 06:2022/BXD, annex C'),
  ('SUPPORTING_CERTIFICATE', daterange('2016-01-01', null), false, null, '{}', '{}', true, true,
   'Giấy xác nhận ưu đãi công nghiệp hỗ trợ', 'Certificate of incentives for supporting industry',
   'Nghị định 111/2015/NĐ-CP, sửa đổi bởi Nghị định 205/2025/NĐ-CP', 'Decree 111/2015/ND-CP as amended by Decree 205/2025/ND-CP');
