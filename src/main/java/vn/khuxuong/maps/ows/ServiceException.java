package vn.khuxuong.maps.ows;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.Language;

/**
 * Why a service refuses a request, with a code of its standard. Every service has a kind of its
 * own, so that no service tells a refusal with the codes of another.
 */
public abstract class ServiceException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_QUOTE = 80;

  private final transient ServiceCode code;
  private final String vi;
  private final String en;
  private final @Nullable String locator;

  /**
   * @param locator the parameter or element at fault, or null
   */
  protected ServiceException(ServiceCode code, String vi, String en, @Nullable String locator) {
    super(en);
    this.code = code;
    this.vi = vi;
    this.en = en;
    this.locator = locator;
  }

  protected ServiceException(ServiceCode code, Fault fault) {
    this(code, fault.vi, fault.en, null);
  }

  /** A refusal of the common machinery, with the parameter that it names. */
  protected ServiceException(ServiceCode code, ProblemException problem) {
    this(code, problem.detail(Language.VI), problem.detail(Language.EN), field(problem));
  }

  private static @Nullable String field(ProblemException problem) {
    Object field = problem.members().get("field");
    return field == null ? null : field.toString();
  }

  /** Whether the common machinery refuses only for now. */
  protected static boolean isBusy(ProblemException problem) {
    return problem.type().status() == HttpStatus.SERVICE_UNAVAILABLE;
  }

  /** What a client sent, short enough to be repeated to it. */
  public static String quoted(String value) {
    return "“"
        + (value.length() > LONGEST_QUOTE ? value.substring(0, LONGEST_QUOTE) + "…" : value)
        + "”";
  }

  public String word() {
    return code.word();
  }

  public HttpStatus status() {
    return code.status();
  }

  /** Whether the same request may be answered a moment later. */
  public boolean isBusy() {
    return status() == HttpStatus.SERVICE_UNAVAILABLE;
  }

  /** The parameter or element at fault, or null. */
  public @Nullable String locator() {
    return locator;
  }

  public String words(Language language) {
    return language.choose(vi, en);
  }
}
