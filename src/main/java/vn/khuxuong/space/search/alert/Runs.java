package vn.khuxuong.space.search.alert;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.space.search.vacancy.VacantRun;

/** Runs and bays as the tables keep them. */
@Component
class Runs {
  private final JsonMapper json;

  Runs(JsonMapper json) {
    this.json = json;
  }

  String text(List<VacantRun> runs) {
    return json.writeValueAsString(runs);
  }

  List<VacantRun> list(String text) {
    return json.readValue(text, new TypeReference<List<VacantRun>>() {});
  }

  String text(SeenBays seen) {
    return json.writeValueAsString(seen.byFloor());
  }

  SeenBays seen(String text) {
    return SeenBays.of(
        json.readValue(text, new TypeReference<Map<Long, Collection<Integer>>>() {}));
  }
}
