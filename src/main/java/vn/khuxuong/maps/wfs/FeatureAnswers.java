package vn.khuxuong.maps.wfs;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.filter.Filter;
import vn.khuxuong.maps.filter.Filters;
import vn.khuxuong.maps.filter.Operand;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.query.FeatureQuery;
import vn.khuxuong.maps.query.FeatureQuery.Start;
import vn.khuxuong.maps.query.Features;

/** Answers checked requests for features, row by row as the database gives them. */
@Component
class FeatureAnswers {
  private final Features features;

  FeatureAnswers(Features features) {
    this.features = features;
  }

  /**
   * What an answer says of itself before its first feature.
   *
   * @param matched features that fit, empty where there are too many to count
   * @param returned features in the answer
   * @param next where the next page is, null on the last one
   * @param previous where the page before is, null on the first one
   */
  record Head(
      Instant made,
      OptionalLong matched,
      long returned,
      @Nullable String next,
      @Nullable String previous) {
    String numberMatched() {
      return matched.isPresent() ? String.valueOf(matched.getAsLong()) : "unknown";
    }
  }

  /**
   * Counts what fits.
   *
   * @param changedAt when the data came to be what they are, which is the time of the answer: so
   *     two answers of one entity tag are the same bytes
   * @param self the address of the request, for links to other pages; null for none
   */
  Head head(FeatureRequest request, Instant changedAt, @Nullable PageLinks self) {
    FeatureQuery query = query(request);
    Instant made = changedAt.truncatedTo(ChronoUnit.SECONDS);
    if (request.hits()) {
      return new Head(made, OptionalLong.of(features.count(query)), 0, null, null);
    }
    OptionalLong matched = features.countIfFew(query);
    long end = (long) request.start() + request.count();
    if (matched.isEmpty() && end > Features.MOST_COUNTED) {
      matched = OptionalLong.of(features.count(query));
    }
    long all = matched.orElse(Long.MAX_VALUE);
    long returned = Math.max(0, Math.min(request.count(), all - request.start()));
    boolean more = end < all && request.count() > 0;
    boolean follows = end <= FeatureRequest.MAX_START;
    return new Head(
        made,
        matched,
        returned,
        self == null || !more || !follows ? null : self.next(request),
        self == null || request.start() == 0 ? null : self.previous(request));
  }

  /** Writes the answer. */
  void write(FeatureRequest request, Head head, String root, OutputStream out) throws IOException {
    FeatureQuery query = query(request);
    if (request.output() == Output.GEOJSON && request.valueReference() == null) {
      GeoJsonAnswer answer = new GeoJsonAnswer(request, head, out);
      if (!request.hits()) {
        features.read(query, answer::feature);
      }
      answer.end(); // only an answer that is whole has an end
      return;
    }
    GmlAnswer answer = new GmlAnswer(request, head, root, out);
    if (request.single()) {
      features.read(query, answer::document);
    } else {
      answer.begin();
      if (!request.hits()) {
        features.read(query, answer::member);
      }
    }
    answer.end();
  }

  private static FeatureQuery query(FeatureRequest request) {
    Layer layer = request.layer();
    List<Field> fields = request.fields();
    boolean shaped = request.shaped();
    Filter filter = request.filter();
    String value = request.valueReference();
    if (value != null) {
      fields = layer.field(value).map(List::of).orElse(List.of());
      shaped = fields.isEmpty();
      List<Filter> both = new ArrayList<>();
      both.add(filter);
      both.add(new Filter.Not(isAbsent(fields)));
      filter = Filters.all(both);
    }
    return new FeatureQuery(
        layer,
        filter,
        null,
        null,
        request.sort(),
        fields,
        shaped,
        request.srs().crs(),
        request.start() == 0 ? new Start.First() : new Start.Offset(request.start()),
        request.count());
  }

  private static Filter isAbsent(List<Field> fields) {
    return fields.isEmpty()
        ? new Filter.NoShape()
        : new Filter.IsNull(new Operand.Property(fields.get(0).name(), fields.get(0).type()));
  }
}
