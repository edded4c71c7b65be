package vn.khuxuong.maps.cell;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import jakarta.annotation.PreDestroy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import vn.khuxuong.maps.layer.Editions;

/**
 * Cells lately used, bounded by their bytes ({@code khu.map-features-size}; 0 keeps none). Those
 * the heap has no room for go to a file ({@code khu.map-features-file}, its most bytes; 0 for
 * none). A cell is good as long as the journal tells of no change of its layer in its place, so
 * what comes from cells is what the database would answer.
 */
@Component
public class KeptCells {
  private final Cache<CellKey<?>, Kept> cells;
  private final CellFile file;
  private final Editions editions;
  private final boolean isOn;

  public KeptCells(
      @Value("${khu.map-features-size:64MB}") DataSize size,
      @Value("${khu.map-features-file:1GB}") DataSize fileSize,
      Editions editions) {
    this.file = new CellFile(fileSize.toBytes());
    this.cells =
        Caffeine.newBuilder()
            .maximumWeight(size.toBytes())
            .weigher((CellKey<?> key, Kept kept) -> kept.weight())
            .removalListener(this::layAside)
            .executor(Runnable::run)
            .build();
    this.editions = editions;
    this.isOn = size.toBytes() > 0;
  }

  /**
   * How far the data were when a cell was asked for. Take it before reading: what is read is then
   * at least as new.
   *
   * @param revision last change in the cell's place
   * @param latest last change of all
   */
  public record Moment(long revision, long latest) {}

  private static final class Kept {
    private static final int OVERHEAD = 300;

    private final long revision;
    private final CellContent content;

    /** The newest revision of all that is known to have changed nothing here. */
    private volatile long checked;

    Kept(Moment moment, CellContent content) {
      this.revision = moment.revision();
      this.checked = moment.latest();
      this.content = content;
    }

    int weight() {
      return OVERHEAD + content.weight();
    }
  }

  private void layAside(@Nullable CellKey<?> key, @Nullable Kept kept, RemovalCause cause) {
    if (key != null && kept != null && cause == RemovalCause.SIZE) {
      file.put(key, kept.revision, kept.content);
    }
  }

  @PreDestroy
  void close() {
    file.close();
  }

  /** Whether anything is kept at all. */
  public boolean isOn() {
    return isOn;
  }

  /** How many cells lie in the file. */
  public int laidAside() {
    return file.count();
  }

  /** The last change of the data, for {@link #find} of several cells at one moment. */
  public long latest() {
    return editions.current().revision();
  }

  /**
   * What is kept under a name and still good; null for nothing.
   *
   * @param latest the last change of the data, of now
   */
  public <V extends CellContent> @Nullable V find(CellKey<V> key, long latest) {
    Kept kept = cells.getIfPresent(key);
    if (kept == null) {
      return fromFile(key, latest);
    }
    if (kept.checked != latest) {
      if (revision(key) != kept.revision) {
        return null;
      }
      kept.checked = latest;
    }
    return key.type().cast(kept.content);
  }

  private <V extends CellContent> @Nullable V fromFile(CellKey<V> key, long latest) {
    CellFile.Found found = file.find(key);
    if (found == null) {
      return null;
    }
    if (revision(key) != found.revision()) {
      file.drop(key);
      return null;
    }
    V content = key.unpack(found.bytes());
    keep(key, new Moment(found.revision(), latest), content);
    return content;
  }

  /** The moment before a cell is read. */
  public Moment before(CellKey<?> key, long latest) {
    return new Moment(revision(key), latest);
  }

  /** Keeps what was read. */
  public <V extends CellContent> void keep(CellKey<V> key, Moment before, V content) {
    cells.put(key, new Kept(before, content));
  }

  private long revision(CellKey<?> key) {
    return editions.of(List.of(key.layer()), key.place()).revision();
  }
}
