package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

/** What tests do again and again at the officers' console; the solver has the machine too. */
final class RoundPage {
  static final double PATIENCE_MILLIS = 120_000;
  static final double USUAL_MILLIS = 5_000;

  private RoundPage() {}

  /** A wide window at the console, of somebody who has signed in. */
  static Page signIn(Visitor visitor, int port, String who, String password) {
    Page window = visitor.open(port, 1440, 900);
    window.setDefaultTimeout(PATIENCE_MILLIS / 2);
    window.navigate("/login?next=/allocate");
    window.locator("input[name=username]").fill(who);
    window.locator("input[name=password]").fill(password);
    window.locator("button[type=submit]").click();
    assertThat(window.locator("body[data-ready]")).isVisible(visible());
    return window;
  }

  /** Takes a step of a round through its dialog; a reason where one is given. */
  static void act(Page page, String action, String reason) {
    page.locator("[data-action=" + action + "]").click();
    if (!reason.isEmpty()) {
      page.locator("#step-reason").fill(reason);
    }
    page.locator("dialog[open] .dialog-foot button").last().click();
    assertThat(page.locator("dialog")).hasCount(0);
  }

  static void assertStatus(Page page, String words) {
    assertThat(page.locator(".round-title .tag").first()).hasText(words, text());
  }

  static LocatorAssertions.HasTextOptions text() {
    return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS);
  }

  static LocatorAssertions.IsVisibleOptions visible() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
  }
}
