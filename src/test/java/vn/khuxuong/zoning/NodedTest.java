package vn.khuxuong.zoning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class NodedTest {

  private static final String SQUARE = "0 0, 100 0, 100 100, 0 100, 0 0";

  @Test
  void verticesOnTheEdgesAreNoOtherOutline() {
    assertThat(isNoded("0 0, 50 0, 100 0, 100 100, 30 100.0009, 0 100, 0 0")).isTrue();
    assertThat(isNoded(SQUARE)).isTrue();
  }

  @Test
  void aVertexBesideAnEdgeOrOneThatIsGoneIs() {
    assertThat(isNoded("0 0, 50 0.002, 100 0, 100 100, 0 100, 0 0")).isFalse();
    assertThat(isNoded("0 0, 100 0, 100 100, 0 0")).isFalse();
    assertThat(isNoded("0 0, 100 0, 100.001 100, 0 100, 0 0")).isFalse();
    assertThat(isNoded("0 0, 200 0, 100 0, 100 100, 0 100, 0 0")).isFalse();
  }

  @Test
  void aHoleIsAnotherOutline() throws ParseException {
    assertThat(
            Noded.isWithMoreVertices(
                polygon("(" + SQUARE + ")"),
                polygon("(" + SQUARE + "), (10 10, 20 10, 20 20, 10 10)")))
        .isFalse();
    assertThat(
            Noded.isWithMoreVertices(
                polygon("(" + SQUARE + "), (10 10, 20 10, 20 20, 10 10)"),
                polygon("(" + SQUARE + "), (10 10, 15 10, 20 10, 20 20, 10 10)")))
        .isTrue();
  }

  private static boolean isNoded(String ring) {
    try {
      return Noded.isWithMoreVertices(polygon("(" + SQUARE + ")"), polygon("(" + ring + ")"));
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Polygon polygon(String rings) throws ParseException {
    return (Polygon) new WKTReader().read("POLYGON (" + rings + ")");
  }
}
