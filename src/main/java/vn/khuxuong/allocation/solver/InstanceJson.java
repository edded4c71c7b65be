package vn.khuxuong.allocation.solver;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.allocation.solver.Instance.Bay;
import vn.khuxuong.allocation.solver.Instance.Building;
import vn.khuxuong.allocation.solver.Instance.Firm;
import vn.khuxuong.allocation.solver.Instance.Flags;
import vn.khuxuong.allocation.solver.Instance.Floor;
import vn.khuxuong.allocation.solver.Instance.Incompatibility;
import vn.khuxuong.allocation.solver.Instance.Policy;
import vn.khuxuong.allocation.solver.Instance.Scope;
import vn.khuxuong.allocation.solver.Instance.Tenant;
import vn.khuxuong.allocation.solver.Instance.Weights;
import vn.khuxuong.allocation.solver.Instance.Zone;

/**
 * Reads and writes {@code alloc-instance/1}. Members that the format does not name are passed over;
 * everything it names must be there and be right.
 */
public final class InstanceJson {
  private static final String FORMAT = "alloc-instance/1";
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private InstanceJson() {}

  /**
   * Reads one instance.
   *
   * @param json the whole document, UTF-8
   * @throws InstanceFault for anything that is not a sound instance, with the JSON path of the
   *     fault
   */
  public static Instance read(byte[] json) {
    JsonCursor root = JsonCursor.root(json, FORMAT);
    return root.make(
        () ->
            new Instance(
                root.text("id"),
                weights(root.object("weights")),
                root.integers("preferenceScore"),
                policy(root.object("policy")),
                root.objects("incompatible", InstanceJson::incompatibility),
                root.objects("zones", InstanceJson::zone),
                root.objects("buildings", InstanceJson::building),
                root.objects("floors", InstanceJson::floor),
                root.objects("tenants", InstanceJson::tenant),
                root.objects("firms", InstanceJson::firm)));
  }

  /** SHA-256 of a document as lower-case hexadecimal: the mark by which a run names its input. */
  public static String sha256(byte[] json) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Weights weights(JsonCursor json) {
    return json.make(
        () ->
            new Weights(
                json.integer("demand"),
                json.integer("preference"),
                json.integer("vacantRun"),
                json.integer("cluster")));
  }

  private static Policy policy(JsonCursor json) {
    return json.make(
        () ->
            new Policy(
                json.integer("base"),
                json.integer("supporting"),
                json.integer("hightech"),
                json.integer("green"),
                json.integer("domestic"),
                json.integer("displaced"),
                json.integersByName("size"),
                json.integer("cap")));
  }

  private static Incompatibility incompatibility(JsonCursor json) {
    return json.make(
        () ->
            new Incompatibility(json.text("a"), json.text("b"), json.choice("scope", Scope.class)));
  }

  private static Zone zone(JsonCursor json) {
    return json.make(
        () -> new Zone(json.text("id"), json.text("name"), json.integer("foreignAreaCapM2")));
  }

  private static Building building(JsonCursor json) {
    return json.make(
        () ->
            new Building(
                json.text("id"),
                json.text("zone"),
                json.integer("powerKva"),
                json.integer("wastewaterM3")));
  }

  private static Floor floor(JsonCursor json) {
    return json.make(
        () ->
            new Floor(
                json.text("id"),
                json.text("building"),
                json.integer("level"),
                json.objects("bays", InstanceJson::bay),
                json.integers("breaks"),
                json.integer("loadKnM2"),
                json.integer("clearHeightDm"),
                json.integer("powerKva"),
                json.integer("liftTon"),
                json.texts("hazards"),
                json.texts("industries"),
                json.integer("availableUntil"),
                json.integer("rentKvnd")));
  }

  private static Bay bay(JsonCursor json) {
    return json.make(() -> new Bay(json.integer("areaM2"), json.integer("availableFrom")));
  }

  private static Tenant tenant(JsonCursor json) {
    return json.make(
        () ->
            new Tenant(
                json.text("id"),
                json.text("floor"),
                json.integer("startBay"),
                json.integer("bayCount"),
                json.texts("traits"),
                json.integer("powerKva"),
                json.integer("wastewaterM3")));
  }

  private static Firm firm(JsonCursor json) {
    return json.make(
        () ->
            new Firm(
                json.text("id"),
                json.integer("submitted"),
                json.text("industry"),
                flags(json.object("flags")),
                json.text("sizeClass"),
                json.integer("priority"),
                json.integer("areaMinM2"),
                json.integer("areaMaxM2"),
                json.integer("loadKnM2"),
                json.integer("clearHeightDm"),
                json.integer("powerKva"),
                json.integer("wastewaterM3"),
                json.integer("liftTon"),
                json.text("hazard"),
                json.texts("traits"),
                json.textOrNull("cluster"),
                json.integer("startEarliest"),
                json.integer("startLatest"),
                json.integer("termMonths"),
                json.integer("budgetKvnd"),
                json.texts("zonePrefs"),
                json.bool("acceptOther"),
                json.bool("maySplit")));
  }

  private static Flags flags(JsonCursor json) {
    return new Flags(
        json.bool("supporting"),
        json.bool("hightech"),
        json.bool("green"),
        json.bool("domestic"),
        json.bool("displaced"));
  }

  /**
   * Writes an instance in one canonical form (members in the order of the format, no blanks), so
   * that equal instances have equal bytes and equal {@link #sha256 hashes}.
   */
  public static byte[] write(Instance instance) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringProperty("format", FORMAT);
      json.writeStringProperty("id", instance.id());
      Weights weights = instance.weights();
      json.writeObjectPropertyStart("weights");
      json.writeNumberProperty("demand", weights.demand());
      json.writeNumberProperty("preference", weights.preference());
      json.writeNumberProperty("vacantRun", weights.vacantRun());
      json.writeNumberProperty("cluster", weights.cluster());
      json.writeEndObject();
      numbers(json, "preferenceScore", instance.preferenceScore());
      write(json, instance.policy());
      objects(json, "incompatible", instance.incompatible(), InstanceJson::write);
      objects(json, "zones", instance.zones(), InstanceJson::write);
      objects(json, "buildings", instance.buildings(), InstanceJson::write);
      objects(json, "floors", instance.floors(), InstanceJson::write);
      objects(json, "tenants", instance.tenants(), InstanceJson::write);
      objects(json, "firms", instance.firms(), InstanceJson::write);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, Policy policy) {
    json.writeObjectPropertyStart("policy");
    json.writeNumberProperty("base", policy.base());
    json.writeNumberProperty("supporting", policy.supporting());
    json.writeNumberProperty("hightech", policy.hightech());
    json.writeNumberProperty("green", policy.green());
    json.writeNumberProperty("domestic", policy.domestic());
    json.writeNumberProperty("displaced", policy.displaced());
    json.writeObjectPropertyStart("size");
    policy.size().forEach(json::writeNumberProperty);
    json.writeEndObject();
    json.writeNumberProperty("cap", policy.cap());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Incompatibility pair) {
    json.writeStringProperty("a", pair.a());
    json.writeStringProperty("b", pair.b());
    json.writeStringProperty("scope", pair.scope().name());
  }

  private static void write(JsonGenerator json, Zone zone) {
    json.writeStringProperty("id", zone.id());
    json.writeStringProperty("name", zone.name());
    json.writeNumberProperty("foreignAreaCapM2", zone.foreignAreaCapM2());
  }

  private static void write(JsonGenerator json, Building building) {
    json.writeStringProperty("id", building.id());
    json.writeStringProperty("zone", building.zone());
    json.writeNumberProperty("powerKva", building.powerKva());
    json.writeNumberProperty("wastewaterM3", building.wastewaterM3());
  }

  private static void write(JsonGenerator json, Floor floor) {
    json.writeStringProperty("id", floor.id());
    json.writeStringProperty("building", floor.building());
    json.writeNumberProperty("level", floor.level());
    objects(json, "bays", floor.bays(), InstanceJson::write);
    numbers(json, "breaks", floor.breaks());
    json.writeNumberProperty("loadKnM2", floor.loadKnM2());
    json.writeNumberProperty("clearHeightDm", floor.clearHeightDm());
    json.writeNumberProperty("powerKva", floor.powerKva());
    json.writeNumberProperty("liftTon", floor.liftTon());
    texts(json, "hazards", floor.hazards());
    texts(json, "industries", floor.industries());
    json.writeNumberProperty("availableUntil", floor.availableUntil());
    json.writeNumberProperty("rentKvnd", floor.rentKvnd());
  }

  private static void write(JsonGenerator json, Bay bay) {
    json.writeNumberProperty("areaM2", bay.areaM2());
    json.writeNumberProperty("availableFrom", bay.availableFrom());
  }

  private static void write(JsonGenerator json, Tenant tenant) {
    json.writeStringProperty("id", tenant.id());
    json.writeStringProperty("floor", tenant.floor());
    json.writeNumberProperty("startBay", tenant.startBay());
    json.writeNumberProperty("bayCount", tenant.bayCount());
    texts(json, "traits", tenant.traits());
    json.writeNumberProperty("powerKva", tenant.powerKva());
    json.writeNumberProperty("wastewaterM3", tenant.wastewaterM3());
  }

  private static void write(JsonGenerator json, Firm firm) {
    json.writeStringProperty("id", firm.id());
    json.writeNumberProperty("submitted", firm.submitted());
    json.writeStringProperty("industry", firm.industry());
    json.writeObjectPropertyStart("flags");
    json.writeBooleanProperty("supporting", firm.flags().supporting());
    json.writeBooleanProperty("hightech", firm.flags().hightech());
    json.writeBooleanProperty("green", firm.flags().green());
    json.writeBooleanProperty("domestic", firm.flags().domestic());
    json.writeBooleanProperty("displaced", firm.flags().displaced());
    json.writeEndObject();
    json.writeStringProperty("sizeClass", firm.sizeClass());
    json.writeNumberProperty("priority", firm.priority());
    json.writeNumberProperty("areaMinM2", firm.areaMinM2());
    json.writeNumberProperty("areaMaxM2", firm.areaMaxM2());
    json.writeNumberProperty("loadKnM2", firm.loadKnM2());
    json.writeNumberProperty("clearHeightDm", firm.clearHeightDm());
    json.writeNumberProperty("powerKva", firm.powerKva());
    json.writeNumberProperty("wastewaterM3", firm.wastewaterM3());
    json.writeNumberProperty("liftTon", firm.liftTon());
    json.writeStringProperty("hazard", firm.hazard());
    texts(json, "traits", firm.traits());
    json.writeStringProperty("cluster", firm.cluster());
    json.writeNumberProperty("startEarliest", firm.startEarliest());
    json.writeNumberProperty("startLatest", firm.startLatest());
    json.writeNumberProperty("termMonths", firm.termMonths());
    json.writeNumberProperty("budgetKvnd", firm.budgetKvnd());
    texts(json, "zonePrefs", firm.zonePrefs());
    json.writeBooleanProperty("acceptOther", firm.acceptOther());
    json.writeBooleanProperty("maySplit", firm.maySplit());
  }

  private static <T> void objects(
      JsonGenerator json, String name, Collection<T> parts, BiConsumer<JsonGenerator, T> write) {
    json.writeArrayPropertyStart(name);
    for (T part : parts) {
      json.writeStartObject();
      write.accept(json, part);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void numbers(JsonGenerator json, String name, Collection<Integer> numbers) {
    json.writeArrayPropertyStart(name);
    numbers.forEach(json::writeNumber);
    json.writeEndArray();
  }

  private static void texts(JsonGenerator json, String name, Collection<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
