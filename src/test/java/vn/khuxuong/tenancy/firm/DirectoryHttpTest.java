package vn.khuxuong.tenancy.firm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.FirmDesk;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** Officers find firms and let accounts act for them; what a form asks before there is a firm. */
@KhuxuongTest
class DirectoryHttpTest {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private FirmDesk firms;
  private PlanDesk desk;

  @BeforeEach
  void open() {
    firms = new FirmDesk(port, accounts, jdbc);
    desk = firms.desk();
  }

  @AfterEach
  void clean() {
    firms.clean();
  }

  @Test
  void officersFindFirmsWithoutAccentsAndByTaxCode() {
    String officer = desk.person(Role.OFFICER);
    ObjectNode profile = firms.profile();
    profile.put("nameVi", "Công ty TNHH Đột dập Ngữ Nghĩa");
    Answer made = desk.post(desk.person(Role.FIRM), "/api/v1/firms", null, profile.toString());
    String code = made.json().path("code").asString();
    for (String q : new String[] {"dot%20dap%20ngu", profile.path("taxCode").asString(), code}) {
      JsonNode found = desk.get(officer, "/api/v1/firms?q=" + q).json().path("firms");
      assertThat(found.path(0).path("code").asString()).as(q).isEqualTo(code);
      assertThat(found.path(0).path("people").asInt()).isEqualTo(1);
    }
    assertThat(desk.get(officer, "/api/v1/firms?q=%25_%27").json().path("firms").isEmpty())
        .isTrue();
    assertThat(desk.get(officer, "/api/v1/firms?q=" + "x".repeat(101)).status()).isEqualTo(400);
    assertThat(desk.get(officer, "/api/v1/firms?q=%00").status()).isEqualTo(400);
    assertThat(
            desk.post(
                    officer,
                    "/api/v1/firms/" + code + "/people",
                    null,
                    "{\"username\":\"a\\u0000b\"}")
                .status())
        .isEqualTo(400);
  }

  @Test
  void nobodyElseSeesTheList() {
    String firm = firms.firm();
    assertThat(desk.get(null, "/api/v1/firms?q=a").status()).isEqualTo(401);
    assertThat(desk.get(firm, "/api/v1/firms?q=a").status()).isEqualTo(403);
    assertThat(
            desk.post(firm, "/api/v1/firms/me/people", null, "{\"username\":\"" + firm + "\"}")
                .status())
        .isEqualTo(403);
  }

  @Test
  void aSecondPersonActsForTheFirmOnceAnOfficerSaysSo() {
    String officer = desk.person(Role.OFFICER);
    String first = firms.firm();
    String code = desk.get(first, "/api/v1/firms/me").json().path("code").asString();
    String second = desk.person(Role.FIRM);
    assertThat(desk.get(second, "/api/v1/firms/me").status()).isEqualTo(404);
    String people = "/api/v1/firms/" + code + "/people";
    String body = "{\"username\":\" " + second.toUpperCase(java.util.Locale.ROOT) + " \"}";
    assertThat(desk.post(officer, people, null, body).status()).isEqualTo(200);
    assertThat(desk.post(officer, people, null, body).json().path("people").size()).isEqualTo(2);
    assertThat(desk.get(second, "/api/v1/firms/me").json().path("code").asString()).isEqualTo(code);
    Answer unknown = desk.post(officer, people, null, "{\"username\":\"" + officer + "\"}");
    assertThat(unknown.status()).as("an officer is no firm's person").isEqualTo(422);
    String other = firms.firm();
    assertThat(desk.post(officer, people, null, "{\"username\":\"" + other + "\"}").status())
        .isEqualTo(409);
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from platform.audit
                    where action = 'firm.person-added' and subject_id = :code""")
                .param("code", code)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aFormAsksForClassPapersAndLinesBeforeThereIsAnAccount() {
    String size = "/api/v1/size-class?businessLine=INDUSTRY&insuredEmployees=12";
    JsonNode small = desk.get(null, size + "&revenueBnVnd=18.5").json();
    assertThat(small.path("sizeClass").asString()).isEqualTo("SMALL");
    assertThat(small.at("/size/tests/0/sizeClass").asString()).isEqualTo("MICRO");
    assertThat(small.at("/size/vi").asString()).contains("Nghị định 80/2021/NĐ-CP, điều 5");
    assertThat(desk.get(null, size).status()).as("neither revenue nor capital").isEqualTo(400);

    String papers = "/api/v1/papers?industry=PLATING&hazard=C2&wastewater=0";
    assertThat(desk.get(null, papers).json().path("papers").findValuesAsString("kind"))
        .containsExactly("BUSINESS_REGISTRATION", "ENVIRONMENT", "FIRE_SAFETY");
    assertThat(
            desk.get(null, "/api/v1/papers?industry=MOULD&hazard=D&certificate=true")
                .json()
                .path("papers")
                .findValuesAsString("kind"))
        .containsExactly("BUSINESS_REGISTRATION", "SUPPORTING_CERTIFICATE");
    assertThat(desk.get(null, "/api/v1/industries").json().path("industries").size()).isEqualTo(12);
  }
}
