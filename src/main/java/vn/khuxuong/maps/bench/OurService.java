package vn.khuxuong.maps.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.TileAddress;
import vn.khuxuong.platform.database.Database;

/** Our service in a process of its own, over the database that the others read as well. */
final class OurService implements Peer, AutoCloseable {
  private final String name;
  private final int port;
  private final String role;
  private final Child child;

  private OurService(String name, String role, int port, Child child) {
    this.name = name;
    this.role = role;
    this.port = port;
    this.child = child;
  }

  /** What it may keep from one request to the next. */
  enum Keeps {
    /** Nothing: each answer comes from the database. */
    NOTHING,
    /** What maps and tiles are made from, but no finished ones. */
    FEATURES,
    /** Finished tiles, too, as usual. */
    TILES
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @param heap of its JVM, as -Xmx has it
   */
  static OurService start(
      String name, Database database, Path maps, Path folder, String heap, Keeps keeps) {
    int port = Child.freePort();
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(
        List.of(
            "-Xmx" + heap,
            "-XX:+UseG1GC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            "vn.khuxuong.Khuxuong",
            "serve",
            "--port",
            String.valueOf(port)));
    Map<String, String> environment = new HashMap<>();
    environment.put("KHU_DB_URL", database.url());
    environment.put("KHU_DB_USER", database.user());
    environment.put("KHU_DB_PASSWORD", database.password());
    environment.put("KHU_MAPS", maps.toString());
    environment.put("KHU_DEMO", "off");
    if (keeps != Keeps.TILES) {
      environment.put("KHU_TILES_CACHESIZE", "0B");
    }
    if (keeps == Keeps.NOTHING) {
      environment.put("KHU_MAPFEATURESSIZE", "0B");
    }
    Child child =
        Child.start(
            "our service", command, environment, folder.resolve(name.replace(' ', '-') + ".log"));
    OurService service = new OurService(name, database.user(), port, child);
    try {
      child.await(service::isReady);
    } catch (RuntimeException e) {
      child.close();
      throw e;
    }
    return service;
  }

  private boolean isReady() {
    try (Wire wire = new Wire(port)) {
      return wire.get("/actuator/health/readiness").status() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean answers(Ask ask) {
    return true;
  }

  @Override
  public Session open() {
    return new HttpPeer(port, OurService::words);
  }

  @Override
  public String role() {
    return role;
  }

  @Override
  public Set<Long> processes() {
    return Set.of(child.pid());
  }

  boolean isAlive() {
    return child.isAlive();
  }

  int port() {
    return port;
  }

  static String words(Ask ask) {
    if (ask instanceof Ask.Map map) {
      return "/wms?REQUEST=GetMap&FORMAT=image/png&TRANSPARENT=TRUE&" + wms(map);
    }
    if (ask instanceof Ask.Info info) {
      // MapServer has no tolerance for areas; where nothing lies under the pixel ours looks beside
      // it
      return String.format(
          Locale.ROOT,
          "/wms?REQUEST=GetFeatureInfo&QUERY_LAYERS=%s&INFO_FORMAT=application/json&"
              + "FEATURE_COUNT=10&BUFFER=0&I=%d&J=%d&%s",
          String.join(",", info.map().layers()),
          info.column(),
          info.row(),
          wms(info.map()));
    }
    if (ask instanceof Ask.Page page) {
      return String.format(
          Locale.ROOT,
          "/ogc/collections/%s/items?f=json&limit=%d&bbox=%s",
          page.layer(),
          page.limit(),
          numbers(page.box()));
    }
    if (ask instanceof Ask.Picture picture) {
      return tile(picture.layers(), picture.address(), "png");
    }
    Ask.Tile tile = (Ask.Tile) ask;
    return tile(tile.layers(), tile.address(), "mvt");
  }

  private static String tile(List<String> layers, TileAddress address, String ending) {
    return String.format(
        Locale.ROOT,
        "/tiles/%s/%d/%d/%d.%s",
        String.join(",", layers),
        address.z(),
        address.x(),
        address.y(),
        ending);
  }

  /** What a GetMap request says of layers, box and size, in both servers' words. */
  static String wms(Ask.Map map) {
    return String.format(
        Locale.ROOT,
        "SERVICE=WMS&VERSION=1.3.0&LAYERS=%s&STYLES=&CRS=EPSG:3857&BBOX=%s&WIDTH=%d&HEIGHT=%d",
        String.join(",", map.layers()),
        numbers(map.box()),
        map.width(),
        map.height());
  }

  static String numbers(BBox box) {
    return box.minX() + "," + box.minY() + "," + box.maxX() + "," + box.maxY();
  }

  @Override
  public void close() {
    child.close();
  }
}
