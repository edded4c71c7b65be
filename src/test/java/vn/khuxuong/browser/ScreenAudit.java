package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Looks at screens with axe and keeps what is wrong with each, and a picture of it. */
final class ScreenAudit {
  private static final Path SHOTS = Path.of("target", "screenshots");

  private static final Pattern READING = Pattern.compile("^(Đang đọc|Reading)[.]$");

  private final String look;
  private final List<String> faults = new ArrayList<>();

  ScreenAudit(String look) {
    this.look = look;
  }

  void dialog(Page page, String screen) {
    dialog(page, screen, true);
  }

  /** The dialog that is open; closes it where nothing more is done in it. */
  void dialog(Page page, String screen, boolean closes) {
    assertThat(page.locator("dialog[open]")).isVisible();
    of(page, screen, "'dialog[open]'");
    if (closes) {
      page.locator("dialog[open] .dialog-head button").click();
      // gone, not only closed: then the focus is back where it was, and the next key goes there
      assertThat(page.locator("dialog")).hasCount(0);
    }
  }

  /** A part of the page, as an expression. */
  void of(Page page, String screen, String part) {
    assertThat(page.getByText(READING)).hasCount(0);
    shot(page, screen, look);
    Axe.faults(page, part).forEach(fault -> faults.add(look + " " + screen + ": " + fault));
  }

  void isClean() {
    assertThat(faults).isEmpty();
  }

  static void shot(Page page, String name) {
    shot(page, name, "vi-1440");
  }

  static void shot(Page page, String name, String look) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SHOTS.resolve("life-" + name + "-" + look + ".png")));
  }
}
