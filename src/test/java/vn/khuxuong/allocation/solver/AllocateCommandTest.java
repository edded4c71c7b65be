package vn.khuxuong.allocation.solver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AllocateCommandTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path in;
  private Path answer;

  @BeforeEach
  void writeInput() throws IOException {
    in = folder.resolve("S-4.json");
    answer = folder.resolve("answer.json");
    Files.write(in, Fixtures.json("S-4"));
  }

  private int run(Object... args) {
    String[] words = Stream.of(args).map(Object::toString).toArray(String[]::new);
    return AllocateCommand.run(
        words, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  private void refuses(String message, Object... args) throws IOException {
    out.reset();
    err.reset();
    assertThat(run(args)).isEqualTo(2);
    assertThat(err.toString(UTF_8).lines()).containsExactly("khu allocate: " + message);
    assertThat(out.size()).isZero();
    assertThat(answer).doesNotExist();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .allMatch(name -> List.of("S-4.json", "broken.json").contains(name));
    }
  }

  @Test
  void solvesWritesAndSums() throws IOException {
    assertThat(run(in, "-o", answer, "--seconds", "20", "--seed", "3")).isZero();
    assertThat(out.toString(UTF_8))
        .startsWith("S-4 OPTIMAL: objective 14827740 (demand ")
        .contains("bound 14827740, gap 0.000 %, placed 10/20", "seed 3");
    Instance instance = InstanceJson.read(Files.readAllBytes(in));
    List<Placement> placements = ResultJson.read(Files.readAllBytes(answer), instance);
    assertThat(Checker.check(instance, placements).objective()).isEqualTo(14_827_740);
    assertThat(Files.readString(answer))
        .contains("\"inputSha256\":\"" + InstanceJson.sha256(Files.readAllBytes(in)) + "\"");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(in, answer);
    }
  }

  @Test
  void printsTheSummaryAsJson() throws IOException {
    assertThat(run(in, "-o", answer, "--iterations", "1000", "--seed", "4", "--json")).isZero();
    JsonNode summary = JsonMapper.shared().readTree(out.toString(UTF_8));
    JsonNode written = JsonMapper.shared().readTree(Files.readAllBytes(answer));
    for (String name :
        List.of(
            "instance",
            "engine",
            "status",
            "claimedObjective",
            "claimedBound",
            "gap",
            "objective",
            "seed",
            "budget",
            "iterations",
            "inputSha256",
            "firms")) {
      assertThat(summary.has(name)).as(name).isTrue();
      assertThat(summary.get(name)).as(name).isEqualTo(written.get(name));
    }
    assertThat(summary.at("/seed").longValue()).isEqualTo(4);
    assertThat(summary.at("/objective/demand").longValue()).isPositive();
    assertThat(summary.has("assignments")).isFalse();
  }

  @Test
  void replacesAnOlderAnswerAndRepeatsItsBytesForIterations() throws IOException {
    Files.writeString(answer, "old");
    assertThat(run(in, "-o", answer, "--iterations", "1000")).isZero();
    byte[] first = Files.readAllBytes(answer);
    assertThat(run("--iterations", "1000", "-o", answer, in)).isZero();
    assertThat(Files.readAllBytes(answer)).isEqualTo(first);
  }

  @Test
  void helpTellsUsage() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(UTF_8)).startsWith("usage: khu allocate IN.json -o OUT.json");
    assertThat(err.size()).isZero();
  }

  @Test
  void refusesBadUsageInOneLine() throws IOException {
    refuses("no input file (see --help)");
    refuses("no output file: say -o OUT.json (see --help)", in);
    refuses("-o needs a value (see --help)", in, "-o");
    refuses("unknown option '--fast' (see --help)", in, "-o", answer, "--fast");
    refuses("one input file only, not also 'b.json' (see --help)", in, "b.json", "-o", answer);
    refuses(
        "--seconds must be a number above 0 and at most 86400, not '0'",
        in,
        "-o",
        answer,
        "--seconds",
        0);
    refuses(
        "--seconds must be a number above 0 and at most 86400, not 'NaN'",
        in,
        "-o",
        answer,
        "--seconds",
        "NaN");
    refuses("--seed must be a whole number, not '1.5'", in, "-o", answer, "--seed", "1.5");
    refuses(
        "--iterations must be a whole number >= 1, not '0'", in, "-o", answer, "--iterations", 0);
    refuses("no such directory: " + folder.resolve("no"), in, "-o", folder.resolve("no/a.json"));
    refuses(folder + " is a directory", in, "-o", folder);
    refuses("not a file name: 'a\0b'", "a\0b", "-o", answer);
  }

  @Test
  void refusesMissingOrMalformedInputWithThePathOfTheFault() throws IOException {
    Path missing = folder.resolve("none.json");
    refuses("no such file: " + missing, missing, "-o", answer);
    refuses(folder + " is a directory", folder, "-o", answer);
    Path broken = folder.resolve("broken.json");
    String json = Files.readString(in);
    Files.writeString(broken, json.replaceFirst("\"loadKnM2\":\\d+", "\"loadKnM2\":-3"));
    refuses(broken + ": $.floors[0].loadKnM2: must be a whole number >= 0", broken, "-o", answer);
  }

  @Test
  void leavesOldAnswerAloneWhenInputIsRefused() throws IOException {
    Files.writeString(answer, "old");
    Path broken = folder.resolve("broken.json");
    Files.writeString(broken, "{}");
    assertThat(run(broken, "-o", answer)).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("$.format: is missing");
    assertThat(answer).hasContent("old");
  }
}
