package vn.khuxuong.maps.wfs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The operations there are, by their names in any case. */
final class Operations {
  static final String GET_CAPABILITIES = "GetCapabilities";
  static final String DESCRIBE_FEATURE_TYPE = "DescribeFeatureType";
  static final String LIST_STORED_QUERIES = "ListStoredQueries";
  static final String DESCRIBE_STORED_QUERIES = "DescribeStoredQueries";
  static final String GET_FEATURE = "GetFeature";
  static final String GET_PROPERTY_VALUE = "GetPropertyValue";

  static final List<String> ALL =
      List.of(
          GET_CAPABILITIES,
          DESCRIBE_FEATURE_TYPE,
          LIST_STORED_QUERIES,
          DESCRIBE_STORED_QUERIES,
          GET_FEATURE,
          GET_PROPERTY_VALUE);

  private Operations() {}

  static Optional<String> find(String name) {
    return ALL.stream()
        .filter(one -> one.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
