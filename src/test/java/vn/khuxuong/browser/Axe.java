package vn.khuxuong.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks at pages with axe-core: what is serious or critical by WCAG 2.2 AA. */
final class Axe {
  private static final String SCRIPT = read();

  private Axe() {}

  private static String read() {
    try (InputStream script = Axe.class.getClassLoader().getResourceAsStream("vendor/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What is wrong, one line for each element.
   *
   * @param part of the page, an expression such as {@code document} or {@code 'dialog[open]'}
   */
  static List<String> faults(Page page, String part) {
    if (page.evaluate("typeof axe").equals("undefined")) {
      page.evaluate(SCRIPT);
    }
    List<?> found =
        (List<?>)
            page.evaluate(
                "async () => (await axe.run("
                    + part
                    + ", { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],"
                    + " resultTypes: ['violations'], preload: false })).violations"
                    + ".filter(({ impact }) => ['serious', 'critical'].includes(impact))"
                    + ".flatMap(({ id, nodes }) => nodes.map((node) =>"
                    + " id + ' at ' + node.target.join(' ') + ': '"
                    + " + node.failureSummary.replaceAll('\\n', ' ')))");
    return found.stream().map(String::valueOf).toList();
  }
}
