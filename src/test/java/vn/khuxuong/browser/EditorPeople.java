package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** The people of a test of the editor: their accounts, their windows and the drafts they begin. */
final class EditorPeople {
  private final Visitor visitor;
  private final int port;
  private final Accounts accounts;
  private final PlanDesk desk;
  private final List<BrowserContext> windows = new ArrayList<>();

  EditorPeople(Visitor visitor, int port, Accounts accounts) {
    this.visitor = visitor;
    this.port = port;
    this.accounts = accounts;
    this.desk = new PlanDesk(port, accounts);
  }

  /** A new account; its name signs in. */
  String person(String displayName, Role... roles) {
    String name = "u" + UUID.randomUUID().toString().substring(0, 8);
    accounts.add(name, displayName, Set.of(roles), desk.password());
    return name;
  }

  /** A window of somebody who has signed in. */
  PlannerPage window(String who) {
    return new PlannerPage(passerBy()).signIn(who, desk.password());
  }

  /** A phone of somebody who has signed in. */
  PlannerPage phone(String who) {
    Page page =
        visitor.open(
            port,
            new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setIsMobile(true)
                .setHasTouch(true));
    windows.add(page.context());
    return new PlannerPage(page).signIn(who, desk.password());
  }

  /** A window of somebody without an account. */
  Page passerBy() {
    Page page = visitor.open(port, 1440, 900);
    windows.add(page.context());
    return page;
  }

  /** Closes all windows. */
  void leave() {
    windows.forEach(BrowserContext::close);
  }

  /** The same people over HTTP. */
  PlanDesk desk() {
    return desk;
  }

  /** A shared draft from the plan in force. */
  long draft(String author, String title) {
    JsonNode plans = desk.get(author, "/api/v1/plans?zone=PVH").json().path("plans");
    long inForce =
        plans
            .valueStream()
            .filter(plan -> plan.path("status").asString().equals("PUBLISHED"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asLong();
    Answer made =
        desk.post(
            author,
            "/api/v1/plans",
            null,
            String.format(
                Locale.ROOT,
                "{\"basedOn\":%d,\"titleVi\":\"%s\",\"titleEn\":\"Trial\",\"shared\":true}",
                inForce,
                title));
    assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
    return made.id();
  }

  private void edit(String who, long plan, String edits) {
    String url = "/api/v1/plans/" + plan;
    Answer done =
        desk.post(who, url + "/edits", desk.get(who, url).etag(), "{\"edits\":[" + edits + "]}");
    assertThat(done.status()).as("%s", done.json()).isEqualTo(200);
  }

  void rename(String who, long plan, String code, String nameVi) {
    edit(
        who,
        plan,
        "{\"op\":\"setAttributes\",\"subzone\":\""
            + code
            + "\",\"attributes\":{\"nameVi\":\""
            + nameVi
            + "\"}}");
  }

  /** A warehouse in the middle of the supporting industries. */
  void overlap(String who, long plan) {
    edit(
        who,
        plan,
        """
        {"op":"create","attributes":{"code":"KB-09","landUse":"WAREHOUSE","nameVi":"Kho chồng"},
         "shape":{"type":"Polygon","coordinates":[[[106.516,10.81],[106.517,10.81],[106.517,10.811],
           [106.516,10.811],[106.516,10.81]]]}}""");
  }

  void comment(String who, long plan) {
    Answer made =
        desk.post(
            who,
            "/api/v1/plans/" + plan + "/comments",
            null,
            "{\"text\":\"Chỗ này còn hẹp.\",\"place\":{\"type\":\"Point\",\"coordinates\":[106.517,10.811]}}");
    assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
  }

  /** A draft that waits for the authority. */
  long submitted(String author) {
    long plan = draft(author, "Đồ án chờ duyệt");
    String url = "/api/v1/plans/" + plan;
    Answer done = desk.post(author, url + "/submit", desk.get(author, url).etag(), "{}");
    assertThat(done.status()).as("%s", done.json()).isEqualTo(200);
    return plan;
  }
}
