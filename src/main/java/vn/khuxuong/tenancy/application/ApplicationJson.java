package vn.khuxuong.tenancy.application;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.Industry;

/**
 * An application with its papers and history, for its firm and for officers; units as in {@link
 * vn.khuxuong.tenancy.Application}.
 *
 * @param wanted what it asks for, among the members of the application
 * @param reason of the last decision, or for taking it back; null where neither was
 * @param missing what it lacks before it can be handed in; empty once it was
 * @param verdict what the rules said when it was handed in, null before
 */
record ApplicationJson(
    String code,
    String firm,
    String status,
    OffsetDateTime createdAt,
    @Nullable OffsetDateTime submittedAt,
    @Nullable String reason,
    @JsonUnwrapped Wanted wanted,
    List<DocumentStore.Document> documents,
    List<Missing> missing,
    List<ApplicationStore.StepTaken> history,
    @JsonRawValue @Nullable String verdict,
    int lockVersion) {

  static ApplicationJson of(
      KeptApplication application,
      List<DocumentStore.Document> documents,
      List<Missing> missing,
      List<ApplicationStore.StepTaken> history) {
    return new ApplicationJson(
        application.code(),
        application.firmCode(),
        application.status(),
        application.createdAt(),
        application.submittedAt(),
        application.decisionReason(),
        application.wanted(),
        documents,
        missing,
        history,
        application.verdict(),
        application.lockVersion());
  }

  /** An application in a list. */
  record Summary(
      String code,
      String firm,
      String status,
      OffsetDateTime createdAt,
      @Nullable OffsetDateTime submittedAt,
      Industry industry,
      double areaMinM2,
      double areaMaxM2,
      LocalDate startEarliest,
      List<String> zones,
      @Nullable String building,
      @Nullable String reason) {

    static Summary of(KeptApplication application) {
      Wanted wanted = application.wanted();
      return new Summary(
          application.code(),
          application.firmCode(),
          application.status(),
          application.createdAt(),
          application.submittedAt(),
          wanted.industry(),
          wanted.areaMinM2(),
          wanted.areaMaxM2(),
          wanted.startEarliest(),
          wanted.zones(),
          wanted.building(),
          application.decisionReason());
    }
  }

  /**
   * Answer of {@code /api/v1/applications}.
   *
   * @param next address of the next page, null on the last
   */
  record Page(List<Summary> applications, @Nullable String next) {}
}
