package vn.khuxuong.portal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.database.PublishedPages;
import vn.khuxuong.space.building.BuildingJson;

/** Where a building lies in its zone, from the published layers. */
@Component
class LocationStore {
  private final JdbcClient published;

  LocationStore(@PublishedPages JdbcClient published) {
    this.published = published;
  }

  /**
   * A shape of the map.
   *
   * @param kind its land use in lower case, {@code zone} or {@code building}
   * @param path in metres of the zone's legal CRS, north upward
   * @param here the building of the sheet
   */
  record Outline(String kind, String path, boolean here) {}

  /**
   * The zone and the building: metres of the legal CRS.
   *
   * @param commune in which the zone lies
   * @param errorKm how far off the zone's outline may be, 0 for one that is not schematic
   */
  record Place(
      int srid,
      String commune,
      double errorKm,
      double west,
      double south,
      double east,
      double north,
      double buildingE,
      double buildingN) {}

  /** The map of a building in its zone. */
  LocationPicture picture(BuildingJson building, Words words) {
    Place place = place(building.code());
    List<Outline> outlines = outlines(building, place.srid());
    return LocationPicture.of(place, outlines, building, words);
  }

  private Place place(String building) {
    return published
        .sql(
            """
            select z.legal_srid as srid, coalesce(z.commune, '') as commune,
                   coalesce(z.position_error_km, 0) as error_km,
                   st_xmin(m.zone) as west, st_ymin(m.zone) as south,
                   st_xmax(m.zone) as east, st_ymax(m.zone) as north,
                   st_x(m.centre) as building_e, st_y(m.centre) as building_n
            from published.buildings_now b
            join published.zones_now z on z.code = b.zone_code
            cross join lateral (
              select st_transform(z.geom, z.legal_srid) as zone,
                     st_centroid(st_transform(b.geom, z.legal_srid)) as centre) m
            where b.code = :building\
            """)
        .param("building", building)
        .query(Place.class)
        .single();
  }

  /** Outline of the zone, its subzones, its buildings, in the order in which they are drawn. */
  private List<Outline> outlines(BuildingJson building, int srid) {
    return published
        .sql(
            """
            select kind, code, st_assvg(st_transform(geom, :srid), 0, 0) as path
            from (select 0 as rank, 'zone' as kind, code, geom
                  from published.zones_now where code = :zone
                  union all
                  select 1, lower(land_use), code, geom
                  from published.subzones_now where zone_code = :zone
                  union all
                  select 2, 'building', code, geom
                  from published.buildings_now where zone_code = :zone) shapes
            order by rank, code\
            """)
        .param("zone", building.zone().code())
        .param("srid", srid)
        .query(
            (row, n) ->
                new Outline(
                    row.getString("kind"),
                    row.getString("path"),
                    row.getString("code").equals(building.code())))
        .list();
  }
}
