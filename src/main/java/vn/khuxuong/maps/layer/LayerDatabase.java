package vn.khuxuong.maps.layer;

import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
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
  long draftingRevision() {
    return drafting.sql("select revision from drafting.revision").query(Long.class).single();
  }

  private static boolean isPublished(Collection<Layer> layers) {
    return layers.stream().allMatch(layer -> layer.schema().equals(Layer.PUBLISHED));
  }
}
