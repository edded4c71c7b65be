package vn.khuxuong.maps.encoding;

import java.io.IOException;
import java.util.Locale;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;

/** Writes the database's shapes as well-known text, x first, with the decimals of GeoJSON. */
final class WktShape {

  private final Utf8Out out;
  private final int decimals;

  WktShape(Utf8Out out, Crs crs) {
    this.out = out;
    this.decimals =
        crs.unit() == Crs.Unit.DEGREE ? GeoJson.DEGREE_DECIMALS : GeoJson.METRE_DECIMALS;
  }

  void write(byte[] wkb) throws IOException {
    write(new WkbReader(wkb));
  }

  private void write(WkbReader in) throws IOException {
    int kind = in.kind();
    out.raw(WkbReader.name(kind).toUpperCase(Locale.ROOT));
    body(in, kind);
  }

  private void body(WkbReader in, int kind) throws IOException {
    if (kind == WkbReader.POINT) {
      double x = in.ordinate();
      double y = in.ordinate();
      if (Double.isNaN(x)) {
        out.raw(" EMPTY");
      } else {
        out.raw('(').fixed(x, decimals).raw(' ').fixed(y, decimals).raw(')');
      }
      return;
    }
    int count = in.count();
    if (count == 0) {
      out.raw(" EMPTY");
      return;
    }
    out.raw('(');
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        out.raw(',');
      }
      switch (kind) {
        case WkbReader.LINE ->
            out.fixed(in.ordinate(), decimals).raw(' ').fixed(in.ordinate(), decimals);
        case WkbReader.POLYGON -> body(in, WkbReader.LINE);
        case WkbReader.COLLECTION -> write(in);
        default -> body(in, in.kind());
      }
    }
    out.raw(')');
  }
}
