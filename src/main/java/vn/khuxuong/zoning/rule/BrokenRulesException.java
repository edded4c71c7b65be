package vn.khuxuong.zoning.rule;

import java.util.List;

/** Rule files that cannot be used, with every complaint at once. */
public final class BrokenRulesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> complaints;

  BrokenRulesException(List<String> complaints) {
    super("The rule book cannot be used: " + String.join("; ", complaints));
    this.complaints = List.copyOf(complaints);
  }

  /** Each begins with file and place, for example {@code qcvn.yaml: rules[2].check: is missing}. */
  public List<String> complaints() {
    return complaints;
  }
}
