package vn.khuxuong.maps.portrayal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.LayerGroups;
import vn.khuxuong.maps.style.Styles;

/**
 * Tells administrators which files of {@code maps/} are not in use because something is wrong in
 * them, and what: component {@code mapFiles} of the health page, and as a number for monitoring in
 * {@code khu.maps.files.refused}. The service is well all the same: the last good files serve.
 */
@Component("mapFiles")
class MapFilesHealth implements HealthIndicator, MeterBinder {

  private final LayerCatalogue layers;
  private final LayerGroups groups;
  private final Styles styles;

  MapFilesHealth(LayerCatalogue layers, LayerGroups groups, Styles styles) {
    this.layers = layers;
    this.groups = groups;
    this.styles = styles;
  }

  private List<String> complaints() {
    List<String> complaints = new ArrayList<>(layers.complaints());
    complaints.addAll(groups.complaints());
    complaints.addAll(styles.complaints());
    return complaints;
  }

  @Override
  public Health health() {
    List<String> complaints = complaints();
    Health.Builder health = Health.up().withDetail("layers", layers.version());
    return complaints.isEmpty() ? health.build() : health.withDetail("refused", complaints).build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("khu.maps.files.refused", () -> complaints().size())
        .description("Faults in layer, group and style files that keep the last good ones in use")
        .register(registry);
  }
}
