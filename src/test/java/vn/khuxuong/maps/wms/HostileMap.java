package vn.khuxuong.maps.wms;

import static org.assertj.core.api.Assertions.assertThat;

import vn.khuxuong.maps.Door.Answer;
import vn.khuxuong.maps.OgcSchemas;

/** The map that hostile requests ask for, and what every answer to them must be like. */
final class HostileMap {
  static final String MAP =
      "/wms?service=WMS&version=1.3.0&request=GetMap&layers=subzones&styles=&format=image/png"
          + "&crs=CRS:84&bbox=106.48,10.78,106.52,10.82&width=256&height=256";

  private HostileMap() {}

  /** A refusal that gives nothing away. */
  static void refused(Answer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    harmless(answer);
    assertThat(answer.header("Content-Type")).startsWith("text/xml");
    assertThat(OgcSchemas.faults(answer.bytes(), "wms/1.3.0/exceptions_1_3_0.xsd")).isEmpty();
  }

  /** Nothing of the inside shows, and nothing that a browser would run. */
  static void harmless(Answer answer) {
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    if (!answer.header("Content-Type").startsWith("image/")) {
      assertThat(answer.text())
          .doesNotContain(
              "<script",
              "<svg",
              "java.",
              "org.postgresql",
              "\tat ",
              "select ",
              "published.",
              "root:");
    }
  }
}
