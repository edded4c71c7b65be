package vn.khuxuong.allocation.lottery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The public lot that decides between equals, by commit and reveal. Before applications close, the
 * SHA-256 of a secret seed is published; after closing, the seed. An application's lot is the
 * SHA-256 of {@code seed:list:application}, where {@code list} is the SHA-256 of all application
 * codes in code order, one a line, no newline at the end; the smallest lot comes first. Nobody can
 * know a lot before the list is closed, and who knows the seed cannot choose it after. {@code
 * src/docs/lot-order.py} does the same for anybody.
 */
public final class LotDraw {
  private static final Pattern SEED = Pattern.compile("[0-9a-f]{64}");

  private LotDraw() {}

  /** An application with its lot, 64 hexadecimal digits. */
  public record Lot(String application, String lot) {}

  /** What is published of a seed before closing. */
  public static String commitment(String seed) {
    if (!SEED.matcher(seed).matches()) {
      throw new IllegalArgumentException("a seed has 64 hexadecimal digits");
    }
    return sha256(seed);
  }

  /** Applications by lot, first come first. */
  public static List<Lot> draw(String seed, Collection<String> applications) {
    String list = sha256(String.join("\n", applications.stream().sorted().distinct().toList()));
    return applications.stream()
        .distinct()
        .map(code -> new Lot(code, sha256(seed + ":" + list + ":" + code)))
        .sorted(Comparator.comparing(Lot::lot))
        .toList();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
