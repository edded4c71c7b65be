package vn.khuxuong.zoning.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.khuxuong.zoning.LandUse;

/** Recognises a land use in what planners write: codes, labels, Vietnamese or English words. */
final class LandUseWords {

  /**
   * Words in the order they count: "nhà máy, kho tàng" is the planning standard's name of
   * industrial land, so factories come before stores; "hạ tầng kỹ thuật" before anything it serves.
   */
  private static final Map<String, LandUse> WORDS = new LinkedHashMap<>();

  static {
    words(LandUse.SUPPORT, "ho tro", "support");
    words(LandUse.HIGHRISE, "cao tang", "nhieu tang", "high rise", "highrise");
    words(LandUse.TECH, "ky thuat", "tram", "xu ly nuoc", "technical", "utility", "ha tang");
    words(LandUse.ROAD, "giao thong", "duong", "bai xe", "ben bai", "road", "traffic");
    words(LandUse.GREEN, "cay xanh", "cong vien", "cach ly", "tham co", "green", "park");
    words(LandUse.WATER, "mat nuoc", "kenh", "rach", "song", "ho dieu hoa", "water", "canal");
    words(LandUse.INDUSTRY, "nha may", "xi nghiep", "cong nghiep", "san xuat", "industr");
    words(LandUse.WAREHOUSE, "kho", "logistic", "warehouse", "storage");
    words(LandUse.SERVICE, "dich vu", "hanh chinh", "dieu hanh", "thuong mai", "service", "admin");
    words(LandUse.HIGHRISE, "nha xuong", "factory");
  }

  private static void words(LandUse use, String... words) {
    for (String word : words) {
      WORDS.put(word, use);
    }
  }

  private LandUseWords() {}

  /** The land use a value means; empty where it says nothing of the kind. */
  static Optional<LandUse> find(String value) {
    Optional<LandUse> exact = LandUse.find(value);
    if (exact.isPresent()) {
      return exact;
    }
    String words = Words.folded(value);
    String first = words.split(" ")[0];
    for (LandUse use : LandUse.values()) {
      if (words.equals(Words.folded(use.nameVi()))
          || words.equals(Words.folded(use.nameEn()))
          || first.equalsIgnoreCase(use.label())) {
        return Optional.of(use);
      }
    }
    for (LandUse use : LandUse.values()) {
      if (words.equalsIgnoreCase(use.cadastralCode())) {
        return Optional.of(use);
      }
    }
    String padded = " " + words;
    return WORDS.entrySet().stream()
        .filter(word -> padded.contains(" " + word.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
