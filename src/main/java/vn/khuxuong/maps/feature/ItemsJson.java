package vn.khuxuong.maps.feature;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.maps.encoding.JsonFeatures;
import vn.khuxuong.maps.encoding.Utf8Out;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.query.Cursor;
import vn.khuxuong.maps.query.FeatureQuery;
import vn.khuxuong.maps.query.FeatureRow;
import vn.khuxuong.maps.query.Features;
import vn.khuxuong.maps.query.PageOutput;
import vn.khuxuong.maps.query.StreamGate;

/**
 * Pages of features as JSON. The features come first and what is known only after the last of them,
 * their number and the next page, comes behind.
 */
@Component
class ItemsJson {

  private final Features features;
  private final ItemStore store;
  private final StreamGate gate;
  private final JsonMapper json;

  ItemsJson(Features features, ItemStore store, StreamGate gate, JsonMapper json) {
    this.features = features;
    this.store = store;
    this.gate = gate;
    this.json = json;
  }

  /** A page on its way. */
  private final class Page {
    private final Visit visit;
    private final FeatureQuery query;
    private final Instant changedAt;
    private final HttpServletResponse response;
    private final PageOutput output;
    private final Utf8Out out;
    private final JsonFeatures writer;
    private final String mediaType;
    private long returned;
    private @Nullable Cursor next;

    Page(Visit visit, FeatureQuery query, Instant changedAt, HttpServletResponse response) {
      this.visit = visit;
      this.query = query;
      this.changedAt = changedAt;
      this.response = response;
      this.output = new PageOutput(this::open, gate);
      this.out = new Utf8Out(output);
      this.mediaType = visit.format() == Format.JSON ? Link.GEO_JSON : visit.format().mediaType();
      this.writer = ItemStore.json(visit.format(), out, query, visit.root());
    }

    /** The next page is known by now, unless this one is too large to be held back. */
    private OutputStream open() throws IOException {
      response.setContentType(mediaType);
      Link.announce(links(), response);
      if (!output.isGrowing()) {
        response.setContentLength(output.length());
      }
      return response.getOutputStream();
    }

    private List<Link> links() {
      List<Link> links = visit.selfLinks(Link.GEO_JSON, Format.OF_FEATURES);
      if (next != null) {
        String href = visit.at(next.text(query.sort()));
        links.add(Link.of(href, "next", mediaType, visit.say("Trang sau", "Next page")));
      }
      return links;
    }

    void write(boolean hits) throws IOException {
      out.raw("{\"type\":\"FeatureCollection\"").raw(writer.collectionMembers());
      out.raw(",\"timeStamp\":\"");
      out.raw(changedAt.truncatedTo(ChronoUnit.SECONDS).toString());
      out.raw("\",\"features\":[");
      if (!hits) {
        next = features.read(query, this::feature).orElse(null);
      }
      out.raw("],\"numberReturned\":").whole(returned);
      OptionalLong matched =
          hits
              ? OptionalLong.of(features.count(query))
              : store.matched(query, returned, next != null);
      if (matched.isPresent()) {
        out.raw(",\"numberMatched\":").whole(matched.getAsLong());
      }
      List<Link> links = new ArrayList<>(links());
      links.add(collection(visit, query.layer()));
      out.raw(",\"links\":").raw(json.writeValueAsBytes(links)).raw('}').flush();
      output.close();
    }

    private void feature(FeatureRow row) throws SQLException, IOException {
      if (returned++ > 0) {
        out.raw(',');
      }
      writer.open(row);
      out.raw('}');
    }
  }

  /**
   * Writes the page that a request asks for.
   *
   * @param changedAt when the data came to be what they are: since then this page is the answer, so
   *     that is its time, and two answers of one entity tag are the same bytes
   */
  void page(Visit visit, ItemsRequest asked, Instant changedAt, HttpServletResponse response)
      throws IOException {
    Page page = new Page(visit, asked.query(), changedAt, response);
    try {
      page.write(asked.hits());
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    } finally {
      page.output.giveBack();
    }
  }

  static Link collection(Visit visit, Layer layer) {
    return Link.of(
        visit.root() + "/collections/" + layer.id(),
        "collection",
        Link.JSON,
        visit.say(layer.title()));
  }
}
