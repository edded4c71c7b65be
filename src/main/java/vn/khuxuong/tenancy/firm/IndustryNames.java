package vn.khuxuong.tenancy.firm;

import java.util.Map;
import vn.khuxuong.space.Industry;

/** Names of the lines of business, by language. */
public record IndustryNames(Map<Industry, String> vi, Map<Industry, String> en) {
  /** Copies the maps. */
  public IndustryNames {
    vi = Map.copyOf(vi);
    en = Map.copyOf(en);
  }

  String vi(String code) {
    return vi.getOrDefault(Industry.valueOf(code), code);
  }

  String en(String code) {
    return en.getOrDefault(Industry.valueOf(code), code);
  }
}
