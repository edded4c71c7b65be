package vn.khuxuong.zoning.synthetic;

/**
 * A stretch of country with industry, by the provinces of before the merger of 2025: the legal CRS
 * follows them.
 *
 * <p>Longitude and latitude of the middle in degrees; central meridians by Circular
 * 973/2001/TT-TCĐC.
 */
enum Belt {
  HM("TP. Hồ Chí Minh", 106.53, 10.87, 9210, 40),
  BD("Bình Dương", 106.65, 11.12, 9210, 70),
  DN("Đồng Nai", 107.00, 10.93, 5899, 60),
  LA("Long An", 106.40, 10.70, 9210, 60),
  VT("Bà Rịa - Vũng Tàu", 107.10, 10.60, 5899, 25),
  TN("Tây Ninh", 106.25, 11.15, 9209, 20),
  BP("Bình Phước", 106.65, 11.45, 9212, 15),
  TG("Tiền Giang", 106.30, 10.40, 9210, 8),
  CT("Cần Thơ", 105.70, 10.10, 5897, 8),
  BN("Bắc Ninh", 106.05, 21.15, 9209, 18),
  BG("Bắc Giang", 106.15, 21.30, 9214, 12),
  HY("Hưng Yên", 106.05, 20.90, 9209, 10),
  HD("Hải Dương", 106.30, 20.93, 9209, 10),
  HG("Hải Phòng", 106.62, 20.82, 9210, 12),
  VP("Vĩnh Phúc", 105.58, 21.28, 5897, 8),
  QN("Quảng Ninh", 106.95, 20.97, 5899, 6),
  DA("Đà Nẵng", 108.15, 16.02, 5899, 6),
  QM("Quảng Nam", 108.45, 15.48, 5899, 4),
  QG("Quảng Ngãi", 108.78, 15.20, 5898, 4),
  BI("Bình Định", 109.10, 13.83, 9217, 4);

  /** Zones of the whole country. */
  static final int ALL = 400;

  private final String province;
  private final double longitude;
  private final double latitude;
  private final int srid;
  private final int zones;

  Belt(String province, double longitude, double latitude, int srid, int zones) {
    this.province = province;
    this.longitude = longitude;
    this.latitude = latitude;
    this.srid = srid;
    this.zones = zones;
  }

  String province() {
    return province;
  }

  double longitude() {
    return longitude;
  }

  double latitude() {
    return latitude;
  }

  /** EPSG code of the legal CRS. */
  int srid() {
    return srid;
  }

  /** How many zones lie here. */
  int zones() {
    return zones;
  }
}
