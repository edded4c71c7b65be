-- Coarser copies of zones and subzones for small scales; neighbours keep their common edges.

create table zoning.coarse_shapes (
  kind text not null check (kind in ('ZONE', 'SUBZONE')),
  id bigint not null,
  band integer not null check (band in (8, 11, 13)),
  geom_3857 geometry(Geometry, 3857) not null
    constraint coarse_valid_shape check (st_isvalid(geom_3857) and not st_isempty(geom_3857)),
  primary key (kind, id, band)
);
create index on zoning.coarse_shapes using gist (geom_3857);
comment on table zoning.coarse_shapes is
  'Shapes simplified as one coverage for web map zooms up to the band; where a row is missing the full shape serves';
comment on column zoning.coarse_shapes.id is 'Of zoning.zones or zoning.subzones, as kind says';

-- A zone that got another outline has no coarser copies until somebody makes them.
create function zoning.forget_coarse_shapes() returns trigger language plpgsql as $$
begin
  delete from zoning.coarse_shapes
  where kind = case tg_table_name when 'zones' then 'ZONE' else 'SUBZONE' end and id = old.id;
  return null;
end $$;
create trigger zone_coarse_forgotten after update of geom or delete on zoning.zones
  for each row execute function zoning.forget_coarse_shapes();
create trigger subzone_coarse_forgotten after update of geom or delete on zoning.subzones
  for each row execute function zoning.forget_coarse_shapes();
