package vn.khuxuong.allocation.solver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class InstanceJsonTest {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  /** The JSON of S-2 with the value at a pointer replaced, or dropped for {@code DROP}. */
  private static byte[] changed(String pointer, String value) {
    JsonNode root = MAPPER.readTree(Fixtures.json("S-2"));
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = root.at(pointer.substring(0, slash));
    String name = pointer.substring(slash + 1);
    boolean drop = value.equals("DROP");
    if (parent instanceof ObjectNode object) {
      assertThat(object.has(name)).as(pointer).isTrue();
      object.remove(name);
      if (!drop) {
        object.set(name, MAPPER.readTree(value));
      }
    } else if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(name), MAPPER.readTree(value));
    }
    return MAPPER.writeValueAsBytes(root);
  }

  private static String refusal(byte[] json) {
    InstanceFault fault = catchThrowableOfType(InstanceFault.class, () -> InstanceJson.read(json));
    assertThat(fault).as("refusal").isNotNull();
    return fault.getMessage();
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/format | \"alloc-instance/2\" | $.format: must be 'alloc-instance/1', not 'alloc-instance/2'",
        "/format | DROP | $.format: is missing",
        "/id | \"\" | $.id: must not be empty",
        "/id | 7 | $.id: must be a text, not 7",
        "/weights | [] | $.weights: must be an object",
        "/weights/demand | -1 | $.weights.demand: must be a whole number >= 0",
        "/weights/cluster | DROP | $.weights.cluster: is missing",
        "/preferenceScore/1 | 2.5 | $.preferenceScore[1]: must be a whole number, not 2.5",
        "/preferenceScore | [] | $.firms[0].zonePrefs: lists more zones than preferenceScore has ranks, 0",
        "/policy/cap | null | $.policy.cap: must be a whole number, not null",
        "/policy/size/SMALL | -8 | $.policy.size.SMALL: must be a whole number >= 0",
        "/policy/base | 11 | $.firms[0].priority: must be 48 by the policy, not 47",
        "/incompatible/0/scope | \"ROOM\" | $.incompatible[0].scope: must be one of [ADJACENT, FLOOR], not ROOM",
        "/incompatible/1/b | \"FOOD\" | $.incompatible[1].b: must differ from a on scope FLOOR",
        "/zones/0/foreignAreaCapM2 | \"12\" | $.zones[0].foreignAreaCapM2: must be a whole number, not \"12\"",
        "/buildings/0/zone | \"Z77\" | $.buildings[0].zone: unknown zone 'Z77'",
        "/buildings/0/powerKva | 1 | $.tenants[0].powerKva: tenants use 10 of the 1 that building B001 has",
        "/buildings | {} | $.buildings: must be a list",
        "/floors/2/building | \"B9\" | $.floors[2].building: unknown building 'B9'",
        "/floors/2/id | \"B001F1\" | $.floors[2].id: 'B001F1' is used twice",
        "/floors/2/bays | [] | $.floors[2].bays: must list 1 to 500 bays",
        "/floors/2/bays/3 | 5 | $.floors[2].bays[3]: must be an object",
        "/floors/2/bays/3/areaM2 | 0 | $.floors[2].bays[3].areaM2: must be a whole number from 1 to 1000000",
        "/floors/2/breaks | [0] | $.floors[2].breaks[0]: must be a whole number from 1 to 10",
        "/floors/2/breaks | [12] | $.floors[2].breaks[0]: must be a whole number from 1 to 10",
        "/floors/2/breaks | [3,3] | $.floors[2].breaks[1]: break 3 is listed twice",
        "/floors/2/hazards | [\"C\",\"C\"] | $.floors[2].hazards[1]: 'C' is listed twice",
        "/floors/2/hazards/0 | null | $.floors[2].hazards[0]: must be a text, not null",
        "/floors/2/availableUntil | 1e3 | $.floors[2].availableUntil: must be a whole number, not 1000.0",
        "/floors/2/rentKvnd | 10000000000 | $.floors[2].rentKvnd: must be a whole number of at most 1000000000, not 10000000000",
        "/floors/2/rentKvnd | 1000000001 | $.floors[2].rentKvnd: must be a whole number of at most 1000000000, not 1000000001",
        "/tenants/0/floor | \"B001F9\" | $.tenants[0].floor: unknown floor 'B001F9'",
        "/tenants/0/startBay | -1 | $.tenants[0].startBay: must be a whole number >= 0",
        "/tenants/0/bayCount | 99 | $.tenants[0].bayCount: leaves floor B001F1, which has 11 bays",
        "/tenants/0/traits | \"FOOD\" | $.tenants[0].traits: must be a list",
        "/firms/3/areaMinM2 | 0 | $.firms[3].areaMinM2: must be a whole number >= 1",
        "/firms/3/areaMinM2 | true | $.firms[3].areaMinM2: must be a whole number, not true",
        "/firms/3/areaMaxM2 | 1 | $.firms[3].areaMaxM2: must not be below areaMinM2 60",
        "/firms/3/priority | 12 | $.firms[3].priority: must be 51 by the policy, not 12",
        "/firms/3/sizeClass | \"GIANT\" | $.firms[3].sizeClass: unknown size class 'GIANT'",
        "/firms/3/flags/green | 1 | $.firms[3].flags.green: must be true or false, not 1",
        "/firms/3/flags | null | $.firms[3].flags: must be an object",
        "/firms/3/zonePrefs | [\"Z01\",\"Z01\"] | $.firms[3].zonePrefs[1]: 'Z01' is listed twice",
        "/firms/3/zonePrefs | [\"Z05\"] | $.firms[3].zonePrefs[0]: unknown zone 'Z05'",
        "/firms/3/startLatest | -1 | $.firms[3].startLatest: must not be before startEarliest 1",
        "/firms/3/termMonths | 0 | $.firms[3].termMonths: must be a whole number from 1 to 12000",
        "/firms/3/traits | [\"A\",\"B\"] | $.firms[3].traits: must list at most one trait",
        "/firms/3/cluster | DROP | $.firms[3].cluster: is missing",
        "/firms/3/cluster | 4 | $.firms[3].cluster: must be a text, not 4",
        "/firms/3/id | \"F00001\" | $.firms[3].id: 'F00001' is used twice",
        "/firms/3/id | \"F\\u0000\" | $.firms[3].id: must not contain control characters",
        "/firms/3 | null | $.firms[3]: must be an object",
      })
  void refusesWrongValueWithItsPath(String pointer, String value, String message) {
    assertThat(refusal(changed(pointer, value))).isEqualTo(message);
  }

  @Test
  void refusesTenantsThatOverlapCrossBreakOrRepelOnFloor() {
    Town town = new Town().building("B1").add(Town.floor("G", "B1", 1, 8).breaks(4));
    town.repel("FOOD", "ODOUR", Instance.Scope.FLOOR);
    town.tenant("T1", "G", 0, 2, "FOOD");
    assertThat(town.build().tenants()).hasSize(1);
    town.tenant("T2", "G", 1, 2);
    assertThatThrownBy(town::build)
        .hasMessage("tenants[1].startBay: overlaps tenant T1 on bay 1 of floor G");
    town.tenants.remove(1);
    town.tenant("T2", "G", 3, 2);
    assertThatThrownBy(town::build)
        .hasMessage("tenants[1].startBay: crosses the break before bay 4 of floor G");
    town.tenants.remove(1);
    town.tenant("T2", "G", 5, 1, "ODOUR");
    assertThatThrownBy(town::build)
        .hasMessage("tenants[1].traits: FOOD and ODOUR are both on floor G");
  }

  @Test
  void refusesWeightsUnderWhichTheObjectiveWouldNotStayExact() {
    Town town = new Town().building("B1").add(Town.firm("F1", 1_000_000_000, 1_000_000_000));
    assertThat(town.build().firms()).hasSize(1);
    town.weights = new Instance.Weights(1_000_000, 0, 0, 0);
    assertThatThrownBy(town::build)
        .hasMessage(
            "weights: the objective could reach 120000000000000000, more than the"
                + " 9007199254740992 that stay exact");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
  void refusesNumbersThatAreNone(String token) {
    String json =
        new String(Fixtures.json("S-2"), UTF_8)
            .replaceFirst("\"areaMinM2\":\\d+", "\"areaMinM2\":" + token);
    assertThat(refusal(json.getBytes(UTF_8)))
        .startsWith("$.firms[0].areaMinM2: must be a whole number, not");
  }

  @Test
  void refusesTextThatIsNotJsonWithThePlaceItReached() {
    String json = new String(Fixtures.json("S-2"), UTF_8);
    assertThat(refusal(json.replaceFirst("\"hazards\":", "\"hazards\"").getBytes(UTF_8)))
        .startsWith("$.floors[0].hazards: not valid JSON:");
    assertThat(refusal(json.substring(0, json.length() - 40).getBytes(UTF_8)))
        .startsWith("$.firms[19]")
        .contains("not valid JSON");
    assertThat(refusal((json + "{}").getBytes(UTF_8)))
        .isEqualTo("$: more text after the end of the document");
    assertThat(refusal(json.replaceFirst("\"seed\"", "\"id\"").getBytes(UTF_8)))
        .contains("not valid JSON")
        .contains("uplicate");
    assertThat(refusal(new byte[0])).isEqualTo("$: is empty");
    assertThat(refusal("[]".getBytes(UTF_8))).isEqualTo("$: must be an object");
    assertThat(refusal("null".getBytes(UTF_8))).isEqualTo("$: must be an object");
    assertThat(refusal(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1})).startsWith("$");
    assertThat(refusal("[".repeat(100_000).getBytes(UTF_8))).contains("not valid JSON");
    assertThat(refusal(("{\"format\":" + "9".repeat(5_000) + "}").getBytes(UTF_8))).startsWith("$");
  }

  @Test
  void anyBrokenByteEndsInARefusalOrASoundInstance() {
    byte[] json = Fixtures.json("S-4");
    SplittableRandom random = new SplittableRandom(3);
    int refused = 0;
    for (int i = 0; i < 1_500; i++) {
      byte[] broken = json.clone();
      broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      try {
        InstanceJson.read(broken);
      } catch (InstanceFault fault) {
        assertThat(fault.getMessage()).startsWith("$");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"S-1", "S-2", "M-6"})
  void readsBackWhatItWrote(String name) {
    Instance instance = Fixtures.instance(name);
    byte[] written = InstanceJson.write(instance);
    assertThat(InstanceJson.read(written)).isEqualTo(instance);
    assertThat(InstanceJson.write(InstanceJson.read(written))).isEqualTo(written);
  }

  @Test
  void hashesAsEveryOtherToolDoes() {
    assertThat(InstanceJson.sha256("abc".getBytes(UTF_8)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
