package vn.khuxuong.tenancy.application;

import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Trait;

/**
 * When an application needs a paper, by kind of production; a dated row of law.
 *
 * @param always whether every application needs it
 * @param wastewaterOverM3Day needed above this much wastewater; null where it does not matter
 * @param hazards needed for production of these hazard classes
 * @param traits needed for production with these traits
 * @param certificateClaimed needed where the firm claims a certificate for supporting industry
 * @param judgedByPerson whether an officer reads it before the application is eligible
 */
record DocumentRule(
    DocumentKind kind,
    boolean always,
    @Nullable Double wastewaterOverM3Day,
    Set<HazardClass> hazards,
    Set<Trait> traits,
    boolean certificateClaimed,
    boolean judgedByPerson,
    String nameVi,
    String nameEn,
    String sourceVi,
    String sourceEn) {

  DocumentRule {
    hazards = Set.copyOf(hazards);
    traits = Set.copyOf(traits);
  }

  /** Whether an application for the production needs the paper. */
  boolean asksFor(
      double wastewaterM3Day, HazardClass hazard, Set<Trait> has, boolean claimsCertificate) {
    return always
        || (wastewaterOverM3Day != null && wastewaterM3Day > wastewaterOverM3Day)
        || hazards.contains(hazard)
        || !Collections.disjoint(traits, has)
        || (certificateClaimed && claimsCertificate);
  }
}
