package vn.khuxuong.maps.wms;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerExtents;
import vn.khuxuong.maps.xml.XmlWriter;

/**
 * Writes for which days and storeys a layer may be asked (OGC 06-042, annex C; OGC 01-068r3, annex
 * C): {@code TIME} and {@code DIM_FLOOR}. Both may be one value, a list or an interval.
 */
final class DimensionWriter {
  /** How far time is told to go on where nothing in the data ends it. */
  private static final int YEARS_AHEAD = 5;

  private final XmlWriter xml;
  private final WmsVersion version;
  private final LocalDate today;

  DimensionWriter(XmlWriter xml, WmsVersion version, LocalDate today) {
    this.xml = xml;
    this.version = version;
    this.today = today;
  }

  /** One of a layer's dimensions: what 1.3.0 says in one element and 1.1.1 in two. */
  private record Dimension(String name, String units, String standard, String extent) {}

  void write(Layer layer, LayerExtents.Extent extent) {
    Dimension time = time(layer, extent);
    Dimension floor = floor(layer, extent);
    if (version == WmsVersion.V1_3_0) {
      full(time);
      full(floor);
      return;
    }
    declaration(time);
    declaration(floor);
    values(time);
    values(floor);
  }

  /**
   * Without a time a layer that answers for any day shows today, another one all its features: both
   * are what the default says.
   */
  private @Nullable Dimension time(Layer layer, LayerExtents.Extent extent) {
    if (layer.time() == null) {
      return null;
    }
    LocalDate first = extent.since() == null ? today : extent.since();
    LocalDate last = extent.until();
    if (last == null) {
      last = (first.isAfter(today) ? first : today).plusYears(YEARS_AHEAD);
    }
    String range = first + "/" + last;
    return new Dimension(
        "time", "ISO8601", layer.time().bitemporal() ? "current" : range, range + "/P1D");
  }

  private static @Nullable Dimension floor(Layer layer, LayerExtents.Extent extent) {
    if (layer.floor() == null || extent.lowestFloor() == null || extent.highestFloor() == null) {
      return null;
    }
    String range = extent.lowestFloor() + "/" + extent.highestFloor();
    return new Dimension("floor", "", range, range + "/1");
  }

  private void full(@Nullable Dimension dimension) {
    if (dimension == null) {
      return;
    }
    xml.open("Dimension")
        .attribute("name", dimension.name())
        .attribute("units", dimension.units())
        .attribute("default", dimension.standard())
        .attribute("multipleValues", "1")
        .attribute("nearestValue", "0");
    if (dimension.name().equals("time")) {
      xml.attribute("current", "1");
    }
    xml.text(dimension.extent()).close();
  }

  private void declaration(@Nullable Dimension dimension) {
    if (dimension != null) {
      xml.empty("Dimension", "name", dimension.name(), "units", dimension.units());
    }
  }

  private void values(@Nullable Dimension dimension) {
    if (dimension != null) {
      xml.open("Extent")
          .attribute("name", dimension.name())
          .attribute("default", dimension.standard())
          .attribute("multipleValues", "1")
          .attribute("nearestValue", "0")
          .text(dimension.extent())
          .close();
    }
  }
}
