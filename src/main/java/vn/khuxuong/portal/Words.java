package vn.khuxuong.portal;

import java.io.IOException;
import java.io.InputStream;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.web.Language;

/**
 * The words of the page in one language, from {@code templates/page/words.*.json}. The server
 * writes them into the page, so that its scripts use the very same ones.
 */
record Words(Language language, Map<String, String> texts) {
  private static final double THOUSAND = 1e3;
  private static final double MILLION = 1e6;

  /** The words of one or several files, {@code words} for {@code words.vi.json} and its twin. */
  static Words of(Language language, List<String> names, JsonMapper json) throws IOException {
    TreeMap<String, String> texts = new TreeMap<>();
    for (String name : names) {
      String file = "templates/page/" + name + "." + language.tag() + ".json";
      try (InputStream in = new ClassPathResource(file).getInputStream()) {
        texts.putAll(json.readValue(in, new TypeReference<TreeMap<String, String>>() {}));
      }
    }
    return new Words(language, texts);
  }

  /** The text of a key. */
  String text(String key) {
    return Objects.requireNonNull(texts.get(key), key);
  }

  /** The text of a key with one place filled in. */
  String text(String key, String place, Object value) {
    return text(key).replace("{" + place + "}", value.toString());
  }

  /** A counted thing; the singular is {@code key.one} where the language has one. */
  String count(String key, int n) {
    String text = n == 1 && texts.containsKey(key + ".one") ? text(key + ".one") : text(key);
    return text.replace("{n}", number(n)).replace("{count}", number(n));
  }

  /** A number with at most so many decimals. */
  String number(double value, int digits) {
    NumberFormat format = NumberFormat.getInstance(language.locale());
    format.setMaximumFractionDigits(digits);
    return format.format(value);
  }

  String number(double value) {
    return number(value, 0);
  }

  String area(double m2) {
    return number(m2) + " m²";
  }

  /**
   * Rent or charge of a square metre and month: dong where known, the contract's dollars beside.
   */
  String rent(double usd, @Nullable Double vnd) {
    String dollars = number(usd, 2);
    return vnd == null
        ? text("rent_rate_usd", "usd", dollars)
        : text("rent_rate", "vnd", number(Math.rint(vnd / THOUSAND) * THOUSAND))
            .replace("{usd}", dollars);
  }

  /** Dong, in millions above one. */
  String vnd(double value) {
    return value >= MILLION
        ? text("vnd_million", "n", number(value / MILLION, value < 100 * MILLION ? 1 : 0))
        : number(value) + " đ";
  }

  /** A sum of money: dong, the dollars beside. */
  String money(double usd, double vnd) {
    return text("money_both", "vnd", vnd(vnd)).replace("{usd}", number(usd) + " USD");
  }
}
