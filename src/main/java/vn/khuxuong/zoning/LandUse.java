package vn.khuxuong.zoning;

import java.util.Locale;
import java.util.Optional;

/**
 * What a subzone is for. The same codes, names and labels as table {@code zoning.land_uses}; a test
 * holds the two together.
 */
public enum LandUse {
  INDUSTRY("Đất công nghiệp", "Industrial plots", "CN", "SKK"),
  HIGHRISE("Nhà xưởng cao tầng", "High-rise factories", "NX", "SKK"),
  /** Phân khu hỗ trợ: land kept for small firms and supporting industry. */
  SUPPORT("Phân khu hỗ trợ", "Support subzone", "HT", "SKK"),
  WAREHOUSE("Kho bãi", "Warehouses", "KB", "SKK"),
  SERVICE("Hành chính, dịch vụ", "Administration and services", "DV", "TMD"),
  TECH("Hạ tầng kỹ thuật", "Technical infrastructure", "KT", "DNL"),
  GREEN("Cây xanh", "Greenery", "CX", "DKV"),
  ROAD("Giao thông", "Roads", "GT", "DGT"),
  WATER("Mặt nước", "Water", "MN", "MNC");

  private final String nameVi;
  private final String nameEn;
  private final String label;
  private final String cadastralCode;

  LandUse(String nameVi, String nameEn, String label, String cadastralCode) {
    this.nameVi = nameVi;
    this.nameEn = nameEn;
    this.label = label;
    this.cadastralCode = cadastralCode;
  }

  /** The land use with this code, whatever its case. */
  public static Optional<LandUse> find(String code) {
    try {
      return Optional.of(valueOf(code.strip().toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public String nameVi() {
    return nameVi;
  }

  public String nameEn() {
    return nameEn;
  }

  /** Two letters that open the codes of such subzones on a plan drawing. */
  public String label() {
    return label;
  }

  /** Usual code of the cadastral map; a subzone may carry another. */
  public String cadastralCode() {
    return cadastralCode;
  }

  /**
   * Land whose buildings firms use: what the law's shares of industrial land are shares of (Decree
   * 35/2022/ND-CP art. 2 and 9).
   */
  public boolean isIndustrial() {
    return this == INDUSTRY || this == HIGHRISE || this == SUPPORT || this == WAREHOUSE;
  }
}
