package vn.khuxuong.platform.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.web.Language;

/**
 * A refusal: what was wrong, in which field, and what to do about it. Rendered as {@code
 * application/problem+json} (RFC 9457) or, by the OGC doors, as the exception their standard asks
 * for. Texts never hold SQL, file paths or class names.
 */
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemType type;
  private final String detailVi;
  private final String detailEn;
  private final transient Map<String, Object> members = new LinkedHashMap<>();
  private @Nullable String remedyVi;
  private @Nullable String remedyEn;
  private int retrySeconds;

  /** A refusal of the given kind with its explanation in both languages. */
  public ProblemException(ProblemType type, String detailVi, String detailEn) {
    super(detailEn);
    this.type = type;
    this.detailVi = detailVi;
    this.detailEn = detailEn;
  }

  /** Names the parameter or JSON member at fault. */
  public ProblemException field(String field) {
    return with("field", field);
  }

  /** Says in both languages what would be accepted. */
  public ProblemException remedy(String vi, String en) {
    remedyVi = vi;
    remedyEn = en;
    return this;
  }

  /** Says after how many seconds the same may be asked again (header {@code Retry-After}). */
  public ProblemException retryAfter(int seconds) {
    retrySeconds = seconds;
    return this;
  }

  /** Seconds to wait; empty where waiting does not help, or nobody knows. */
  public OptionalInt retrySeconds() {
    return retrySeconds == 0 ? OptionalInt.empty() : OptionalInt.of(retrySeconds);
  }

  /** Adds an extension member; the value must be something JSON can hold. */
  public ProblemException with(String key, Object value) {
    members.put(key, value);
    return this;
  }

  /** Keeps the cause for the log; clients never see it. */
  public ProblemException causedBy(Throwable cause) {
    initCause(cause);
    return this;
  }

  /** The kind of refusal. */
  public ProblemType type() {
    return type;
  }

  /** The explanation in the given language. */
  public String detail(Language language) {
    return language == Language.VI ? detailVi : detailEn;
  }

  /** The remedy in the given language, or null where none was given. */
  public @Nullable String remedy(Language language) {
    return language == Language.VI ? remedyVi : remedyEn;
  }

  /** Extension members, in the order they were added. */
  public Map<String, Object> members() {
    return Map.copyOf(members);
  }
}
