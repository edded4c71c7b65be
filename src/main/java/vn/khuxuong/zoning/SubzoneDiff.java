package vn.khuxuong.zoning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What makes two states of a plan differ, field by field.
 *
 * @param created subzones only the later state has, in its order
 * @param removed subzones only the earlier state has, in its order
 * @param changed subzones of both that differ, in the later state's order
 */
public record SubzoneDiff(List<Subzone> created, List<Subzone> removed, List<Change> changed) {

  /** Copies the lists. */
  public SubzoneDiff {
    created = List.copyOf(created);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
  }

  /**
   * One subzone that is there before and after.
   *
   * @param code its later code
   * @param geometry null where the shape is the same, whatever vertex its ring starts at
   */
  public record Change(
      String uid, String code, List<FieldChange> fields, @Nullable GeometryChange geometry) {
    /** Copies the list. */
    public Change {
      fields = List.copyOf(fields);
    }

    /**
     * Whether nothing happened but that a neighbour's vertices were put on straight edges: nothing
     * that a person who saw the subzone before would have to know.
     */
    public boolean isNodedOnly(Map<String, Subzone> before, Map<String, Subzone> after) {
      Subzone then = before.get(uid);
      Subzone now = after.get(uid);
      return fields.isEmpty()
          && then != null
          && now != null
          && Noded.isWithMoreVertices(then.shape(), now.shape());
    }
  }

  /** One attribute's values; null for none. */
  public record FieldChange(Attribute attribute, @Nullable Object before, @Nullable Object after) {}

  /**
   * How far a shape changed.
   *
   * @param changedM2 ground that only one of the two shapes covers; 0 where vertices were inserted
   *     on a straight edge
   */
  public record GeometryChange(double areaBeforeM2, double areaAfterM2, double changedM2) {}

  /** From one state to a later one, both by uid. The same instance on both sides costs nothing. */
  public static SubzoneDiff between(Map<String, Subzone> before, Map<String, Subzone> after) {
    List<Subzone> created = new ArrayList<>();
    List<Change> changed = new ArrayList<>();
    for (Subzone now : after.values()) {
      Subzone then = before.get(now.uid());
      if (then == null) {
        created.add(now);
      } else if (!then.equals(now)) {
        Change change = change(then, now);
        if (!change.fields().isEmpty() || change.geometry() != null) {
          changed.add(change);
        }
      }
    }
    List<Subzone> removed =
        before.values().stream().filter(s -> !after.containsKey(s.uid())).toList();
    return new SubzoneDiff(created, removed, changed);
  }

  private static Change change(Subzone then, Subzone now) {
    List<FieldChange> fields = new ArrayList<>();
    for (Attribute attribute : Attribute.values()) {
      Object before = attribute.of(then);
      Object after = attribute.of(now);
      if (!Objects.equals(before, after)) {
        fields.add(new FieldChange(attribute, before, after));
      }
    }
    return new Change(now.uid(), now.code(), fields, geometryChange(then, now));
  }

  private static @Nullable GeometryChange geometryChange(Subzone then, Subzone now) {
    if (then.shape().equalsNorm(now.shape())) {
      return null;
    }
    Geometry onlyOne = OverlayNGRobust.overlay(then.shape(), now.shape(), OverlayNG.SYMDIFFERENCE);
    return new GeometryChange(then.areaM2(), now.areaM2(), onlyOne.getArea());
  }

  /** Whether the states are the same. */
  public boolean isEmpty() {
    return created.isEmpty() && removed.isEmpty() && changed.isEmpty();
  }

  /**
   * {@code created} and {@code removed} as attributes with {@code uid} and {@code areaM2}; {@code
   * changed} as {@code uid}, {@code code}, {@code fields} (before and after by attribute) and
   * {@code geometry} where it changed. Square metres to two decimals.
   */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    list(json.putArray("created"), created);
    list(json.putArray("removed"), removed);
    ArrayNode changes = json.putArray("changed");
    for (Change change : changed) {
      ObjectNode one = changes.addObject();
      one.put("uid", change.uid()).put("code", change.code());
      ObjectNode fields = one.putObject("fields");
      for (FieldChange field : change.fields()) {
        ObjectNode sides = fields.putObject(field.attribute().key());
        field.attribute().write(sides, "before", field.before());
        field.attribute().write(sides, "after", field.after());
      }
      GeometryChange geometry = change.geometry();
      if (geometry != null) {
        one.putObject("geometry")
            .put("areaBeforeM2", toCents(geometry.areaBeforeM2()))
            .put("areaAfterM2", toCents(geometry.areaAfterM2()))
            .put("changedM2", toCents(geometry.changedM2()));
      }
    }
    return json;
  }

  private static void list(ArrayNode array, List<Subzone> subzones) {
    for (Subzone subzone : subzones) {
      ObjectNode one = array.addObject().put("uid", subzone.uid());
      one.setAll(SubzoneJson.writeAttributes(subzone));
      one.put("areaM2", toCents(subzone.areaM2()));
    }
  }

  private static double toCents(double m2) {
    return Math.rint(m2 * 100) / 100;
  }
}
