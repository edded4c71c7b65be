package vn.khuxuong.zoning.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.khuxuong.geo.Crs;

/** The file formats plans come and go in. */
enum Format {
  GEOJSON("geojson", "geojson", "application/geo+json"),
  GPKG("gpkg", "gpkg", "application/geopackage+sqlite3"),
  /** Shapefile with all that belongs to it in one archive. */
  SHP("shp", "shp.zip", "application/zip"),
  FGB("fgb", "fgb", "application/vnd.flatgeobuf"),
  KML("kml", "kml", "application/vnd.google-earth.kml+xml"),
  DXF("dxf", "dxf", "image/vnd.dxf"),
  /** One subzone a row with its shape as WKT. */
  CSV("csv", "csv", "text/csv; charset=UTF-8");

  private final String key;
  private final String extension;
  private final String mediaType;

  Format(String key, String extension, String mediaType) {
    this.key = key;
    this.extension = extension;
    this.mediaType = mediaType;
  }

  static Optional<Format> find(String key) {
    return List.of(values()).stream()
        .filter(f -> f.key.equals(key.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** What the parameter {@code f} says. */
  String key() {
    return key;
  }

  /** How the name of such a file ends, without the dot. */
  String extension() {
    return extension;
  }

  String mediaType() {
    return mediaType;
  }

  /** The CRS a plan is written in where nobody asks for another. */
  Crs usualCrs(Crs legal) {
    return this == GEOJSON || this == KML ? Crs.CRS84 : legal;
  }

  /** Whether the format can hold coordinates of a CRS; RFC 7946 would allow GeoJSON one only. */
  boolean canHold(Crs crs) {
    return switch (this) {
      case KML -> crs.srid() == Crs.CRS84.srid();
      case DXF -> crs.unit() == Crs.Unit.METRE;
      default -> true;
    };
  }
}
