package vn.khuxuong.maps.feature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.maps.EditableCollection.Changed;
import vn.khuxuong.maps.EditableCollection.Feature;
import vn.khuxuong.maps.EditableCollection.Notice;
import vn.khuxuong.maps.FeatureChange;
import vn.khuxuong.maps.FeatureRefusal;
import vn.khuxuong.maps.SeenVersion;

/** Has changes done and tells what came of them, as it is stored: neighbours may have been met. */
@Component
class EditAnswers {

  private final ItemStore store;
  private final EchoedVersions echoes;
  private final EditRefusals refusals;
  private final JsonMapper json;

  EditAnswers(ItemStore store, EchoedVersions echoes, EditRefusals refusals, JsonMapper json) {
    this.store = store;
    this.echoes = echoes;
    this.refusals = refusals;
    this.json = json;
  }

  /**
   * Does the changes.
   *
   * @param sent the features as they came, one for each change, to be compared in a refusal
   * @param list member of the body with the list of changes, empty where there is one only
   * @throws vn.khuxuong.platform.problem.ProblemException the refusal as a problem
   */
  Changed change(
      EditVisit visit, List<? extends FeatureChange> changes, List<JsonNode> sent, String list) {
    Changed changed;
    try {
      changed = visit.owner().change(List.copyOf(changes));
    } catch (FeatureRefusal refusal) {
      throw refusals.problem(visit, refusal, changes, sent, list);
    }
    boolean echoing =
        changes.stream().anyMatch(change -> seen(change).how() == SeenVersion.How.BODY);
    if (echoing || visit.request().getSession(false) != null) {
      echoes.moved(visit.request(), visit.layer().id(), changed.moved());
    }
    return changed;
  }

  /** Which version a change says it saw. */
  static SeenVersion seen(FeatureChange change) {
    if (change instanceof FeatureChange.Replace replace) {
      return replace.seen();
    }
    if (change instanceof FeatureChange.Update update) {
      return update.seen();
    }
    return change instanceof FeatureChange.Delete delete ? delete.seen() : SeenVersion.UNSAID;
  }

  /** The one feature that was changed. */
  ResponseEntity<byte[]> feature(EditVisit visit, Changed changed) {
    Feature feature = changed.features().get(0);
    byte[] stored = store.feature(visit.layer(), feature.id(), visit.crs()).orElse(null);
    HttpHeaders headers = headers(visit, changed);
    String address = visit.item(feature.id());
    if (feature.created()) {
      headers.set(HttpHeaders.LOCATION, address);
    }
    HttpStatus status = feature.created() ? HttpStatus.CREATED : HttpStatus.OK;
    if (stored == null) {
      // somebody else has taken it away since
      return ResponseEntity.status(feature.created() ? status : HttpStatus.NO_CONTENT)
          .headers(headers)
          .build();
    }
    headers.setETag(ItemEtag.of(stored, "changed-" + visit.crs().code()));
    headers.set("Content-Crs", "<" + visit.crs().uri() + ">");
    if (isMinimal(visit)) {
      headers.set("Preference-Applied", "return=minimal");
      return ResponseEntity.status(feature.created() ? status : HttpStatus.NO_CONTENT)
          .headers(headers)
          .build();
    }
    headers.set(HttpHeaders.CONTENT_LOCATION, address);
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.valueOf(Link.GEO_JSON))
        .body(stored);
  }

  private static boolean isMinimal(EditVisit visit) {
    String prefer = visit.request().getHeader("Prefer");
    return prefer != null && prefer.replace(" ", "").contains("return=minimal");
  }

  /** What became of each change. */
  ResponseEntity<byte[]> list(EditVisit visit, Changed changed, HttpStatus status) {
    List<Map<String, Object>> results = new ArrayList<>();
    for (Feature feature : changed.features()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("id", feature.id());
      result.put("result", word(feature));
      if (feature.version() > 0) {
        result.put("version", feature.version());
        result.put("href", visit.item(feature.id()));
      }
      results.add(result);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("results", results);
    document.put(
        "notices",
        changed.notices().stream()
            .map(
                notice ->
                    Map.of(
                        "href",
                        visit.site() + notice.path(),
                        "title",
                        visit.language().choose(notice.vi(), notice.en())))
            .toList());
    HttpHeaders headers = headers(visit, changed);
    if (status == HttpStatus.CREATED) {
      headers.set(HttpHeaders.LOCATION, visit.items());
    }
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.writeValueAsBytes(document));
  }

  private static String word(Feature feature) {
    if (feature.created()) {
      return "created";
    }
    return feature.version() > 0 ? "changed" : "deleted";
  }

  static HttpHeaders headers(EditVisit visit, Changed changed) {
    HttpHeaders headers = new HttpHeaders();
    headers.addAll(HttpHeaders.LINK, notices(visit, changed));
    headers.setCacheControl("no-store");
    headers.set(HttpHeaders.CONTENT_LANGUAGE, visit.language().tag());
    return headers;
  }

  /** What the checks say, as links to the report; the sentence is the link's title (RFC 8187). */
  static List<String> notices(EditVisit visit, Changed changed) {
    return changed.notices().stream().map(notice -> link(visit, notice)).toList();
  }

  private static String link(EditVisit visit, Notice notice) {
    String title = visit.language().choose(notice.vi(), notice.en());
    return "<"
        + visit.site()
        + notice.path()
        + ">; rel=\"related\"; title*=UTF-8''"
        + UriUtils.encode(title, StandardCharsets.UTF_8);
  }
}
