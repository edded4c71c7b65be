package vn.khuxuong.tenancy.firm;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.Industry;

/**
 * What a firm says of itself, checked. Its class of size is not in it: that is computed.
 *
 * @param confirmed what an officer has confirmed, null where nothing is said of it
 */
record Profile(
    TaxCode taxCode,
    String nameVi,
    String nameEn,
    Industry industry,
    List<String> vsic,
    BusinessLine businessLine,
    boolean domestic,
    @Nullable String supportingProduct,
    @Nullable String certificateNo,
    @Nullable LocalDate certificateOn,
    SizeEvidence evidence,
    List<Machine> machines,
    @Nullable Confirmed confirmed) {

  /** Facts that give points in a round and that a firm cannot state of itself. */
  record Confirmed(boolean hightech, boolean green, boolean displaced) {}

  /** Supporting industry: a certificate, or a product of the list. */
  boolean supporting() {
    return certificateNo != null || supportingProduct != null;
  }
}
