-- VN-2000 in the database is the same VN-2000 as in Java: the one operation EPSG:6960.
--
-- PostGIS (3.0 and later) asks PROJ for auth_name:auth_srid first and only then for srtext, then for
-- proj4text. For EPSG:3405, 4756 and the others PROJ so finds its own database and picks EPSG:5194,
-- 0.80 m away in Ho Chi Minh City, without a word. Hence an authority PROJ does not know, and a
-- srtext without any authority code, whose TOWGS84 (position vector signs) is EPSG:6960.
-- PostGIS 3.3 has no rows at all for EPSG:9205 to 9218.
--
-- A function and not plain statements, because pg_dump leaves out rows of the SRIDs the extension
-- ships: a restored database has the extension's own rows again until this has been called. It
-- changes nothing where nothing differs and returns the number of rows it wrote. A connection that
-- transformed one of these SRIDs before the change keeps the old operation until it is closed.
create or replace function khu_pin_vn2000() returns integer
  language sql
as
$$
with systems (srid, name, meridian, scale) as (
  values
    (9205, 'VN-2000 / TM-3 103-00', 103.00, 0.9999),
    (9206, 'VN-2000 / TM-3 104-00', 104.00, 0.9999),
    (9207, 'VN-2000 / TM-3 104-30', 104.50, 0.9999),
    (9208, 'VN-2000 / TM-3 104-45', 104.75, 0.9999),
    (9209, 'VN-2000 / TM-3 105-30', 105.50, 0.9999),
    (9210, 'VN-2000 / TM-3 105-45', 105.75, 0.9999),
    (9211, 'VN-2000 / TM-3 106-00', 106.00, 0.9999),
    (9212, 'VN-2000 / TM-3 106-15', 106.25, 0.9999),
    (9213, 'VN-2000 / TM-3 106-30', 106.50, 0.9999),
    (9214, 'VN-2000 / TM-3 107-00', 107.00, 0.9999),
    (9215, 'VN-2000 / TM-3 107-15', 107.25, 0.9999),
    (9216, 'VN-2000 / TM-3 107-30', 107.50, 0.9999),
    (9217, 'VN-2000 / TM-3 108-15', 108.25, 0.9999),
    (9218, 'VN-2000 / TM-3 108-30', 108.50, 0.9999),
    (5896, 'VN-2000 / TM-3 zone 481', 102.00, 0.9999),
    (5897, 'VN-2000 / TM-3 zone 482', 105.00, 0.9999),
    (5898, 'VN-2000 / TM-3 zone 491', 108.00, 0.9999),
    (5899, 'VN-2000 / TM-3 107-45', 107.75, 0.9999),
    (3405, 'VN-2000 / UTM zone 48N', 105.00, 0.9996),
    (3406, 'VN-2000 / UTM zone 49N', 111.00, 0.9996),
    (4756, 'VN-2000', null, null)
), datum (towgs84, wkt) as (
  select t,
         format('GEOGCS["VN-2000",DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257223563],'
                'TOWGS84[%s]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]', t)
  from (values ('-191.90441429,-39.30318279,-111.45032835,'
                '0.00928836,-0.01975479,0.00427372,0.252906278')) as parameters (t)
), rows (srid, srtext, proj4text) as (
  select srid,
         case when meridian is null then wkt else
           format('PROJCS["%s",%s,PROJECTION["Transverse_Mercator"],'
                  'PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",%s],'
                  'PARAMETER["scale_factor",%s],PARAMETER["false_easting",500000],'
                  'PARAMETER["false_northing",0],UNIT["metre",1],'
                  'AXIS["Easting",EAST],AXIS["Northing",NORTH]]',
                  name, wkt, trim_scale(meridian), scale)
         end,
         case when meridian is null then
           format('+proj=longlat +ellps=WGS84 +towgs84=%s +no_defs', towgs84)
         else
           format('+proj=tmerc +lat_0=0 +lon_0=%s +k=%s +x_0=500000 +y_0=0 +ellps=WGS84 '
                  '+towgs84=%s +units=m +no_defs', trim_scale(meridian), scale, towgs84)
         end
  from systems, datum
), written as (
  insert into spatial_ref_sys as old (srid, auth_name, auth_srid, srtext, proj4text)
  select srid, 'KHUXUONG', srid, srtext, proj4text from rows
  on conflict (srid) do update
    set auth_name = excluded.auth_name, auth_srid = excluded.auth_srid,
        srtext = excluded.srtext, proj4text = excluded.proj4text
    where (old.auth_name, old.auth_srid, old.srtext, old.proj4text)
      is distinct from
          (excluded.auth_name, excluded.auth_srid, excluded.srtext, excluded.proj4text)
  returning 1
)
select count(*)::integer from written
$$;

comment on function khu_pin_vn2000() is
  'Ghi các hệ VN-2000 vào spatial_ref_sys với đúng phép chuyển EPSG:6960; gọi lại sau khi phục hồi dữ liệu. '
  'Writes the VN-2000 systems into spatial_ref_sys with exactly EPSG:6960; call again after a restore.';

select khu_pin_vn2000();
