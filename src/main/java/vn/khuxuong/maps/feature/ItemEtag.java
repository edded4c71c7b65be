package vn.khuxuong.maps.feature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.DigestUtils;
import vn.khuxuong.maps.SeenVersion;
import vn.khuxuong.maps.layer.Layer;

/**
 * Entity tags of single features of editable layers: strong, and the same until this very feature
 * changes, whatever happens to others. {@code "7-90ab…"} is version 7 of the feature in one of its
 * representations; for {@code If-Match} only the version counts, so a client may read in one
 * reference system and write in another.
 */
final class ItemEtag {

  private static final Pattern VERSION =
      Pattern.compile("\"" + Layer.VERSION_FIELD + "\":([0-9]{1,9})[,}]");
  private static final Pattern STRONG = Pattern.compile("\"([0-9]{1,9})-[0-9a-f]{16}\"");
  private static final int DIGITS = 16;

  private ItemEtag() {}

  /**
   * @param feature GeoJSON text of a feature of an editable layer, UTF-8
   * @param variant what else tells representations apart: format, language, reference system
   */
  static String of(byte[] feature, String variant) {
    byte[] told = variant.getBytes(UTF_8);
    byte[] all = Arrays.copyOf(feature, feature.length + told.length);
    System.arraycopy(told, 0, all, feature.length, told.length);
    String digest = DigestUtils.md5DigestAsHex(all).substring(0, DIGITS);
    return "\"" + version(feature) + "-" + digest + "\"";
  }

  /**
   * The version of a feature, 0 where its version was not asked for: no feature has that one. A
   * quote inside a text is escaped, so the name is found only once.
   */
  private static int version(byte[] feature) {
    Matcher found = VERSION.matcher(new String(feature, ISO_8859_1));
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }

  /**
   * What header {@code If-Match} says; tags that are weak or not ours match nothing.
   *
   * @param values the header's values, empty where it is not there
   */
  static SeenVersion seen(List<String> values) {
    if (values.isEmpty()) {
      return SeenVersion.UNSAID;
    }
    String all = String.join(",", values).strip();
    if (all.equals("*")) {
      return SeenVersion.WHATEVER;
    }
    Set<Integer> versions = new HashSet<>();
    for (String tag : all.split(",", -1)) {
      Matcher strong = STRONG.matcher(tag.strip());
      if (strong.matches()) {
        versions.add(Integer.valueOf(strong.group(1)));
      }
    }
    return SeenVersion.header(Collections.unmodifiableSet(versions));
  }
}
