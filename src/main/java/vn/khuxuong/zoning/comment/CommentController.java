package vn.khuxuong.zoning.comment;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.zoning.comment.CommentStore.Comment;
import vn.khuxuong.zoning.comment.CommentStore.Counts;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.PlanAccess;
import vn.khuxuong.zoning.plan.PlanAnswers;

/** What staff say about a plan, as GeoJSON; for everybody else there is none. */
@RestController
@RequestMapping("/api/v1/plans/{id}/comments")
class CommentController {
  private final Comments comments;
  private final CommentStore store;
  private final PlanAccess access;
  private final PlanAnswers answers;
  private final JsonMapper json;

  CommentController(
      Comments comments,
      CommentStore store,
      PlanAccess access,
      PlanAnswers answers,
      JsonMapper json) {
    this.comments = comments;
    this.store = store;
    this.access = access;
    this.answers = answers;
    this.json = json;
  }

  /** Every comment, oldest first; geometry is null where it has no place. */
  @GetMapping
  ResponseEntity<ObjectNode> list(@PathVariable long id) {
    Plan plan = access.readableByStaff(id);
    Counts said = store.count(id); // before the list: a tag too old is only asked for once more
    ObjectNode collection = json.createObjectNode().put("type", "FeatureCollection");
    collection.put("plan", id).put("open", said.open());
    ArrayNode features = collection.putArray("features");
    store.list(id).forEach(comment -> features.add(feature(plan, comment)));
    HttpHeaders headers = answers.headers(plan);
    headers.setETag(said.etag(id));
    return ResponseEntity.ok().headers(headers).contentType(PlanAnswers.GEOJSON).body(collection);
  }

  @GetMapping("/{cid}")
  ResponseEntity<ObjectNode> get(@PathVariable long id, @PathVariable long cid) {
    Plan plan = access.readableByStaff(id);
    return answer(plan, store.find(id, cid).orElseThrow(() -> Comments.unknown(cid)));
  }

  @PostMapping
  ResponseEntity<ObjectNode> add(@PathVariable long id, @RequestBody CommentAsked asked) {
    Comment comment = comments.add(id, asked);
    return ResponseEntity.created(URI.create("/api/v1/plans/" + id + "/comments/" + comment.id()))
        .cacheControl(CacheControl.noStore())
        .contentType(PlanAnswers.GEOJSON)
        .body(feature(access.readable(id), comment));
  }

  @PostMapping("/{cid}/resolve")
  ResponseEntity<ObjectNode> resolve(@PathVariable long id, @PathVariable long cid) {
    Comment comment = comments.resolve(id, cid);
    return answer(access.readable(id), comment);
  }

  @PostMapping("/{cid}/reopen")
  ResponseEntity<ObjectNode> reopen(@PathVariable long id, @PathVariable long cid) {
    Comment comment = comments.reopen(id, cid);
    return answer(access.readable(id), comment);
  }

  private ResponseEntity<ObjectNode> answer(Plan plan, Comment comment) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(PlanAnswers.GEOJSON)
        .body(feature(plan, comment));
  }

  /** Properties of a comment's feature; {@code mayResolve} is about the caller. */
  private record Said(
      String author,
      String authorName,
      OffsetDateTime madeAt,
      String text,
      @Nullable UUID subzone,
      @Nullable Long parent,
      int revision,
      @Nullable Long decision,
      @Nullable String resolvedBy,
      @Nullable OffsetDateTime resolvedAt,
      boolean mayResolve) {}

  private ObjectNode feature(Plan plan, Comment comment) {
    ObjectNode feature = json.createObjectNode().put("type", "Feature").put("id", comment.id());
    Geometry place = comment.place();
    feature.set("geometry", place == null ? null : GeoJson.write(place, GeoJson.DEGREE_DECIMALS));
    feature.set(
        "properties",
        json.valueToTree(
            new Said(
                comment.author(),
                comment.authorName(),
                comment.madeAt(),
                comment.text(),
                comment.subzone(),
                comment.parent(),
                comment.revision(),
                comment.decision(),
                comment.resolvedBy(),
                comment.resolvedAt(),
                comments.mayResolve(plan, comment))));
    return feature;
  }
}
