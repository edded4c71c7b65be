package vn.khuxuong.platform.security;

import java.security.SecureRandom;
import java.util.Base64;
import vn.khuxuong.platform.file.Sha256;

/** Words nobody can guess, for links and feeds. Only their hash is ever stored. */
public final class Secret {
  private static final int BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secret() {}

  /** 192 random bits, fit for an address. */
  public static String next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is kept of a word: SHA-256 as hexadecimal digits. */
  public static String hash(String word) {
    return Sha256.of(word);
  }
}
