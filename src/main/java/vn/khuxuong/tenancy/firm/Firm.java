package vn.khuxuong.tenancy.firm;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.Industry;
import vn.khuxuong.tenancy.SizeClass;

/**
 * A firm as it is kept.
 *
 * @param code key, for example {@code DN-100001}
 * @param vsic lines of business by the Vietnam Standard Industrial Classification, main one first
 * @param sizeClass as found when the profile was last written
 * @param evidence figures of size; null for a firm of older data that has none
 * @param supporting supporting industry by certificate or list product
 * @param domestic without a foreign majority
 * @param displaced must leave its present place
 * @param supportingProduct code of its list product, null without one
 * @param certificateNo of the certificate of incentives for supporting industry, null without one
 */
public record Firm(
    long id,
    String code,
    String nameVi,
    String nameEn,
    TaxCode taxCode,
    Industry industry,
    List<String> vsic,
    BusinessLine businessLine,
    SizeClass sizeClass,
    @Nullable SizeEvidence evidence,
    boolean supporting,
    boolean hightech,
    boolean green,
    boolean domestic,
    boolean displaced,
    @Nullable String supportingProduct,
    @Nullable String certificateNo,
    @Nullable LocalDate certificateOn,
    List<Machine> machines,
    String dataStatus,
    int lockVersion) {

  /** Copies the lists. */
  public Firm {
    vsic = List.copyOf(vsic);
    machines = List.copyOf(machines);
  }

  /** Strong entity tag of this state of the profile. */
  public String etag() {
    return "\"" + code + "-" + lockVersion + "\"";
  }

  /** Its class of size by the limits given; empty without evidence. */
  public Optional<SizeVerdict> size(List<SizeLimit> limits) {
    return Optional.ofNullable(evidence)
        .map(figures -> SizeRule.judge(businessLine, figures, limits));
  }

  /** What rules of law ask of it, with its class by the limits given. */
  public FirmFacts facts(List<SizeLimit> limits) {
    return new FirmFacts(
        size(limits).map(SizeVerdict::sizeClass).orElse(sizeClass),
        hightech && domestic,
        supporting,
        displaced);
  }
}
