package vn.khuxuong.maps.feature;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.maps.EditableCollection.Changed;
import vn.khuxuong.maps.FeatureChange;
import vn.khuxuong.maps.SeenVersion;

/**
 * Creating, replacing, updating and deleting features (OGC API Features Part 4, 20-002r1). Every
 * change names the version it saw: {@code If-Match} with the feature's entity tag, or, from tools
 * that send no header, property {@code version} as it was read. Who saw an older one gets 412 or
 * 409 with what there is now.
 */
@Controller
class ItemEditController {

  private static final String ITEMS = "/ogc/collections/{id}/items";
  private static final String ITEM = ITEMS + "/{fid}";

  private final EditVisits visits;
  private final EditAnswers answers;

  ItemEditController(EditVisits visits, EditAnswers answers) {
    this.visits = visits;
    this.answers = answers;
  }

  @RequestMapping(path = ITEMS, method = RequestMethod.OPTIONS)
  ResponseEntity<Void> itemsOptions(@PathVariable String id, HttpServletRequest request) {
    return visits.options(id, request, HttpMethod.POST);
  }

  /** {@code PATCH} works but is not listed: QGIS would then send parts of features, versionless. */
  @RequestMapping(path = ITEM, method = RequestMethod.OPTIONS)
  ResponseEntity<Void> itemOptions(
      @PathVariable String id, @PathVariable String fid, HttpServletRequest request) {
    return visits.options(id, request, HttpMethod.PUT, HttpMethod.DELETE);
  }

  /** One feature, or a collection of features of which all or none are added. */
  @PostMapping(ITEMS)
  ResponseEntity<byte[]> create(@PathVariable String id, HttpServletRequest request)
      throws IOException, HttpRequestMethodNotSupportedException {
    EditVisit visit = visits.open(id, request, EditVisits.FEATURE_TYPES);
    JsonNode json = FeatureBody.json(request);
    if (!FeatureBody.isCollection(json)) {
      visit.body().requireFeature(json, "");
      FeatureChange.Create create =
          new FeatureChange.Create(visit.body().shape(json, ""), visit.body().properties(json, ""));
      Changed changed = answers.change(visit, List.of(create), List.of(json), "");
      return answers.feature(visit, changed);
    }
    List<FeatureChange> creates = new ArrayList<>();
    List<JsonNode> sent = new ArrayList<>();
    visit.body().requireNoOtherCrs(json, "");
    for (JsonNode feature : features(json, "features")) {
      String at = "features[" + creates.size() + "].";
      visit.body().requireFeature(feature, at);
      creates.add(
          new FeatureChange.Create(
              visit.body().shape(feature, at), visit.body().properties(feature, at)));
      sent.add(feature);
    }
    Changed changed = answers.change(visit, creates, sent, "features");
    return answers.list(visit, changed, HttpStatus.CREATED);
  }

  static List<JsonNode> features(JsonNode json, String member) {
    JsonNode list = json.path(member);
    if (!list.isArray() || list.isEmpty()) {
      throw FeatureBody.bad(member, "phải là danh sách, không rỗng", "must be a list, not empty");
    }
    if (list.size() > FeatureBody.MOST_FEATURES) {
      throw FeatureBody.bad(
          member,
          "nhiều nhất " + FeatureBody.MOST_FEATURES + " phần tử mỗi lần",
          "has at most " + FeatureBody.MOST_FEATURES + " elements at a time");
    }
    List<JsonNode> all = new ArrayList<>();
    list.forEach(all::add);
    return all;
  }

  /** Makes the feature be what is sent; adds it where the id is free and could be one of ours. */
  @PutMapping(ITEM)
  ResponseEntity<byte[]> replace(
      @PathVariable String id, @PathVariable String fid, HttpServletRequest request)
      throws IOException, HttpRequestMethodNotSupportedException {
    EditVisit visit = visits.open(id, request, EditVisits.FEATURE_TYPES);
    JsonNode json = FeatureBody.json(request);
    visit.body().requireFeature(json, "");
    Map<String, JsonNode> properties = visit.body().properties(json, "");
    SeenVersion seen = visit.seen(fid, FeatureBody.version(properties, ""));
    FeatureChange.Replace replace =
        new FeatureChange.Replace(fid, visit.body().shape(json, ""), properties, seen);
    return answers.feature(visit, answers.change(visit, List.of(replace), List.of(json), ""));
  }

  /** Changes parts of the feature (RFC 7396). */
  @PatchMapping(ITEM)
  ResponseEntity<byte[]> update(
      @PathVariable String id, @PathVariable String fid, HttpServletRequest request)
      throws IOException, HttpRequestMethodNotSupportedException {
    EditVisit visit = visits.open(id, request, EditVisits.PATCH_TYPES);
    JsonNode json = FeatureBody.json(request);
    Map<String, JsonNode> properties = visit.body().properties(json, "");
    SeenVersion seen = visit.seen(fid, FeatureBody.version(properties, ""));
    FeatureChange.Shape shape = json.has("geometry") ? visit.body().shape(json, "") : null;
    FeatureChange.Update update = new FeatureChange.Update(fid, shape, properties, seen);
    return answers.feature(visit, answers.change(visit, List.of(update), List.of(json), ""));
  }

  @DeleteMapping(ITEM)
  ResponseEntity<byte[]> delete(
      @PathVariable String id, @PathVariable String fid, HttpServletRequest request)
      throws HttpRequestMethodNotSupportedException {
    EditVisit visit = visits.open(id, request, List.of());
    FeatureChange.Delete delete = new FeatureChange.Delete(fid, visit.seen(fid, null));
    Changed changed = answers.change(visit, List.of(delete), List.of(), "");
    return ResponseEntity.noContent().headers(EditAnswers.headers(visit, changed)).build();
  }

  /**
   * Inserts, replacements, updates and deletions that all happen or none, judged by their result:
   * {@code {"changes":[{"action":"replace","id":…,"version":…,"feature":{…}}]}}. How a split or a
   * moved border is saved in one step.
   */
  @PostMapping("/ogc/collections/{id}/transactions")
  ResponseEntity<byte[]> transaction(@PathVariable String id, HttpServletRequest request)
      throws IOException, HttpRequestMethodNotSupportedException {
    EditVisit visit = visits.open(id, request, EditVisits.JSON_TYPES);
    JsonNode json = FeatureBody.json(request);
    List<FeatureChange> changes = new ArrayList<>();
    List<JsonNode> sent = new ArrayList<>();
    for (JsonNode one : features(json, "changes")) {
      changes.add(TransactionBody.change(visit, one, "changes[" + changes.size() + "]."));
      sent.add(one.path("feature"));
    }
    Changed changed = answers.change(visit, changes, sent, "changes");
    return answers.list(visit, changed, HttpStatus.OK);
  }
}
