drop view if exists published.changes;
create view published.changes as
  select revision, layers, west, south, east, north, at from platform.data_changes;
comment on view published.changes is
  'What changed where in the published data, in the order of revisions; no layers means all, no box everywhere';
grant select on published.changes to khu_published;
