package vn.khuxuong.zoning.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.zoning.coarse.CoarseShapes;

@KhuxuongTest
@Transactional
class LoadZonesIT {
  @Autowired private LoadZones loadZones;
  @Autowired private SeedStore store;
  @Autowired private Audit audit;
  @Autowired private CoarseShapes coarseShapes;
  @Autowired private JdbcClient jdbc;
  @TempDir private Path folder;

  @Test
  void secondRunChangesNothing() {
    long before = revision();
    loadZones.run(new DefaultApplicationArguments());
    assertThat(revision()).isEqualTo(before);
    assertThat(count("select count(*) from zoning.plans")).isEqualTo(1);
  }

  @Test
  void everyLoadedZoneAndPlanIsAudited() {
    assertThat(
            count(
                """
                select count(*) from platform.audit
                where actor = 'system' and action in ('zone.loaded', 'plan.published')\
                """))
        .isEqualTo(7);
  }

  @Test
  void changedFeatureUpdatesTheZoneOnce() throws IOException {
    long before = revision();
    write("\"grossAreaHa\": 300.0", "\"grossAreaHa\": 301.5");
    loader().run(new DefaultApplicationArguments());
    assertThat(gross()).isEqualTo(301.5);
    long after = revision();
    assertThat(after).isGreaterThan(before);
    assertThat(count("select count(*) from zoning.coarse_shapes where kind = 'ZONE'"))
        .isEqualTo(18);
    loader().run(new DefaultApplicationArguments());
    assertThat(revision()).isEqualTo(after);
  }

  @Test
  void faultyFileIsNamedWithTheZoneAndTheRule() throws IOException {
    write("\"kind\": \"EPZ\"", "\"kind\": \"CASINO\"");
    assertThatThrownBy(() -> loader().run(new DefaultApplicationArguments()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("zones.geojson, TT")
        .hasMessageContaining("zones_kind_check");
  }

  private LoadZones loader() {
    return new LoadZones(folder, store, audit, coarseShapes);
  }

  private void write(String text, String replacement) throws IOException {
    String original = Files.readString(Path.of("maps/boundaries/zones.geojson"));
    assertThat(original.replace(" ", "")).contains(text.replace(" ", ""));
    Files.createDirectories(folder.resolve("boundaries"));
    Files.writeString(
        folder.resolve("boundaries/zones.geojson"),
        original.replaceFirst(text.replace(" ", " *").replace(".", "[.]"), replacement));
  }

  private double gross() {
    return jdbc.sql("select gross_area_ha from zoning.zones where code = 'TT'")
        .query(Double.class)
        .single();
  }

  /** The revision once the triggers have done what they would at commit. */
  private long revision() {
    jdbc.sql("set constraints all immediate").update();
    jdbc.sql("set constraints all deferred").update();
    return count("select revision from platform.data_revision");
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
