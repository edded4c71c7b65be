package vn.khuxuong.conversion.tenant;

/** What a tenant is judged by. */
enum Criterion {
  /** 1 for a sector the zone wants, 0 for one it phases out, 0.5 for others. */
  SECTOR("", "Ngành so với hồ sơ mục tiêu của khu", "Sector against the zone's aims"),
  /** Insured employees per billion VND of yearly revenue. */
  LABOUR("lao động/tỷ đồng", "Thâm dụng lao động", "Labour intensity"),
  /** kWh per m² let and year. */
  ENERGY("kWh/m²/năm", "Điện năng", "Energy"),
  /** m³ per m² let and year. */
  WATER("m³/m²/năm", "Nước", "Water"),
  /** Number of the environmental group, 1 (high risk) to 4. */
  EMISSION("", "Nhóm môi trường", "Environmental group"),
  /** m² let per job. */
  LAND_PER_JOB("m²/việc làm", "Mặt bằng cho một việc làm", "Space per job");

  private final String unitVi;
  private final String nameVi;
  private final String nameEn;

  Criterion(String unitVi, String nameVi, String nameEn) {
    this.unitVi = unitVi;
    this.nameVi = nameVi;
    this.nameEn = nameEn;
  }

  String unitVi() {
    return unitVi;
  }

  String unitEn() {
    return unitVi
        .replace("lao động/tỷ đồng", "people per bn VND")
        .replace("việc làm", "job")
        .replace("năm", "year");
  }

  String nameVi() {
    return nameVi;
  }

  String nameEn() {
    return nameEn;
  }
}
