package vn.khuxuong.tenancy.incentive;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.tenancy.firm.Firm;
import vn.khuxuong.tenancy.firm.FirmAccess;
import vn.khuxuong.tenancy.firm.LawStore;

/** The catalogue of programmes, and which of them are for a firm. */
@Component
public class Programmes {
  private final CatalogueStore catalogue;
  private final EvidenceStore store;
  private final LawStore law;
  private final FirmAccess access;
  private final Audit audit;

  Programmes(
      CatalogueStore catalogue, EvidenceStore store, LawStore law, FirmAccess access, Audit audit) {
    this.catalogue = catalogue;
    this.store = store;
    this.law = law;
    this.access = access;
    this.audit = audit;
  }

  /** A programme with what its rules say of a firm. */
  public record Matched(Programme programme, Match match) {}

  /** The programmes in force on a day and the day. */
  public record Catalogue(LocalDate on, List<Programme> programmes) {
    /** Copies the list. */
    public Catalogue {
      programmes = List.copyOf(programmes);
    }
  }

  /**
   * The programmes in force.
   *
   * @param on the day, null for today in Ho Chi Minh City
   * @param lack only those that help with it, null for all
   */
  @Transactional(readOnly = true)
  public Catalogue catalogue(@Nullable LocalDate on, @Nullable Lack lack) {
    LocalDate day = on == null ? law.today() : on;
    return new Catalogue(
        day,
        catalogue.inForce(day).stream()
            .filter(one -> lack == null || one.lacks().contains(lack))
            .toList());
  }

  /** What the rules of the programmes in force today say of a firm, the best answers first. */
  @Transactional(readOnly = true)
  public List<Matched> match(Firm firm, @Nullable Lack lack) {
    FirmCase facts = about(firm);
    return catalogue(null, lack).programmes().stream()
        .map(one -> new Matched(one, Match.of(one.conditions(), facts.facts())))
        .sorted(Comparator.comparing(one -> one.match().verdict()))
        .toList();
  }

  /** What the rules of one programme say of a firm. */
  Match match(Firm firm, Programme programme) {
    return Match.of(programme.conditions(), about(firm).facts());
  }

  /** Evidence that officers have seen. */
  @Transactional(readOnly = true)
  List<EvidenceStore.Evidence> evidence(Firm firm) {
    return store.evidence(firm.id());
  }

  /** How far the citations behind rules on firms were checked. */
  @Transactional(readOnly = true)
  List<EvidenceStore.Citation> citations(@Nullable LocalDate on) {
    return store.citations(on == null ? law.today() : on);
  }

  /**
   * Records evidence that an officer has seen, in the place of an earlier one.
   *
   * @param fact one whose proof is a paper that a profile has no place for
   */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public void record(String code, Fact fact, EvidenceAsked.Reading seen) {
    Firm firm = access.get(code);
    store.withdrawEvidence(firm.id(), fact, access.caller());
    store.insertEvidence(firm.id(), fact, seen.document(), seen.seenOn(), access.caller());
    audit.record(
        "firm.evidence-recorded",
        "firm",
        firm.code(),
        Map.of(
            "fact", fact.name(), "document", seen.document(), "seenOn", seen.seenOn().toString()));
  }

  /** Takes evidence back that was recorded. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public void takeBack(String code, Fact fact) {
    Firm firm = access.get(code);
    if (!store.withdrawEvidence(firm.id(), fact, access.caller())) {
      throw ApiProblem.NOT_FOUND
          .with("Không có giấy tờ nào được ghi cho mục này.", "No such evidence is on record.")
          .field("fact");
    }
    audit.record("firm.evidence-taken-back", "firm", firm.code(), Map.of("fact", fact.name()));
  }

  private FirmCase about(Firm firm) {
    var limits = law.sizeLimits();
    EvidenceStore.Leasing leasing = store.leasing(firm.id());
    return new FirmCase(
        firm.facts(limits).sizeClass(),
        firm.size(limits).isPresent(),
        firm.domestic(),
        firm.hightech(),
        firm.displaced(),
        firm.supporting(),
        firm.certificateNo() != null,
        leasing.leases(),
        leasing.inConversion(),
        store.evidence(firm.id()).stream()
            .map(EvidenceStore.Evidence::fact)
            .collect(Collectors.toSet()));
  }
}
