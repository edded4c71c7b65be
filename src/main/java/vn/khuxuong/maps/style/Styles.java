package vn.khuxuong.maps.style;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The styles in {@code maps/styles}: {@code subzones.json} is the default style of the layers that
 * name it, {@code subzones.dia-chinh.json} a further one called {@code dia-chinh}. Files are looked
 * at once a second at most and read again when they changed; a file that is wrong is refused with
 * everything wrong in it, and the last good content stays in use.
 */
@Component
public class Styles {
  /** What WMS calls the style of a file without a second name. */
  public static final String DEFAULT = "default";

  /** Denominator of the scale of zoom 0. */
  public static final double SCALE_AT_ZOOM_0 = 559_082_264.028;

  private static final Logger LOG = LoggerFactory.getLogger(Styles.class);
  private static final long CHECK_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final Pattern FILE =
      Pattern.compile("([a-z][a-z0-9_]{0,62}(?:\\.[a-z][a-z0-9-]{0,62})?)\\.json");

  private final Path folder;
  private final Patterns patterns = Patterns.load();
  private final AtomicLong nextCheck = new AtomicLong(System.nanoTime() + CHECK_NANOS);
  private volatile Map<String, Refused> refused = Map.of();
  private volatile Map<String, StyleFile> files;

  @Autowired
  Styles(@Value("${khu.maps:maps}") Path maps) {
    this(maps.resolve("styles"), true);
  }

  private Styles(Path folder, boolean strict) {
    this.folder = folder;
    this.files = readAll(Map.of(), new ArrayList<>());
    if (strict && !complaints().isEmpty()) {
      throw new StyleException(complaints());
    }
  }

  /**
   * The styles of a folder.
   *
   * @throws StyleException with every fault in every file
   */
  public static Styles in(Path folder) {
    return new Styles(folder, true);
  }

  /**
   * One file's content.
   *
   * @param stamp what the file looked like from outside
   * @param text as on disk
   * @param tag changes with the content
   * @param style what it says
   */
  record StyleFile(String stamp, String text, String tag, Style style) {}

  /**
   * A file that is wrong.
   *
   * @param stamp what it looked like from outside; as long as that stays it is not read again
   */
  private record Refused(String stamp, List<String> complaints) {}

  /** What is wrong with files now, so that they are not used as they are; empty if nothing is. */
  public List<String> complaints() {
    current();
    return refused.values().stream().flatMap(file -> file.complaints().stream()).toList();
  }

  /** The hatches that styles may name. */
  public Patterns patterns() {
    return patterns;
  }

  /**
   * A style.
   *
   * @param style what the layer calls its style
   * @param name {@link #DEFAULT} or the second part of a file's name
   */
  public Optional<Style> find(String style, String name) {
    return findFile(id(style, name)).map(StyleFile::style);
  }

  /** What a style is called among those of all layers: its file's name without extension. */
  public static String id(String style, String name) {
    return name.equals(DEFAULT) ? style : style + "." + name;
  }

  /** The zoom at which web maps have a scale, tiles of 256 pixels of 0.28 mm. */
  public static double zoom(double scaleDenominator) {
    return Math.log(SCALE_AT_ZOOM_0 / scaleDenominator) / Math.log(2);
  }

  /** The names of all ways to draw what has this style, the default first. */
  public List<String> names(String style) {
    List<String> names = new ArrayList<>();
    if (current().containsKey(style)) {
      names.add(DEFAULT);
    }
    String prefix = style + ".";
    current().keySet().stream()
        .filter(file -> file.startsWith(prefix))
        .forEach(file -> names.add(file.substring(prefix.length())));
    return names;
  }

  /**
   * A style's file as it is on disk.
   *
   * @param id as {@link #id} says
   */
  public Optional<String> text(String id) {
    return findFile(id).map(StyleFile::text);
  }

  /** Changes whenever any style does; the same in all instances. */
  public String version() {
    StringBuilder tags = new StringBuilder();
    current().forEach((name, file) -> tags.append(name).append(file.tag()));
    return tag(tags.toString());
  }

  /**
   * Changes whenever one of these styles does, and not with others; the same in all instances.
   *
   * @param ids as {@link #id} says; some may not exist
   */
  public String version(Collection<String> ids) {
    Map<String, StyleFile> now = current();
    StringBuilder tags = new StringBuilder();
    for (String id : new TreeSet<>(ids)) {
      StyleFile file = now.get(id);
      tags.append(id).append('=').append(file == null ? "" : file.tag()).append(' ');
    }
    return tag(tags.toString());
  }

  /** The ids of all ways to draw what has this style. */
  public List<String> ids(String style) {
    return names(style).stream().map(name -> id(style, name)).toList();
  }

  Optional<StyleFile> findFile(String file) {
    return Optional.ofNullable(current().get(file));
  }

  private Map<String, StyleFile> current() {
    long now = System.nanoTime();
    long due = nextCheck.get();
    if (now - due >= 0 && nextCheck.compareAndSet(due, now + CHECK_NANOS)) {
      reload();
    }
    return files;
  }

  /** Looks at the folder now. */
  void reload() {
    List<String> found = new ArrayList<>();
    files = readAll(files, found);
    found.forEach(line -> LOG.error("A style is refused, the last good one stays: {}", line));
  }

  /**
   * @param found takes the complaints that were not known before
   */
  private Map<String, StyleFile> readAll(Map<String, StyleFile> known, List<String> found) {
    Map<String, StyleFile> read = new TreeMap<>();
    Map<String, Refused> wrong = new TreeMap<>();
    try (Stream<Path> list = Files.list(folder)) {
      for (Path path : list.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
        String name = path.getFileName().toString();
        String id = name.substring(0, name.length() - ".json".length());
        StyleFile now = read(path, known.get(id), wrong);
        if (now != null) {
          read.put(id, now);
        }
      }
    } catch (IOException e) {
      wrong.put("", new Refused("", List.of(folder + ": cannot be listed")));
      read = known;
    }
    for (Map.Entry<String, Refused> each : wrong.entrySet()) {
      if (!each.getValue().equals(refused.get(each.getKey()))) {
        found.addAll(each.getValue().complaints());
      }
    }
    refused = Collections.unmodifiableMap(wrong);
    return read;
  }

  private @Nullable StyleFile read(
      Path path, @Nullable StyleFile before, Map<String, Refused> wrong) {
    String name = path.getFileName().toString();
    if (!FILE.matcher(name).matches()) {
      String must = name + ": must be called <style>.json or <style>.<name>.json";
      wrong.put(name, new Refused("", List.of(must)));
      return null;
    }
    String stamp = "";
    try {
      BasicFileAttributes facts = Files.readAttributes(path, BasicFileAttributes.class);
      stamp = facts.lastModifiedTime() + "|" + facts.size() + "|" + facts.fileKey();
      if (before != null && before.stamp().equals(stamp)) {
        return before;
      }
      Refused still = refused.get(name);
      if (still != null && still.stamp().equals(stamp)) {
        wrong.put(name, still);
        return before;
      }
      String text = Files.readString(path);
      Style style = StyleReader.read(text, patterns);
      if (before != null) {
        LOG.info("Style {} read again", name);
      }
      return new StyleFile(stamp, text, tag(text), style);
    } catch (StyleException e) {
      List<String> lines = e.complaints().stream().map(line -> name + " " + line).toList();
      wrong.put(name, new Refused(stamp, lines));
    } catch (IOException e) {
      wrong.put(name, new Refused(stamp, List.of(name + ": cannot be read")));
    }
    return before;
  }

  private static String tag(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
