package vn.khuxuong.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;
import vn.khuxuong.space.Trait;
import vn.khuxuong.tenancy.firm.Needs;

/** What an application lacks, by kind of production. */
class CompletenessTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final List<DocumentRule> RULES =
      List.of(
          rule(DocumentKind.BUSINESS_REGISTRATION, true, null, Set.of(), Set.of(), false),
          rule(
              DocumentKind.ENVIRONMENT,
              false,
              5.0,
              Set.of(HazardClass.A, HazardClass.B),
              Set.of(Trait.PLATING, Trait.ODOUR),
              false),
          rule(DocumentKind.FIRE_SAFETY, false, null, Set.of(HazardClass.C2), Set.of(), false),
          rule(DocumentKind.SUPPORTING_CERTIFICATE, false, null, Set.of(), Set.of(), true));

  @Test
  void plainWorkshopNeedsItsRegistrationOnly() {
    assertThat(missing(wanted(Industry.PRECISION_MECH, 0, HazardClass.D), false))
        .containsExactly("BUSINESS_REGISTRATION");
  }

  @Test
  void environmentalPapersStartAboveTheLimitOfWastewater() {
    assertThat(missing(wanted(Industry.PLASTIC, 5, HazardClass.D), false))
        .containsExactly("BUSINESS_REGISTRATION");
    assertThat(missing(wanted(Industry.PLASTIC, 5.01, HazardClass.D), false))
        .containsExactly("BUSINESS_REGISTRATION", "ENVIRONMENT");
  }

  @Test
  void platingAndExplosiveProductionNeedEnvironmentalPapersAnyway() {
    assertThat(missing(wanted(Industry.PLATING, 0, HazardClass.D), false)).contains("ENVIRONMENT");
    assertThat(missing(wanted(Industry.PLASTIC, 0, HazardClass.B), false)).contains("ENVIRONMENT");
  }

  @Test
  void fireHazardAndClaimedCertificateBringTheirPapers() {
    assertThat(missing(wanted(Industry.PLASTIC, 0, HazardClass.C2), true))
        .containsExactly("BUSINESS_REGISTRATION", "FIRE_SAFETY", "SUPPORTING_CERTIFICATE");
  }

  @Test
  void uploadedPapersAreNotMissing() {
    assertThat(
            Completeness.missing(
                kept(wanted(Industry.PLATING, 9, HazardClass.C2)),
                true,
                RULES,
                EnumSet.allOf(DocumentKind.class),
                TODAY))
        .isEmpty();
  }

  @Test
  void openMembersAreMissingToo() {
    Wanted open =
        wanted(Industry.PLASTIC, 0, HazardClass.D, "", List.of(), false, null, TODAY.minusDays(1));
    assertThat(missing(open, false))
        .containsExactly("production", "zones", "startLatest", "BUSINESS_REGISTRATION");
    Wanted atTheEdge =
        wanted(Industry.PLASTIC, 0, HazardClass.D, "x", List.of(), false, "TT-A", TODAY);
    assertThat(missing(atTheEdge, false)).containsExactly("BUSINESS_REGISTRATION");
  }

  private static List<String> missing(Wanted wanted, boolean certificate) {
    return Completeness.missing(kept(wanted), certificate, RULES, Set.of(), TODAY).stream()
        .map(Missing::code)
        .toList();
  }

  private static DocumentRule rule(
      DocumentKind kind,
      boolean always,
      @Nullable Double wastewater,
      Set<HazardClass> hazards,
      Set<Trait> traits,
      boolean certificate) {
    return new DocumentRule(
        kind, always, wastewater, hazards, traits, certificate, false, "", "", "", "");
  }

  private static KeptApplication kept(Wanted wanted) {
    OffsetDateTime made = TODAY.atStartOfDay().atOffset(ZoneOffset.ofHours(7));
    return new KeptApplication(
        1, "HS-0001", 1, "DN-0001", "DRAFT", made, null, wanted, null, null, 1);
  }

  private static Wanted wanted(Industry industry, double wastewater, HazardClass hazard) {
    return wanted(
        industry, wastewater, hazard, "Làm hàng", List.of("TT"), false, null, TODAY.plusDays(9));
  }

  private static Wanted wanted(
      Industry industry,
      double wastewater,
      HazardClass hazard,
      String production,
      List<String> zones,
      boolean acceptOther,
      @Nullable String building,
      LocalDate latest) {
    return new Wanted(
        industry,
        production,
        100,
        200,
        5,
        3,
        10,
        wastewater,
        0,
        hazard,
        Needs.traitsOf(industry, Set.of()),
        latest.minusDays(1),
        latest,
        36,
        120_000,
        zones,
        acceptOther,
        false,
        building,
        null,
        null,
        null,
        List.of());
  }
}
