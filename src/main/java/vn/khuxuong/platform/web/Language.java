package vn.khuxuong.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Enumeration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.firewall.RequestRejectedException;

/** The two languages of the product; Vietnamese is written first and is the default. */
public enum Language {
  VI,
  EN;

  private static final DateTimeFormatter DAY_VI =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
  private static final DateTimeFormatter DAY_EN =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  /**
   * The language of an answer: parameter {@code lang}, else cookie {@code lang}, else the first of
   * {@code Accept-Language} that we speak, else Vietnamese.
   */
  public static Language of(HttpServletRequest request) {
    String asked = parameter(request);
    if (asked == null && request.getCookies() != null) {
      for (Cookie cookie : request.getCookies()) {
        if (cookie.getName().equals("lang")) {
          asked = cookie.getValue();
        }
      }
    }
    if ("en".equalsIgnoreCase(asked)) {
      return EN;
    }
    if ("vi".equalsIgnoreCase(asked)) {
      return VI;
    }
    if (request.getHeader("Accept-Language") == null) {
      return VI;
    }
    for (Enumeration<Locale> wanted = request.getLocales(); wanted.hasMoreElements(); ) {
      String tag = wanted.nextElement().getLanguage();
      if (tag.equals("vi")) {
        return VI;
      }
      if (tag.equals("en")) {
        return EN;
      }
    }
    return VI;
  }

  private static @Nullable String parameter(HttpServletRequest request) {
    try {
      return request.getParameter("lang");
    } catch (IllegalStateException | RequestRejectedException unreadable) {
      return null; // the refusal of such a request has to be in some language too
    }
  }

  /** BCP 47 tag, {@code vi} or {@code en}. */
  public String tag() {
    return this == VI ? "vi" : "en";
  }

  /** Locale for numbers and dates. */
  public Locale locale() {
    return this == VI ? Locale.forLanguageTag("vi-VN") : Locale.UK;
  }

  /** A civil date as people write it: 24/11/2026, or 24 Nov 2026. */
  public String date(LocalDate day) {
    return (this == VI ? DAY_VI : DAY_EN).format(day);
  }

  /** The text of this language. */
  public String choose(String vi, String en) {
    return this == VI ? vi : en;
  }
}
