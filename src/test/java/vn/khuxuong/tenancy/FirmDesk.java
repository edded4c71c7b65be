package vn.khuxuong.tenancy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.firm.TaxCode;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** People of small firms at their phones; every firm is another one, and all go at the end. */
public final class FirmDesk {
  /** A paper of one empty page, as it is kept. */
  public static final byte[] PDF = paper();

  private final PlanDesk desk;
  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.shared();

  public FirmDesk(int port, Accounts accounts, JdbcClient jdbc) {
    this.desk = new PlanDesk(port, accounts);
    this.jdbc = jdbc;
  }

  private static byte[] paper() {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public PlanDesk desk() {
    return desk;
  }

  /** A tax code that holds and that no other test has. */
  public static String taxCode() {
    return TaxCode.invented("8", ThreadLocalRandom.current().nextInt(10_000_000)).value();
  }

  /** A small mechanical shop's profile, to be changed before it is sent. */
  public ObjectNode profile() {
    ObjectNode profile = json.createObjectNode();
    profile.put("taxCode", taxCode());
    profile.put("nameVi", "Công ty TNHH Cơ khí Thử");
    profile.put("nameEn", "Trial Mechanics Co., Ltd");
    profile.put("industry", "PRECISION_MECH");
    profile.putArray("vsic").add("2592").add("25");
    profile.put("businessLine", "INDUSTRY");
    profile.put("domestic", true);
    profile.put("evidenceYear", 2025);
    profile.put("insuredEmployees", 12);
    profile.put("revenueBnVnd", 18.5);
    profile.put("capitalBnVnd", 6);
    ObjectNode machine = profile.putArray("machines").addObject();
    machine.put("name", "Máy phay CNC").put("weightT", 2.5);
    machine.put("lengthM", 2.2).put("widthM", 2).put("heightM", 2.3);
    return profile;
  }

  /** A new account with a registered firm. */
  public String firm() {
    String person = desk.person(Role.FIRM);
    Answer made = desk.post(person, "/api/v1/firms", null, profile().toString());
    if (made.status() != 201) {
      throw new AssertionError(made.json().toString());
    }
    return person;
  }

  /** An application that any ground floor for precision mechanics answers. */
  public ObjectNode application() {
    ObjectNode asked = json.createObjectNode();
    asked.put("production", "Gia công chi tiết chính xác cho khách trong khu.");
    asked.put("areaMinM2", 200).put("areaMaxM2", 320);
    asked.put("loadKnM2", 5).put("clearHeightM", 3).put("powerKva", 10);
    asked.put("wastewaterM3Day", 0.1).put("liftT", 0).put("hazard", "D");
    asked.put("startEarliest", "2027-01-01").put("startLatest", "2099-06-01");
    asked.put("termMonths", 36).put("budgetVndM2Month", 140_000);
    asked.putArray("zones").add("PVH");
    asked.put("acceptOther", true).put("maySplit", false);
    return asked;
  }

  public Answer put(@Nullable String who, String path, @Nullable String ifMatch, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(desk.uri(path))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body));
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return desk.send(who, request);
  }

  /** Draws up an application; its address. */
  public String draft(String person) {
    return draft(person, application());
  }

  public String draft(String person, ObjectNode asked) {
    Answer made = desk.post(person, "/api/v1/applications", null, asked.toString());
    if (made.status() != 201) {
      throw new AssertionError(made.json().toString());
    }
    return made.header("Location");
  }

  public Answer upload(
      @Nullable String who, String application, String kind, String name, byte[] content) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--khu\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n"
                + kind
                + "\r\n--khu\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\nContent-Type: text/html\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n--khu--\r\n".getBytes(StandardCharsets.UTF_8));
    return desk.send(
        who,
        HttpRequest.newBuilder(desk.uri(application + "/documents"))
            .header("Content-Type", "multipart/form-data; boundary=khu")
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  /** Draws up an application with its papers and hands it in. */
  public Answer submitted(String person, ObjectNode asked) {
    String url = draft(person, asked);
    upload(person, url, "BUSINESS_REGISTRATION", "dkkd.pdf", PDF);
    return desk.post(person, url + "/submit", null, "");
  }

  /** Removes the firms that tests registered, with everything of theirs. */
  public void clean() {
    jdbc.sql(
            """
            do $$
            declare own bigint[] := array(
              select distinct p.firm_id from tenancy.firm_people p
              join tenancy.firms f on f.id = p.firm_id where f.data_status = 'OFFICIAL');
            begin
              alter table tenancy.application_steps disable trigger user;
              delete from tenancy.application_steps s using tenancy.applications a
                where a.id = s.application_id and a.firm_id = any (own);
              alter table tenancy.application_steps enable trigger user;
              delete from tenancy.application_documents d using tenancy.applications a
                where a.id = d.application_id and a.firm_id = any (own);
              delete from tenancy.applications where firm_id = any (own);
              delete from tenancy.firm_people where firm_id = any (own);
              delete from tenancy.firms where id = any (own);
            end $$""")
        .update();
  }
}
