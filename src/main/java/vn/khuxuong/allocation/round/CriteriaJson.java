package vn.khuxuong.allocation.round;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.allocation.answer.Sides;
import vn.khuxuong.allocation.solver.InstanceJson;

/** Criteria and side constraints as JSON, and their hashes. */
@Component
class CriteriaJson {
  private final JsonMapper json;

  CriteriaJson(JsonMapper json) {
    this.json = json;
  }

  String write(Criteria criteria) {
    return json.writeValueAsString(criteria);
  }

  /** The criteria of a round; the standard ones for rounds from before there were any. */
  Criteria of(Round round) {
    String text = round.criteria();
    return text == null ? Criteria.standard() : json.readValue(text, Criteria.class);
  }

  /** SHA-256 of the rule set as it is published, byte for byte. */
  static String sha256(Round round) {
    return sha256(String.valueOf(round.criteria()));
  }

  static String sha256(String text) {
    return InstanceJson.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  String write(Sides sides) {
    return json.writeValueAsString(sides);
  }

  Sides sides(String text) {
    return text.isEmpty() ? Sides.none() : json.readValue(text, Sides.class);
  }
}
