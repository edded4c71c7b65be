package vn.khuxuong.conversion.floor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.conversion.ConversionDesk;
import vn.khuxuong.conversion.ConversionTown;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.tenancy.ProcessTest;

/** Floors that newly accept or refuse, over HTTP on a real database. */
@ProcessTest
class FloorChangesHttpTest {
  private static final String PATH = ConversionDesk.PATH;

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private ConversionDesk at;

  @BeforeEach
  void sitDown() {
    at = new ConversionDesk(port, accounts, jdbc);
  }

  @Test
  void floorsNewlyAcceptAndRefuseWhenAPlanIsPublished() {
    ConversionTown town = new ConversionTown(jdbc, at.market(), "2060-12-31");
    town.floor(1);
    town.floor(2);
    String url = PATH + "/" + town.code() + "/floor-changes";
    assertThat(at.desk().get(null, url).json().path("changes").size()).isZero();
    town.plan(1, "GREEN", "2026-01-01");
    JsonNode refused = at.desk().get(null, url).json();
    assertThat(refused.path("before").isNull()).isTrue();
    assertThat(at.changes(refused))
        .containsExactly(
            "1 PLASTIC false", "1 ELECTRONICS false", "2 PLASTIC false", "2 ELECTRONICS false");
    town.plan(2, "HIGHRISE", "2026-02-01");
    assertThat(at.changes(at.desk().get(null, url).json()))
        .containsExactly(
            "1 PLASTIC true", "1 ELECTRONICS true", "2 PLASTIC true", "2 ELECTRONICS true");
    town.plan(3, "INDUSTRY", "2026-03-01");
    assertThat(at.changes(at.desk().get(null, url).json())).isEmpty();
    assertThat(at.desk().get(null, url + "?plan=1").status()).isEqualTo(401);
    assertThat(at.desk().get(at.officer(), url + "?plan=999999").status()).isEqualTo(404);
  }
}
