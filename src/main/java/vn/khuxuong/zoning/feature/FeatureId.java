package vn.khuxuong.zoning.feature;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Id of a subzone in one plan, for example {@code 12.0a3f….}: the same subzone may be in several
 * drafts of its zone. It never changes while the draft lives, whatever code the subzone carries.
 *
 * @param planId the plan
 * @param uid who the subzone is through all versions
 */
record FeatureId(long planId, String uid) {
  private static final Pattern FORM =
      Pattern.compile(
          "([1-9][0-9]{0,17})[.]([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

  /** Empty for what is no such id. */
  static Optional<FeatureId> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new FeatureId(Long.parseLong(form.group(1)), form.group(2)))
        : Optional.empty();
  }

  String text() {
    return planId + "." + uid;
  }
}
