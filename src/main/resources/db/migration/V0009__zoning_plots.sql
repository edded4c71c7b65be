-- Plots: what a zone rents out as land.

create table zoning.plots (
  id bigint generated always as identity primary key,
  zone_id bigint not null references zoning.zones,
  subzone_code text,
  code text not null check (code ~ '^[A-Z0-9][A-Z0-9.-]{0,23}$'),
  land_use text not null references zoning.land_uses,
  status text not null check (status in ('FREE', 'RESERVED', 'LET')),
  area_m2 numeric(14, 2) not null,
  data_status text not null check (data_status in ('OFFICIAL', 'SCHEMATIC', 'ILLUSTRATIVE')),
  changed_at timestamptz not null default now(),
  geom geometry(Polygon, 4326) not null
    constraint plot_valid_shape check (st_isvalid(geom) and not st_isempty(geom)),
  geom_3857 geometry(Polygon, 3857) not null generated always as (st_transform(geom, 3857)) stored,
  constraint plot_code_unique unique (zone_id, code)
);
create index on zoning.plots using gist (geom);
create index on zoning.plots using gist (geom_3857);
comment on table zoning.plots is 'Plots (lô đất): pieces of a subzone that are rented out as land';
comment on column zoning.plots.subzone_code is 'Subzone the plot was cut from; null where the zone has no plan';
comment on column zoning.plots.status is 'FREE for rent; RESERVED promised; LET rented';
comment on column zoning.plots.area_m2 is 'Measured in the zone''s legal CRS by trigger';

create function zoning.measure_plot() returns trigger language plpgsql as $$
begin
  select zoning.area_m2(new.geom, z.legal_srid) into new.area_m2
  from zoning.zones z where z.id = new.zone_id;
  return new;
end $$;
create trigger plot_measured before insert or update of geom, zone_id, area_m2 on zoning.plots
  for each row execute function zoning.measure_plot();
