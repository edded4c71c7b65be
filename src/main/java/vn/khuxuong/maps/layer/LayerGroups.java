package vn.khuxuong.maps.layer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How layers stand together in lists, read from {@code groups.yaml} and looked at again when it
 * changed, at most once a second; a broken file keeps the last good groups in use.
 */
@Component
public class LayerGroups {
  private static final Logger LOG = LoggerFactory.getLogger(LayerGroups.class);
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final long CHECK_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Path file;
  private final AtomicLong nextCheck;
  private volatile FileTime stamp;
  private volatile List<Group> groups;
  private volatile List<String> complaints = List.of();

  @Autowired
  LayerGroups(@Value("${khu.maps:maps}") Path maps) {
    this.file = maps.resolve("groups.yaml");
    this.stamp = stamp();
    this.groups = read();
    this.nextCheck = new AtomicLong(System.nanoTime() + CHECK_NANOS);
  }

  /**
   * The groups of a file outside the running service, for tools and tests.
   *
   * @param maps the folder that holds {@code groups.yaml}
   * @throws BrokenCatalogueException with every complaint
   */
  public static LayerGroups in(Path maps) {
    return new LayerGroups(maps);
  }

  /**
   * Layers that stand together.
   *
   * @param id name by which all may be asked for at once
   * @param layerIds in no order of meaning; some may not exist
   */
  public record Group(String id, Text title, List<String> layerIds) {
    public Group {
      Layer.requireIdentifier(id);
      layerIds = List.copyOf(layerIds);
    }
  }

  /** All groups in the order of the file. */
  public List<Group> all() {
    long now = System.nanoTime();
    long due = nextCheck.get();
    if (now - due >= 0 && nextCheck.compareAndSet(due, now + CHECK_NANOS)) {
      reloadWhenChanged();
    }
    return groups;
  }

  /** Why the file as it is now is not in use; empty when it is. */
  public List<String> complaints() {
    all();
    return complaints;
  }

  /** The group of that name, if there is one. */
  public Optional<Group> find(String id) {
    return all().stream().filter(group -> group.id().equals(id)).findFirst();
  }

  private void reloadWhenChanged() {
    FileTime seen = stamp();
    if (seen.equals(stamp)) {
      return;
    }
    stamp = seen;
    try {
      groups = read();
      complaints = List.of();
      LOG.info("Groups of layers read again: {}", groups.size());
    } catch (BrokenCatalogueException e) {
      complaints = e.complaints();
      LOG.error("The last good groups of layers stay in use. {}", e.getMessage());
    }
  }

  private FileTime stamp() {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException absent) {
      return FileTime.fromMillis(0);
    }
  }

  /** No file means no groups. */
  private List<Group> read() {
    if (!Files.exists(file)) {
      return List.of();
    }
    JsonNode root;
    try {
      root = YAML.readTree(Files.readAllBytes(file));
    } catch (IOException | JacksonException e) {
      throw new BrokenCatalogueException(List.of(file + ": cannot be read: " + e.getMessage()));
    }
    List<String> complaints = new ArrayList<>();
    List<Group> read = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    Entry entry = Entry.root(root, complaints);
    for (Entry part : entry.parts("groups")) {
      String id = part.identifier("id");
      Text title = part.text("title");
      Set<String> layers = part.words("layers");
      part.refuseUnread();
      for (String layer : layers) {
        if (!taken.add(layer)) {
          part.complain("layers", "name \"" + layer + "\" in another group as well");
        }
      }
      if (id != null && title != null) {
        read.add(new Group(id, title, List.copyOf(layers)));
      }
    }
    entry.refuseUnread();
    if (!complaints.isEmpty()) {
      throw new BrokenCatalogueException(complaints.stream().map(c -> file + ": " + c).toList());
    }
    return List.copyOf(read);
  }
}
