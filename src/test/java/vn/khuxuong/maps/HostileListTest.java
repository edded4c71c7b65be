package vn.khuxuong.maps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of hostile requests names tests that are there, for every row. */
class HostileListTest {
  private static final Pattern NAME = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");

  @Test
  void everyRowHasTestsThatAreThere() throws IOException {
    Map<String, Path> sources;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      sources =
          files
              .filter(file -> file.toString().endsWith("Test.java"))
              .collect(
                  Collectors.toMap(
                      file -> file.getFileName().toString().replace(".java", ""),
                      file -> file,
                      (one, other) -> one));
    }
    int rows = 0;
    for (String line : Files.readAllLines(Path.of("src/docs/hostile.md"))) {
      if (!line.matches("\\| (S\\d+|) ?\\| .*") || line.contains("| case |")) {
        continue;
      }
      rows++;
      var names = NAME.matcher(line).results().toList();
      assertThat(names).as(line).isNotEmpty();
      for (MatchResult name : names) {
        assertThat(sources).as(line).containsKey(name.group(1));
        if (name.group(2) != null) {
          String source = Files.readString(sources.get(name.group(1)));
          assertThat(source).as(line).contains("void " + name.group(2) + "(");
        }
      }
    }
    assertThat(rows).isEqualTo(36);
  }
}
