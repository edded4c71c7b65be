package vn.khuxuong.maps.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.platform.database.Database;

/**
 * MapServer as FastCGI behind nginx, on a port of its own, over our tables with a role of its own
 * that may read what the public may. One process a core: more only queue.
 */
final class MapServerPeer implements Peer, AutoCloseable {
  private static final String ROLE = "khu_bench_" + ProcessHandle.current().pid();
  private static final String STILL = "still.txt";

  private final JdbcClient jdbc;
  private final int port = Child.freePort();
  private final List<Child> children = new ArrayList<>();

  private MapServerPeer(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Starts it.
   *
   * @param layers of the catalogue
   * @param zooms at which pictures will be asked for
   * @param folder private to this run; others may read it
   */
  static MapServerPeer start(
      Database database, List<Layer> layers, Path styles, Set<Integer> zooms, Path folder) {
    MapServerPeer peer = new MapServerPeer(JdbcClient.create(database.dataSource()));
    try {
      String connection = connection(database, peer.makeRole());
      Map<String, Path> maps = peer.writeMaps(layers, styles, zooms, folder, connection);
      peer.launch(folder, maps);
      return peer;
    } catch (IOException e) {
      peer.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      peer.close();
      throw e;
    }
  }

  private String makeRole() {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    jdbc.sql("create role " + ROLE + " login password '" + password + "' in role khu_published")
        .update();
    return password;
  }

  private static String connection(Database database, String password) {
    URI uri = URI.create(database.url().substring("jdbc:".length()));
    return String.format(
        Locale.ROOT,
        "host=%s port=%d dbname=%s user=%s password=%s",
        uri.getHost(),
        uri.getPort() < 0 ? 5432 : uri.getPort(),
        uri.getPath().substring(1),
        ROLE,
        password);
  }

  private Map<String, Path> writeMaps(
      List<Layer> layers, Path styles, Set<Integer> zooms, Path folder, String connection)
      throws IOException {
    for (String font : List.of("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")) {
      try (InputStream in = MapServerPeer.class.getResourceAsStream("/fonts/" + font)) {
        Files.copy(in, folder.resolve(font));
      }
    }
    Files.writeString(
        folder.resolve("fonts.list"),
        "plain "
            + folder.resolve("DejaVuSans.ttf")
            + "\nbold "
            + folder.resolve("DejaVuSans-Bold.ttf")
            + "\n");
    Map<String, Path> maps = new TreeMap<>();
    for (int zoom : zooms) {
      List<String> drawn = Mix.layers(zoom);
      List<Layer> wanted = layers.stream().filter(layer -> drawn.contains(layer.id())).toList();
      MapFile file = new MapFile(jdbc, styles, connection, new MapSymbols(folder));
      maps.put("z" + zoom, folder.resolve("z" + zoom + ".map"));
      Files.writeString(
          folder.resolve("z" + zoom + ".map"), file.picture(wanted, Places.styleZoom(zoom)));
    }
    maps.put("data", folder.resolve("data.map"));
    Files.writeString(
        folder.resolve("data.map"),
        new MapFile(jdbc, styles, connection, new MapSymbols(folder)).data(layers));
    return maps;
  }

  private void launch(Path folder, Map<String, Path> maps) throws IOException {
    StringBuilder config = new StringBuilder("CONFIG\n  ENV\n    MS_MAP_PATTERN \"");
    config.append(folder).append("/.*[.]map$\"\n  END\n  MAPS\n");
    maps.forEach(
        (key, file) -> config.append("    ").append(key).append(" \"").append(file).append("\"\n"));
    Files.writeString(folder.resolve("mapserver.conf"), config.append("  END\nEND\n"));
    Files.writeString(folder.resolve(STILL), "x".repeat(1024));
    int processes = Runtime.getRuntime().availableProcessors();
    StringBuilder sockets = new StringBuilder();
    for (int i = 0; i < processes; i++) {
      Path socket = folder.resolve("mapserver-" + i + ".sock");
      sockets.append("    server unix:").append(socket).append(";\n");
      children.add(
          Child.start(
              "MapServer",
              Child.unprivileged(
                  List.of(
                      "spawn-fcgi",
                      "-n",
                      "-s",
                      socket.toString(),
                      "--",
                      program("/usr/lib/cgi-bin/mapserv", "/usr/bin/mapserv", "mapserv"))),
              Map.of("MAPSERVER_CONFIG_FILE", folder.resolve("mapserver.conf").toString()),
              folder.resolve("mapserver-" + i + ".log")));
    }
    Path nginx = folder.resolve("nginx.conf");
    Files.writeString(nginx, nginx(folder, sockets.toString()));
    Child proxy =
        Child.start(
            "nginx",
            Child.unprivileged(
                List.of(
                    program("/usr/sbin/nginx", "nginx"),
                    "-e",
                    "stderr",
                    "-p",
                    folder.toString(),
                    "-c",
                    nginx.toString())),
            Map.of(),
            folder.resolve("nginx.log"));
    children.add(proxy);
    proxy.await(this::isReady);
  }

  /** The first of these files that is there, else the last as the path finds it. */
  private static String program(String... places) {
    for (String place : places) {
      if (Files.isExecutable(Path.of(place))) {
        return place;
      }
    }
    return places[places.length - 1];
  }

  private String nginx(Path folder, String sockets) {
    return """
    daemon off;
    worker_processes 1;
    pid %1$s/nginx.pid;
    events { worker_connections 256; }
    http {
      access_log off;
      client_body_temp_path %1$s/body;
      proxy_temp_path %1$s/proxy;
      fastcgi_temp_path %1$s/fastcgi;
      uwsgi_temp_path %1$s/uwsgi;
      scgi_temp_path %1$s/scgi;
      keepalive_requests 1000000000;
      fastcgi_buffers 64 64k;
      upstream mapserver {
        least_conn;
    %2$s  }
      server {
        listen 127.0.0.1:%3$d;
        location = /%4$s { root %1$s; }
        location / {
          fastcgi_pass mapserver;
          fastcgi_param QUERY_STRING $query_string;
          fastcgi_param REQUEST_METHOD $request_method;
          fastcgi_param PATH_INFO $uri;
          fastcgi_param SCRIPT_NAME "";
          fastcgi_param SERVER_NAME localhost;
          fastcgi_param SERVER_PORT %3$d;
          fastcgi_param SERVER_PROTOCOL $server_protocol;
        }
      }
    }
    """
        .formatted(folder, sockets, port, STILL);
  }

  private boolean isReady() {
    try (Wire wire = new Wire(port)) {
      return wire.get("/?map=data&SERVICE=WMS&REQUEST=GetCapabilities").status() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** A connection that only ever gets a small file from nginx: the load's own cost. */
  Session still() {
    return new HttpPeer(port, any -> "/" + STILL);
  }

  @Override
  public String name() {
    return "MapServer";
  }

  @Override
  public boolean answers(Ask ask) {
    return true;
  }

  @Override
  public Session open() {
    return new HttpPeer(port, MapServerPeer::words);
  }

  @Override
  public Set<Long> processes() {
    Set<Long> processes = new TreeSet<>();
    for (Child child : children) {
      ProcessHandle.of(child.pid())
          .ifPresent(p -> p.descendants().forEach(d -> processes.add(d.pid())));
      processes.add(child.pid());
    }
    return processes;
  }

  private static String words(Ask ask) {
    if (ask instanceof Ask.Map map) {
      return "/?map=z"
          + map.zoom()
          + "&REQUEST=GetMap&FORMAT=image/png&TRANSPARENT=TRUE&"
          + OurService.wms(map);
    }
    if (ask instanceof Ask.Info info) {
      return String.format(
          Locale.ROOT,
          "/?map=data&REQUEST=GetFeatureInfo&QUERY_LAYERS=%s&INFO_FORMAT=application/vnd.ogc.gml&"
              + "FEATURE_COUNT=10&I=%d&J=%d&%s",
          String.join(",", info.map().layers()),
          info.column(),
          info.row(),
          OurService.wms(info.map()));
    }
    if (ask instanceof Ask.Page page) {
      return String.format(
          Locale.ROOT,
          "/data/ogcapi/collections/%s_items/items?f=json&limit=%d&bbox=%s",
          page.layer(),
          page.limit(),
          OurService.numbers(page.box()));
    }
    Ask.Tile tile = (Ask.Tile) ask;
    return String.format(
        Locale.ROOT,
        "/?map=data&mode=tile&tilemode=gmap&map.imagetype=mvt&layers=%s&tile=%d+%d+%d",
        String.join("+", tile.layers()),
        tile.address().x(),
        tile.address().y(),
        tile.address().z());
  }

  @Override
  public void close() {
    children.forEach(Child::close);
    children.clear();
    jdbc.sql("drop role if exists " + ROLE).update();
  }
}
