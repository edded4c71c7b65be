package vn.khuxuong.zoning.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Vietnamese was written before Unicode, and still is in many DBF and CAD files: TCVN3 (ABC,
 * TCVN 5712:1993 VN3, the fonts .VnTime …) with one byte a letter, VNI with a base letter and a
 * mark, and Windows-1258. Texts come in as characters up to U+00FF, one for each byte.
 */
enum VietnameseText {
  UNICODE,
  /** UTF-8 that somebody took for one character a byte. */
  UTF_8,
  TCVN3,
  VNI,
  WINDOWS_1258;

  private static final Map<Character, Character> TCVN3_LETTERS = new HashMap<>();
  private static final Map<Character, String> VNI_MARKS = new HashMap<>();
  private static final Map<Character, Character> VNI_LETTERS = new HashMap<>();

  static {
    letters(TCVN3_LETTERS, 0xA1, "ĂÂÊÔƠƯĐăâêôơưđ");
    letters(TCVN3_LETTERS, 0xB5, "àảãáạ");
    letters(TCVN3_LETTERS, 0xBB, "ằẳẵắ");
    letters(TCVN3_LETTERS, 0xC6, "ặầẩẫấậè");
    letters(TCVN3_LETTERS, 0xCE, "ẻẽéẹềểễếệìỉ");
    letters(TCVN3_LETTERS, 0xDC, "ĩíịò");
    letters(TCVN3_LETTERS, 0xE1, "ỏõóọồổỗốộờở");
    letters(TCVN3_LETTERS, 0xEC, "ỡớợù");
    letters(TCVN3_LETTERS, 0xF1, "ủũúụừửữứựỳỷỹýỵ");
    String acute = "\u0301";
    String grave = "\u0300";
    String hook = "\u0309";
    String tilde = "\u0303";
    String dot = "\u0323";
    String circumflex = "\u0302";
    String breve = "\u0306";
    mark(0xD9, acute);
    mark(0xD8, grave);
    mark(0xDB, hook);
    mark(0xD5, tilde);
    mark(0xCF, dot);
    mark(0xC2, circumflex);
    mark(0xC1, circumflex + acute);
    mark(0xC0, circumflex + grave);
    mark(0xC5, circumflex + hook);
    mark(0xC3, circumflex + tilde);
    mark(0xC4, circumflex + dot);
    mark(0xCA, breve);
    mark(0xC9, breve + acute);
    mark(0xC8, breve + grave);
    mark(0xDA, breve + hook);
    mark(0xDC, breve + tilde);
    mark(0xCB, breve + dot);
    String lower = "ơưđíìỉĩịỵ";
    String upper = "ƠƯĐÍÌỈĨỊỴ";
    char[] codes = {0xF4, 0xF6, 0xF1, 0xED, 0xEC, 0xE6, 0xF3, 0xF2, 0xEE};
    for (int i = 0; i < codes.length; i++) {
      VNI_LETTERS.put(codes[i], lower.charAt(i));
      VNI_LETTERS.put((char) (codes[i] - 0x20), upper.charAt(i));
    }
  }

  private static void letters(Map<Character, Character> table, int first, String letters) {
    for (int i = 0; i < letters.length(); i++) {
      table.put((char) (first + i), letters.charAt(i));
    }
  }

  /** Capital and small marks lie 0x20 apart and mean the same. */
  private static void mark(int capital, String marks) {
    VNI_MARKS.put((char) capital, marks);
    VNI_MARKS.put((char) (capital + 0x20), marks);
  }

  private static final Charset CP1252 = Charset.forName("windows-1252");
  private static final Charset CP1258 = Charset.forName("windows-1258");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\u00A1-\u00FF]+");
  private static final Pattern TONES = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
  private static final Pattern SYLLABLE =
      Pattern.compile(
          "(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?"
              + "(i[êe]u|y[êe]u|oai|oay|uây|uôi|ươi|ươu|uya|uyê|oeo|oao|[iuy]ê|[uư][ôơ]|oo"
              + "|i[au]|u[aâêiy]|ưa|ưi|ưu|o[aăei]|ô[i]|ơ[i]|a[iouy]|â[uy]|e[o]|ê[u]|[aăâeêioôơuưy])"
              + "(ng|nh|ch|[cmnpt])?");

  /**
   * The encoding that makes most words of some texts into Vietnamese; {@link #UNICODE} where none
   * is better than leaving them.
   */
  static VietnameseText detect(Collection<String> texts) {
    VietnameseText best = UNICODE;
    long most = UNICODE.vietnameseWords(texts);
    for (VietnameseText encoding : values()) {
      long words = encoding == UNICODE ? 0 : encoding.vietnameseWords(texts);
      if (words > most) {
        best = encoding;
        most = words;
      }
    }
    return best;
  }

  /** Words with marks that are possible syllables, less those that are not. */
  private long vietnameseWords(Collection<String> texts) {
    long count = 0;
    for (String text : texts) {
      if (isPlain(text)) {
        continue;
      }
      Matcher word = WORD.matcher(decode(text));
      while (word.find()) {
        if (!isPlain(word.group())) {
          count += isSyllable(word.group()) ? 1 : -1;
        }
      }
    }
    return count;
  }

  private static boolean isSyllable(String word) {
    String parted = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    Matcher tones = TONES.matcher(parted);
    long marks = tones.results().count();
    String bare = Normalizer.normalize(TONES.matcher(parted).replaceAll(""), Normalizer.Form.NFC);
    return marks <= 1 && SYLLABLE.matcher(bare).matches();
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /** The text in Unicode, NFC. */
  String decode(String text) {
    String decoded =
        isPlain(text)
            ? text
            : switch (this) {
              case UNICODE -> text;
              case UTF_8 ->
                  new String(
                      asLatin1(text).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
              case TCVN3 -> tcvn3(asLatin1(text));
              case VNI -> vni(asLatin1(text));
              case WINDOWS_1258 ->
                  new String(asLatin1(text).getBytes(StandardCharsets.ISO_8859_1), CP1258);
            };
    return Normalizer.normalize(decoded, Normalizer.Form.NFC);
  }

  /** Bytes as UTF-8 where they are that, otherwise as one character a byte for {@link #detect}. */
  static String ofBytes(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  /** Programs that took the bytes for Windows-1252 turned some into typographic characters. */
  private static String asLatin1(String text) {
    if (text.chars().allMatch(c -> c <= 0xFF)) {
      return text;
    }
    StringBuilder bytes = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              byte[] one = new String(Character.toChars(c)).getBytes(CP1252);
              boolean known = c <= 0xFF || one[0] != '?';
              bytes.append(known && c > 0xFF ? (char) (one[0] & 0xFF) : (char) c);
            });
    return bytes.toString();
  }

  private static String tcvn3(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(TCVN3_LETTERS.getOrDefault(c, c));
    }
    return out.toString();
  }

  private static String vni(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char before = out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
      String marks = VNI_MARKS.get(c);
      if (marks != null && "aeouyAEOUYơưƠƯ".indexOf(before) >= 0) {
        out.append(marks);
      } else {
        out.append(VNI_LETTERS.getOrDefault(c, c));
      }
    }
    return out.toString();
  }
}
