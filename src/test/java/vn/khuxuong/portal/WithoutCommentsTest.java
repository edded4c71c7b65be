package vn.khuxuong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WithoutCommentsTest {
  @Test
  void takesCommentsAndKeepsLines() {
    assertThat(WithoutComments.strip("/** What\n * it is. */\nlet a = '//b'; // c\n  // d\nf();\n"))
        .isEqualTo("\n\nlet a = '//b'; // c\n\nf();\n");
  }

  /** Between backticks a line that looks like a comment would be text. */
  @Test
  void noTextOfOursOverSeveralLinesLooksLikeAComment() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/static/js"))) {
      List<Path> modules = files.filter(file -> file.toString().endsWith(".js")).toList();
      assertThat(modules).hasSizeGreaterThan(100);
      for (Path module : modules) {
        String code = Files.readString(module);
        Matcher comment = WithoutComments.COMMENT.matcher(code);
        while (comment.find()) {
          String before = WithoutComments.strip(code.substring(0, comment.start()));
          assertThat(before.replace("\\`", "").chars().filter(c -> c == '`').count() % 2)
              .as("backticks of %s before %s", module, comment.group().strip())
              .isZero();
        }
      }
    }
  }
}
