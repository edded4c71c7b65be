package vn.khuxuong.maps.layer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * All layers of the service, read from {@code layers/*.yaml} and looked at again when a file
 * changed, at most once a second.
 *
 * <p>At start a broken file, or one that does not fit its view, stops the service with all
 * complaints at once. Later the last good catalogue stays in use and the complaints are logged.
 */
@Component
public class LayerCatalogue {

  private static final Logger LOG = LoggerFactory.getLogger(LayerCatalogue.class);
  private static final long CHECK_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Path folder;
  private final Function<Layer, List<String>> viewCheck;
  private final AtomicLong nextCheck;
  private volatile Loaded loaded;
  private volatile String stamp;
  private volatile List<String> complaints = List.of();

  @Autowired
  LayerCatalogue(@Value("${khu.maps:maps}") Path maps, PublishedViews views) {
    this(maps.resolve("layers"), views::complaints);
  }

  /**
   * A catalogue outside the running service, for tools and tests.
   *
   * @param folder where the layer files are
   * @param viewCheck what is wrong between a layer and the database
   * @throws BrokenCatalogueException with every complaint
   */
  public LayerCatalogue(Path folder, Function<Layer, List<String>> viewCheck) {
    this.folder = folder;
    this.viewCheck = viewCheck;
    this.stamp = stamp();
    this.loaded = load();
    this.nextCheck = new AtomicLong(System.nanoTime() + CHECK_NANOS);
  }

  private record Loaded(List<Layer> layers, Map<String, Layer> byId, String version) {}

  /**
   * The layer of that id, if anybody may know of it.
   *
   * @throws vn.khuxuong.platform.problem.ProblemException {@link MapsProblem#UNKNOWN_LAYER}
   */
  public Layer get(String id) {
    return get(id, Set.of());
  }

  /**
   * The layer of that id as somebody may see it: without the fields kept from them. One they may
   * not know of is as unknown as one that is not there.
   *
   * @param roles role names without prefix; empty for the anonymous public
   * @throws vn.khuxuong.platform.problem.ProblemException {@link MapsProblem#UNKNOWN_LAYER}
   */
  public Layer get(String id, Set<String> roles) {
    return find(id, roles)
        .orElseThrow(
            () ->
                MapsProblem.UNKNOWN_LAYER.with(
                    "Không có lớp dữ liệu mang tên này.", "There is no layer of this name."));
  }

  /** The layers that anybody may know of, in drawing order: the first is drawn under the others. */
  public List<Layer> layers() {
    return layers(Set.of());
  }

  /**
   * The layers that somebody may know of, in drawing order, each as they may see it.
   *
   * @param roles role names without prefix; empty for the anonymous public
   */
  public List<Layer> layers(Set<String> roles) {
    return current().layers.stream()
        .filter(layer -> layer.isFor(roles))
        .map(layer -> layer.visibleTo(roles))
        .toList();
  }

  /** The layer of that id, if there is one and anybody may know of it. */
  public Optional<Layer> find(String id) {
    return find(id, Set.of());
  }

  /** As {@link #get(String, Set)}; empty where that throws. */
  public Optional<Layer> find(String id, Set<String> roles) {
    return Optional.ofNullable(current().byId.get(id))
        .filter(layer -> layer.isFor(roles))
        .map(layer -> layer.visibleTo(roles));
  }

  /** Changes whenever any layer file changed its content; the same in all instances. */
  public String version() {
    return current().version;
  }

  /** Why the files as they are now are not in use; empty when they are. */
  public List<String> complaints() {
    current();
    return complaints;
  }

  private Loaded current() {
    long now = System.nanoTime();
    long due = nextCheck.get();
    if (now - due >= 0 && nextCheck.compareAndSet(due, now + CHECK_NANOS)) {
      reloadWhenChanged();
    }
    return loaded;
  }

  private void reloadWhenChanged() {
    try {
      String seen = stamp();
      if (seen.equals(stamp)) {
        return;
      }
      stamp = seen;
      loaded = load();
      complaints = List.of();
      LOG.info("Layer catalogue read again: {} layers", loaded.layers.size());
    } catch (BrokenCatalogueException e) {
      complaints = e.complaints();
      LOG.error("The last good layer catalogue stays in use. {}", e.getMessage());
    } catch (UncheckedIOException | DataAccessException e) {
      stamp = ""; // nothing is known against the files: look again at the next check
      LOG.warn("The last good layer catalogue stays in use for now. {}", e.getMessage());
    }
  }

  private Loaded load() {
    List<String> complaints = new ArrayList<>();
    Map<String, Layer> byId = new LinkedHashMap<>();
    MessageDigest digest = sha256();
    for (Path file : files()) {
      byte[] yaml = content(file);
      digest.update(yaml);
      LayerFile read = LayerFile.read(yaml);
      List<String> faults = new ArrayList<>(read.complaints());
      Layer layer = read.layer();
      if (layer != null) {
        if (byId.putIfAbsent(layer.id(), layer) != null) {
          faults.add("id: another file has the layer \"" + layer.id() + "\" already");
        }
        faults.addAll(viewCheck.apply(layer));
      }
      faults.forEach(fault -> complaints.add(file + ": " + fault));
    }
    if (byId.isEmpty() && complaints.isEmpty()) {
      complaints.add(folder + ": has no layer file (*.yaml)");
    }
    if (!complaints.isEmpty()) {
      throw new BrokenCatalogueException(complaints);
    }
    List<Layer> layers =
        byId.values().stream()
            .sorted(Comparator.comparingInt(Layer::order).thenComparing(Layer::id))
            .toList();
    return new Loaded(
        layers, Map.copyOf(byId), HexFormat.of().formatHex(digest.digest()).substring(0, 12));
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new BrokenCatalogueException(List.of(folder + ": cannot be listed: " + e.getMessage()));
    }
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** What the folder looks like from outside: changes when a file is added, removed or written. */
  private String stamp() {
    StringBuilder stamp = new StringBuilder();
    for (Path file : files()) {
      try {
        BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
        stamp.append(file.getFileName()).append('|').append(facts.lastModifiedTime());
        stamp.append('|').append(facts.size()).append('|').append(facts.fileKey()).append('\n');
      } catch (IOException e) {
        stamp.append(file.getFileName()).append("|gone\n");
      }
    }
    return stamp.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
