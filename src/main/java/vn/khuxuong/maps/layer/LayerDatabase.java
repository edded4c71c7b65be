package vn.khuxuong.maps.layer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.database.DataRevision.Change;
import vn.khuxuong.platform.database.Drafting;
import vn.khuxuong.platform.database.Published;

/**
 * Which database role reads a layer: the public's role cannot read a draft, whatever a door forgets
 * to ask. Only who may know of a layer is given it by {@link LayerCatalogue}, and only with the
 * layer does a door get the connection that can read it.
 */
@Component
public class LayerDatabase {

  private final JdbcClient published;
  private final DataSource publishedSource;
  private final JdbcClient drafting;
  private final DataSource draftingSource;

  LayerDatabase(
      @Published JdbcClient published,
      @Published DataSource publishedSource,
      @Drafting JdbcClient drafting,
      @Drafting DataSource draftingSource) {
    this.published = published;
    this.publishedSource = publishedSource;
    this.drafting = drafting;
    this.draftingSource = draftingSource;
  }

  /** One source for all layers, outside the running service: for tools and measurements. */
  public static LayerDatabase of(DataSource source) {
    JdbcClient client = JdbcClient.create(source);
    return new LayerDatabase(client, source, client, source);
  }

  /** Reads the views of the layer's schema. */
  public JdbcClient client(Layer layer) {
    return client(List.of(layer));
  }

  /**
   * Reads the views of all these layers in one statement; drafts' role reads what is public too.
   */
  public JdbcClient client(Collection<Layer> layers) {
    return isPublished(layers) ? published : drafting;
  }

  /** Where {@link #client(Layer)} has its connections from, for transactions. */
  public DataSource source(Layer layer) {
    return source(List.of(layer));
  }

  /** Where {@link #client(Collection)} has its connections from. */
  public DataSource source(Collection<Layer> layers) {
    return isPublished(layers) ? publishedSource : draftingSource;
  }

  /** Moves in the transaction of every change of any plan, drawn, handed in or decided. */
  Change draftingRevision() {
    return drafting
        .sql("select revision, changed_at from drafting.revision")
        .query((row, n) -> new Change(row.getLong(1), changedAt(row)))
        .single();
  }

  private static Instant changedAt(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("changed_at", OffsetDateTime.class);
    return at == null ? Instant.EPOCH : at.toInstant();
  }

  private static boolean isPublished(Collection<Layer> layers) {
    return layers.stream().allMatch(layer -> layer.schema().equals(Layer.PUBLISHED));
  }
}
