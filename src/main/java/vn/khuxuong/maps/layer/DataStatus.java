package vn.khuxuong.maps.layer;

/** How far a layer's data may be trusted; shown wherever the layer is drawn or listed. */
public enum DataStatus {
  /** From a legal act or an official map. */
  OFFICIAL("Chính thức", "Official"),
  /** True attributes, but outlines drawn by hand: their position may be wrong by kilometres. */
  SCHEMATIC("Sơ đồ, không có giá trị pháp lý", "Schematic, not legally valid"),
  /** Invented to show how the service works. */
  ILLUSTRATIVE("Số minh họa", "Illustrative figures");

  private final String vi;
  private final String en;

  DataStatus(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  /** The words shown to people. */
  public Text label() {
    return new Text(vi, en);
  }
}
