-- The views for today and for what is known now, read from the copies.

drop view if exists published.zones_now;
create view published.zones_now as
  select id, code, name_vi, name_en, short_name, kind, status, converting, gross_area_ha,
         leasable_area_ha, founded, term_end, term_end_precision, operator_vi, operator_en, commune,
         legal_srid, data_status, position_error_km, buildings, free_m2, free_bays,
         geom, geom_3857, label_3857, geom_z8, geom_z11, geom_z13
  from derived.zones;
comment on view published.zones_now is 'As zones, ready for today';

drop view if exists published.subzones_now;
create view published.subzones_now as
  select id, zone_code, plan_version, code, name_vi, name_en, land_use, land_use_vi, land_use_en,
         cadastral_code, area_m2, area_ha, phase, max_density_pct, max_floors, far, valid_from,
         data_status, geom, geom_3857, label_3857, geom_z11, geom_z13
  from derived.subzones;
comment on view published.subzones_now is 'As subzones, ready for today';

drop view if exists published.plots_now;
create view published.plots_now as
  select id, zone_code, subzone_code, code, land_use, land_use_vi, land_use_en, status, area_m2,
         data_status, geom, geom_3857, label_3857
  from derived.plots;
comment on view published.plots_now is 'As plots, ready';

drop view if exists published.buildings_now;
create view published.buildings_now as
  select id, code, zone_code, name_vi, name_en, storeys, gfa_m2, lettable_m2, free_m2,
         longest_run_m2, max_load_kn_m2, rent_from_usd, goods_lifts, lift_max_t, power_kva,
         wastewater_m3_day, completed, term_end, data_status, geom, geom_3857, label_3857
  from derived.buildings;
comment on view published.buildings_now is 'As buildings, ready for today';

drop view if exists published.floors_now;
create view published.floors_now as
  select id, building_code, zone_code, level, load_kn_m2, clear_height_m, lift_t, power_kva,
         rent_usd_m2_month, rent_vnd_m2_month, hazards, industries, bays, area_m2, free_m2,
         data_status, geom, geom_3857, label_3857
  from derived.floors;
comment on view published.floors_now is 'As floors, ready for today';

-- What is free is free from today on, whenever its row was written.
drop view if exists published.bays_now;
create view published.bays_now as
  select id, building_code, zone_code, floor_id, level, bay_no, code, area_m2, status,
         case when free_from < (select day from derived.state) then (select day from derived.state)
              else free_from end as free_from,
         occupied_until, sector_vi, sector_en, load_kn_m2, clear_height_m, rent_usd_m2_month,
         data_status, geom, geom_3857, label_3857
  from derived.bays;
comment on view published.bays_now is 'As bays, ready for today';

drop view if exists published.vacancies_now;
create view published.vacancies_now as
  select id, building_code, zone_code, floor_id, level, first_bay, bay_count, area_m2,
         case when free_from < (select day from derived.state) then (select day from derived.state)
              else free_from end as free_from,
         free_until, load_kn_m2, clear_height_m, lift_t, power_kva, hazards, industries,
         rent_usd_m2_month, data_status, geom, geom_3857, label_3857
  from derived.vacancies;
comment on view published.vacancies_now is 'As vacancies, ready for today';

grant select on published.zones_now, published.subzones_now, published.plots_now,
  published.buildings_now, published.floors_now, published.bays_now, published.vacancies_now
  to khu_published;
