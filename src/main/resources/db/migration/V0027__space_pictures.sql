-- Photos and plans of buildings, public, each with a text for those who do not see it.

create table space.building_pictures (
  id bigint generated always as identity primary key,
  building_id bigint not null references space.buildings on delete cascade,
  kind text not null check (kind in ('PHOTO', 'PLAN')),
  media_type text not null
    check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  content bytea not null check (octet_length(content) between 1 and 10485760),
  sha256 text not null check (sha256 = encode(sha256(content), 'hex')),
  alt_vi text not null check (alt_vi = normalize(alt_vi, NFC) and alt_vi ~ '\S'),
  alt_en text not null check (alt_en = normalize(alt_en, NFC) and alt_en ~ '\S'),
  uploaded_at timestamptz not null default now(),
  uploaded_by text not null,
  removed_at timestamptz check (removed_at >= uploaded_at),
  removed_by text,
  check ((removed_at is null) = (removed_by is null))
);
alter table space.building_pictures alter content set storage external;
create index on space.building_pictures (building_id) where removed_at is null;
comment on table space.building_pictures is
  'Photos and plans of buildings, shown to everybody; one that is taken back stays for the record';
comment on column space.building_pictures.media_type is 'By content, never by name';
comment on column space.building_pictures.alt_vi is 'What is to be seen, for people who do not see it, in Vietnamese';
