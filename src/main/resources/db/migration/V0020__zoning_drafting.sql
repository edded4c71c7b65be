-- What those who work on plans see through GIS tools, apart from what the public may read.

alter table zoning.subzones add column version integer not null default 1;
comment on column zoning.subzones.version is
  'Lock version of the plan that first showed the subzone as it is; moves with every change of it, never back, but not when neighbours'' vertices are put on its edges';

create schema drafting;
comment on schema drafting is 'Views of plans that are being drawn, for planners, approvers and administrators';

do $$
begin
  if not exists (select from pg_roles where rolname = 'khu_drafting') then
    create role khu_drafting nologin;
  end if;
  execute format('grant khu_drafting to %I', current_user);
end $$;
grant khu_published to khu_drafting;
grant usage on schema drafting to khu_drafting;

create view drafting.revision as
  select coalesce(sum(lock_version), 0) as revision from zoning.plans;
comment on view drafting.revision is
  'Grows with every change of any plan, in its transaction: plans are never deleted and their lock versions only grow';
grant select on drafting.revision to khu_drafting;

-- The feature's id at the doors: one subzone may be in several drafts of its zone.
create unique index subzone_feature on zoning.subzones
  ((plan_id::text || '.' || uid::text) collate "C");
