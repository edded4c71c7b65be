package vn.khuxuong.zoning.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.maps.FeatureChange;
import vn.khuxuong.maps.FeatureRefusal;
import vn.khuxuong.maps.SeenVersion;
import vn.khuxuong.zoning.Attribute;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.SubzoneJson;
import vn.khuxuong.zoning.draft.DraftState;
import vn.khuxuong.zoning.draft.EditDraft;
import vn.khuxuong.zoning.edit.Drawing;
import vn.khuxuong.zoning.edit.Edit;
import vn.khuxuong.zoning.edit.EditJson;
import vn.khuxuong.zoning.edit.EditRefusal;
import vn.khuxuong.zoning.plan.Plan;

/**
 * Changes of features turned into the edits a planner's editor would send, so that history, checks
 * and refusals are the same whatever tool drew.
 */
final class SubzoneChanges {
  /** Coordinates that came back rounded are no other shape; ten times finer than drawing means. */
  private static final double SAME_M = 0.0005;

  private final Plan plan;
  private final DraftState state;
  private final Map<String, Integer> versions;
  private final SeenSubzones seen;
  private final ArrayNode batch = JsonNodeFactory.instance.arrayNode();
  private final List<Integer> changeOf = new ArrayList<>();
  private int changes;

  SubzoneChanges(Plan plan, DraftState state, Map<String, Integer> versions, SeenSubzones seen) {
    this.plan = plan;
    this.state = state;
    this.versions = versions;
    this.seen = seen;
  }

  /** The subzone a change is about. */
  record Target(String uid, boolean created) {}

  /**
   * Takes in one change.
   *
   * @throws FeatureRefusal where it cannot be done
   */
  Target add(FeatureChange change) {
    Target target;
    if (change instanceof FeatureChange.Create create) {
      target = create(UUID.randomUUID().toString(), create.shape(), create.properties());
    } else if (change instanceof FeatureChange.Replace replace) {
      target = replace(replace);
    } else if (change instanceof FeatureChange.Update update) {
      target = update(update);
    } else {
      target = delete((FeatureChange.Delete) change);
    }
    changes++;
    return target;
  }

  private Target create(String uid, FeatureChange.Shape shape, Map<String, JsonNode> properties) {
    ObjectNode edit = edit("create").put("uid", uid);
    ObjectNode attributes = edit.putObject("attributes");
    for (Attribute attribute : Attribute.values()) {
      JsonNode value = properties.get(DraftSubzones.property(attribute.key()));
      if (value != null && !value.isNull()) {
        attributes.set(attribute.key(), value);
      }
    }
    edit.set("shape", json(shape));
    return new Target(uid, true);
  }

  private Target replace(FeatureChange.Replace replace) {
    FeatureId id = FeatureId.parse(replace.id()).orElseThrow(DraftSubzones::unknown);
    Subzone now = state.subzones().get(id.uid());
    SeenVersion.How how = replace.seen().how();
    if (now == null && (how == SeenVersion.How.UNSAID || how == SeenVersion.How.ABSENT)) {
      return create(id.uid(), replace.shape(), replace.properties());
    }
    requireSeen(id, now, replace.seen(), false);
    requireFacts(id, now, replace.properties(), replace.seen(), false);
    ObjectNode wanted = JsonNodeFactory.instance.objectNode();
    for (Attribute attribute : Attribute.values()) {
      JsonNode value = replace.properties().get(DraftSubzones.property(attribute.key()));
      wanted.set(attribute.key(), value == null ? JsonNodeFactory.instance.nullNode() : value);
    }
    attributes(now, wanted);
    reshape(now, replace.shape());
    return new Target(id.uid(), false);
  }

  private Target update(FeatureChange.Update update) {
    FeatureId id = FeatureId.parse(update.id()).orElseThrow(DraftSubzones::unknown);
    Subzone now = there(id, update.seen());
    requireSeen(id, now, update.seen(), false);
    requireFacts(id, now, update.properties(), update.seen(), true);
    ObjectNode wanted = JsonNodeFactory.instance.objectNode();
    for (Attribute attribute : Attribute.values()) {
      JsonNode value = update.properties().get(DraftSubzones.property(attribute.key()));
      if (value != null) {
        wanted.set(attribute.key(), value);
      }
    }
    attributes(now, wanted);
    FeatureChange.Shape shape = update.shape();
    if (shape != null) {
      reshape(now, shape);
    }
    return new Target(id.uid(), false);
  }

  private Target delete(FeatureChange.Delete delete) {
    FeatureId id = FeatureId.parse(delete.id()).orElseThrow(DraftSubzones::unknown);
    Subzone now = state.subzones().get(id.uid());
    if (now == null) {
      throw DraftSubzones.unknown();
    }
    requireSeen(id, now, delete.seen(), true);
    edit("remove").put("subzone", id.uid());
    return new Target(id.uid(), false);
  }

  /** The subzone; a client that names a version of what is gone is told so by the version. */
  private @Nullable Subzone there(FeatureId id, SeenVersion asked) {
    Subzone now = state.subzones().get(id.uid());
    if (now == null && asked.how() == SeenVersion.How.UNSAID) {
      throw DraftSubzones.unknown();
    }
    return now;
  }

  private void requireSeen(FeatureId id, @Nullable Subzone now, SeenVersion asked, boolean bare) {
    int current = versions.getOrDefault(id.uid(), 0);
    seen.require(plan, id.uid(), now, now == null ? 0 : current, asked, bare);
  }

  /** What is told of a subzone beside its attributes may be echoed, not changed. */
  private void requireFacts(
      FeatureId id,
      @Nullable Subzone now,
      Map<String, JsonNode> properties,
      SeenVersion asked,
      boolean withId) {
    new PlanFactsOfSubzone(plan, id, now, seen).require(properties, asked, withId);
  }

  private void attributes(@Nullable Subzone now, ObjectNode wanted) {
    ObjectNode differing = JsonNodeFactory.instance.objectNode();
    ObjectNode current = now == null ? differing : SubzoneJson.writeAttributes(now);
    wanted
        .properties()
        .forEach(
            entry -> {
              if (!same(current.get(entry.getKey()), entry.getValue())) {
                differing.set(entry.getKey(), entry.getValue());
              }
            });
    if (now != null && !differing.isEmpty()) {
      edit("setAttributes").put("subzone", now.uid()).set("attributes", differing);
    }
  }

  private static boolean same(@Nullable JsonNode one, JsonNode other) {
    return one != null
        && (one.equals(other)
            || (one.isNumber() && other.isNumber() && one.doubleValue() == other.doubleValue()));
  }

  private void reshape(@Nullable Subzone now, FeatureChange.Shape shape) {
    if (now != null && !isSame(now.shape(), shape)) {
      edit("reshape").put("subzone", now.uid()).set("shape", json(shape));
    }
  }

  private boolean isSame(Polygon now, FeatureChange.Shape shape) {
    Geometry drawn =
        shape.geometry().getNumGeometries() == 1 ? shape.geometry().getGeometryN(0) : null;
    if (drawn == null) {
      return false;
    }
    Geometry legal = CoordinateOperation.between(shape.crs(), plan.legal()).apply(drawn).norm();
    return now.norm().equalsExact(legal, SAME_M);
  }

  private ObjectNode edit(String op) {
    changeOf.add(changes);
    return batch.addObject().put("op", op);
  }

  private static ObjectNode json(FeatureChange.Shape shape) {
    ObjectNode json = GeoJson.write(shape.geometry());
    if (shape.crs() != Crs.CRS84 && shape.crs() != Crs.EPSG_4326) {
      json.put("crs", shape.crs().code());
    }
    return json;
  }

  /** What all changes together draw. */
  EditDraft.Drawn drawn() {
    ObjectNode sent = JsonNodeFactory.instance.objectNode().put("tool", DraftSubzones.LAYER);
    sent.set("edits", batch);
    try {
      List<Edit> edits = EditJson.read(batch, state.zone().legal());
      Map<String, Subzone> after =
          Drawing.apply(state.subzones(), state.zone(), edits, () -> UUID.randomUUID().toString());
      return new EditDraft.Drawn(after, sent);
    } catch (EditRefusal refusal) {
      throw refused(refusal);
    }
  }

  private FeatureRefusal refused(EditRefusal refusal) {
    FeatureRefusal said =
        DraftSubzones.invalid(
                refusal.field().map(SubzoneChanges::member).orElse(null),
                refusal.vi(),
                refusal.en())
            .with("reason", refusal.reason().slug());
    Optional<String> remedy = refusal.remedyVi();
    remedy.ifPresent(vi -> said.remedy(vi, refusal.remedyEn().orElse(refusal.en())));
    refusal
        .place()
        .ifPresent(
            place ->
                said.with(
                    "place",
                    GeoJson.write(
                        CoordinateOperation.between(state.zone().legal(), Crs.CRS84).apply(place),
                        GeoJson.DEGREE_DECIMALS)));
    return refusal.index() < 0 ? said : said.inChange(changeOf.get(refusal.index()));
  }

  /** Member of an edit as the member of the feature it came from. */
  private static String member(String field) {
    String name = field.startsWith("attributes.") ? field.substring("attributes.".length()) : field;
    return Attribute.find(name)
        .map(attribute -> "properties." + DraftSubzones.property(name))
        .orElse(name.equals("shape") ? "geometry" : "id");
  }
}
