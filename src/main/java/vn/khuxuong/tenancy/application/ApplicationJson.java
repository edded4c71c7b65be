package vn.khuxuong.tenancy.application;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;
import vn.khuxuong.space.Trait;
import vn.khuxuong.tenancy.firm.Machine;

/**
 * An application with its papers and history, for its firm and for officers; units as in {@link
 * vn.khuxuong.tenancy.Application}.
 *
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
    Industry industry,
    String production,
    double areaMinM2,
    double areaMaxM2,
    double loadKnM2,
    double clearHeightM,
    double powerKva,
    double wastewaterM3Day,
    double liftT,
    HazardClass hazard,
    Set<Trait> traits,
    LocalDate startEarliest,
    LocalDate startLatest,
    int termMonths,
    long budgetVndM2Month,
    List<String> zones,
    boolean acceptOther,
    boolean maySplit,
    @Nullable String building,
    @Nullable Long floor,
    @Nullable Integer firstBay,
    @Nullable Integer bayCount,
    List<Machine> machines,
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
    Wanted wanted = application.wanted();
    return new ApplicationJson(
        application.code(),
        application.firmCode(),
        application.status(),
        application.createdAt(),
        application.submittedAt(),
        application.decisionReason(),
        wanted.industry(),
        wanted.production(),
        wanted.areaMinM2(),
        wanted.areaMaxM2(),
        wanted.loadKnM2(),
        wanted.clearHeightM(),
        wanted.powerKva(),
        wanted.wastewaterM3Day(),
        wanted.liftT(),
        wanted.hazard(),
        wanted.traits(),
        wanted.startEarliest(),
        wanted.startLatest(),
        wanted.termMonths(),
        wanted.budgetVndM2Month(),
        wanted.zones(),
        wanted.acceptOther(),
        wanted.maySplit(),
        wanted.building(),
        wanted.floor(),
        wanted.firstBay(),
        wanted.bayCount(),
        wanted.machines(),
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
