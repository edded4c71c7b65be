package vn.khuxuong.maps;

import static org.assertj.core.api.Assertions.assertThat;

import vn.khuxuong.maps.Door.Answer;

/** What every answer to a hostile request must be like. */
public final class Refusals {

  private Refusals() {}

  /** A problem document that gives nothing away. */
  public static void problem(Answer answer, Integer... statuses) {
    assertThat(answer.status()).as(answer.text()).isIn((Object[]) statuses);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.header("ETag")).isEmpty();
    assertThat(answer.json().path("type").asString("")).isNotEqualTo("/problems/internal");
    harmless(answer);
  }

  /** A refusal in whatever form that gives nothing away. */
  public static void refused(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
    harmless(answer);
  }

  /** Nothing of the inside shows, and nothing that a browser would run. */
  public static void harmless(Answer answer) {
    assertThat(answer.header("X-Evil")).isEmpty();
    String type = answer.header("Content-Type");
    if (!type.isEmpty() && !type.startsWith("image/")) {
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      if (!type.contains("json")) {
        assertThat(answer.text()).doesNotContain("<script>alert", "<svg onload");
      }
      assertThat(answer.text())
          .doesNotContain(
              "org.postgresql",
              "org.springframework",
              "Exception in",
              "\tat ",
              "published.",
              "drafting.",
              "root:",
              "Tomcat")
          .doesNotContainPattern("(?i)select\\s[^<>]*\\sfrom\\s");
    }
  }

  /** Something that may take no longer than so many milliseconds, on a machine that does more. */
  public static void within(int millis, Runnable work) {
    long start = System.nanoTime();
    work.run();
    assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isLessThan(millis);
  }
}
