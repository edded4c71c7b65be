package vn.khuxuong.zoning.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.zoning.Zone;

class VertexTableTest {
  private final Zone zone = Town.zone(3, 3);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1\t1195010.250\t584020.500\t30.1",
        "1;1195010,250;584020,500",
        "M1 1195010.25 584020.5",
        "1195010,25 584020,5",
        "1, 1195010.25, 584020.5",
        "1,1195010.250,584020.500",
        "1195010,250,584020,500",
        "1\t1.195.010,250\t584.020,500",
        "1;1,195,010.250;584,020.500",
        "7\t1 195 010,250\t584 020,500\t12,5",
        "\"1\";\"1195010.25\";\"584020.5\"",
        "1195010.250m\t584020.500 m"
      })
  void readsNumbersAsPeopleWriteThem(String line) {
    VertexTable table = VertexTable.read(line);
    assertThat(table.badLines()).isEmpty();
    assertThat(table.vertices(Axes.NE)).containsExactly(new Coordinate(584020.5, 1195010.25));
  }

  @Test
  void takesHeadingsAsHeadingsAndReportsBadLines() {
    VertexTable table =
        VertexTable.read(
            """
            BẢNG TỌA ĐỘ VN-2000
            Số hiệu điểm\tX (m)\tY (m)\tCạnh
            1\t1195010\t584020\t10

            2\t1195010
            3\t1195100\t584100
            """);
    assertThat(table.heading()).contains(Axes.NE);
    assertThat(table.size()).isEqualTo(2);
    assertThat(table.badLines()).singleElement().satisfies(b -> assertThat(b.line()).isEqualTo(5));
    assertThat(VertexTable.read("Đông;Bắc\n584020;1195010").heading()).contains(Axes.EN);
    assertThat(VertexTable.read("").badLines()).isNotEmpty();
  }

  @Test
  void recognisesNorthBeforeEastInTheLegalSystem() {
    VertexTable table =
        VertexTable.read("X Y\n1195010 584020\n1195010 584120\n1195110 584120\n1195010 584020");
    List<TableReading> readings = table.readings(zone);
    TableReading first = readings.get(0);
    assertThat(first.crs()).isEqualTo(Crs.EPSG_9210);
    assertThat(first.axes()).isEqualTo(Axes.NE);
    assertThat(first.closed()).isTrue();
    assertThat(first.shareInside()).isEqualTo(1);
    assertThat(first.distanceM()).isZero();
    assertThat(first.confident()).isTrue();
    assertThat(first.vi()).contains("EPSG:9210").contains("100 %");
    assertThat(readings.get(1).confident()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {5897, 9209, 9211, 9214, 5899, 3405})
  void recognisesOtherMeridiansAndSwappedAxes(int srid) {
    Crs crs = Crs.ofEpsg(srid);
    CoordinateOperation there = CoordinateOperation.between(Town.LEGAL, crs);
    StringBuilder text = new StringBuilder();
    for (double[] xy : new double[][] {{10, 10}, {250, 20}, {200, 240}}) {
      Coordinate c = there.apply(Town.exactly(xy[0], xy[1]));
      text.append(c.x).append(';').append(c.y).append('\n');
    }
    TableReading first = VertexTable.read(text.toString()).readings(zone).get(0);
    assertThat(first.crs()).isEqualTo(crs);
    assertThat(first.axes()).isEqualTo(Axes.EN);
    assertThat(first.confident()).isTrue();
    assertThat(first.closed()).isFalse();
  }

  @Test
  void isNotConfidentFarFromTheZone() {
    List<TableReading> readings = VertexTable.read("1205010 584020\n1205110 584020").readings(zone);
    assertThat(readings).isNotEmpty().noneMatch(TableReading::confident);
    assertThat(readings.get(0).en()).contains("9.7 km away");
  }
}
