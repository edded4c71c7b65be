package vn.khuxuong.tenancy.firm;

/**
 * What can keep a firm off a floor or a building, whoever else applies. The codes are those of the
 * rules that allocation rounds keep, so that the pre-check and a round say the same.
 */
public enum EligibilityRule {
  /** H10: lines of business that the floor admits. */
  INDUSTRY(
      "H10", "", "Danh mục ngành được nhận của tầng", "Lines of business admitted on the floor"),
  /** H11: the lease would run beyond the land term of the zone. */
  LAND_TERM(
      "H11",
      "tháng",
      "Thời hạn sử dụng đất của khu; Luật Đất đai 31/2024/QH15",
      "Land term of the zone; Land Law 31/2024/QH15"),
  /** H09: hazard classes that the fire approval of the floor permits. */
  HAZARD(
      "H09",
      "",
      "QCVN 06:2022/BXD, phụ lục C; thẩm duyệt PCCC của tầng",
      "QCVN 06:2022/BXD, annex C; fire approval of the floor"),
  /** H06: uniform load. */
  LOAD("H06", "kN/m²", "Thông số tải trọng của sàn", "Load rating of the floor"),
  /** A machine's foot against the floor's point load; plates may spread it. */
  POINT_LOAD("", "kN", "Thông số tải trọng của sàn", "Load rating of the floor"),
  /** H07: clear height. */
  CLEAR_HEIGHT("H07", "m", "Chiều cao thông thủy của tầng", "Clear height of the floor"),
  /** H08: capacity of the goods lifts, on floors that trucks do not reach. */
  LIFT("H08", "t", "Thông số thang hàng của tòa nhà", "Goods lifts of the building"),
  /** Car and door of the goods lifts. */
  LIFT_SIZE("", "m", "Thông số thang hàng của tòa nhà", "Goods lifts of the building"),
  /** H14: what sitting tenants leave of the floor's power. */
  FLOOR_POWER("H14", "kVA", "Công suất điện còn lại của tầng", "Power left on the floor"),
  /** H15: what sitting tenants leave of the building's power. */
  BUILDING_POWER("H15", "kVA", "Công suất điện còn lại của tòa nhà", "Power left in the building"),
  /** H16: what sitting tenants leave of the building's wastewater. */
  WASTEWATER(
      "H16",
      "m³/ngày",
      "Lượng nước thải tòa nhà còn được xả về trạm xử lý của khu",
      "Wastewater the building may still send to the zone's plant"),
  /** H18: a sitting tenant of the floor does not go with the firm. */
  NEIGHBOUR_FLOOR(
      "H18",
      "",
      "Quy tắc láng giềng: thực phẩm không cùng tầng với xi mạ hoặc mùi",
      "Rule of neighbours: no food on a floor with plating or odour"),
  /** H17: bays beside a sitting tenant that does not go with the firm. */
  NEIGHBOUR_BAY(
      "H17",
      "",
      "Quy tắc láng giềng: máy chính xác không liền khoang với nguồn rung",
      "Rule of neighbours: no precision work in a bay beside vibration"),
  /** H05: the largest free stretch, which changes with time. */
  AREA("H05", "m²", "Tình trạng trống hôm nay", "What is free today");

  private final String code;
  private final String unit;
  private final String sourceVi;
  private final String sourceEn;

  EligibilityRule(String code, String unit, String sourceVi, String sourceEn) {
    this.code = code;
    this.unit = unit;
    this.sourceVi = sourceVi;
    this.sourceEn = sourceEn;
  }

  /** Code of the rule in allocation rounds, empty where they have none. */
  public String code() {
    return code;
  }

  /** Unit of the numbers, empty for a rule that is not about a number. */
  public String unit() {
    return unit;
  }

  /** Where the limit comes from, in Vietnamese. */
  public String sourceVi() {
    return sourceVi;
  }

  /** Where the limit comes from, in English. */
  public String sourceEn() {
    return sourceEn;
  }
}
