create or replace view drafting.revision as
  select coalesce(sum(lock_version), 0) as revision,
         greatest(max(created_at), (select max(made_at) from zoning.draft_steps),
                  (select max(made_at) from zoning.plan_decisions)) as changed_at
  from zoning.plans;
comment on view drafting.revision is
  'Grows with every change of any plan, in its transaction: plans are never deleted and their lock versions only grow';
grant select on drafting.revision to khu_drafting;
