package vn.khuxuong.allocation.round;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.allocation.solver.InstanceJson;

/**
 * The chained steps of rounds (table {@code allocation.round_records}). A record's payload is JSON;
 * its hash is the SHA-256 of the hash before it followed by the payload, UTF-8.
 */
@Component
class RoundRecords {
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");
  private static final String SELECT =
      "select no, payload, previous, hash from allocation.round_records where round_id = :round";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  RoundRecords(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A step as it is stored. */
  record Kept(int no, String payload, String previous, String hash) {}

  /** What a step is about; {@code detail} holds the hashes of what it rests on. */
  record Step(
      String round,
      String actor,
      String action,
      String from,
      String to,
      @Nullable String reason,
      Map<String, ?> detail) {}

  /** Appends a step of a round that the running transaction has locked. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(long round, Step step) {
    Kept last = last(round);
    Map<String, Object> payload = new TreeMap<>();
    payload.put("round", step.round());
    payload.put("no", last.no() + 1);
    payload.put("at", now());
    payload.put("actor", step.actor());
    payload.put("action", step.action());
    payload.put("from", step.from());
    payload.put("to", step.to());
    payload.put("reason", step.reason() == null ? "" : step.reason());
    payload.put("detail", new TreeMap<>(step.detail()));
    String text = json.writeValueAsString(payload);
    jdbc.sql(
            """
            insert into allocation.round_records (round_id, no, payload, previous, hash)
            values (:round, :no, :payload, :previous, :hash)""")
        .param("round", round)
        .param("no", last.no() + 1)
        .param("payload", text)
        .param("previous", last.hash())
        .param("hash", hash(last.hash(), text))
        .update();
  }

  /** All steps of a round in their order. */
  List<Kept> list(long round) {
    return jdbc.sql(SELECT + " order by no").param("round", round).query(Kept.class).list();
  }

  /** Hash of the newest step; empty for a round from before steps were recorded. */
  String head(long round) {
    return last(round).hash();
  }

  static String hash(String previous, String payload) {
    return InstanceJson.sha256((previous + payload).getBytes(StandardCharsets.UTF_8));
  }

  private Kept last(long round) {
    return jdbc.sql(SELECT + " order by no desc limit 1")
        .param("round", round)
        .query(Kept.class)
        .optional()
        .orElse(new Kept(0, "", "", ""));
  }

  private String now() {
    return MICROS.format(
        jdbc.sql("select clock_timestamp()")
            .query(OffsetDateTime.class)
            .single()
            .withOffsetSameInstant(ZoneOffset.UTC));
  }
}
