package vn.khuxuong;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import vn.khuxuong.platform.CommandFailure;
import vn.khuxuong.platform.database.Database;

/** {@code khu serve}: the database, then the service, until it is stopped. */
final class ServeCommand {
  private static final String HELP =
      """
      Usage: khu serve [--port N]
      Starts the service and, unless KHU_DB_URL names a server, its own PostGIS. Ctrl-C stops both.
        --port N      port to listen on (default: KHU_PORT, else 8080)
      Environment: KHU_PORT, KHU_DATA (default .khu), KHU_DB_URL, KHU_DB_USER, KHU_DB_PASSWORD,
                   KHU_DEMO=off (no illustrative buildings and firms), KHU_BASE_URL, KHU_BASEMAP_URL,
                   KHU_SMTP_HOST, KHU_SMTP_PORT, KHU_SMTP_TLS, KHU_SMTP_USER, KHU_SMTP_PASSWORD,
                   KHU_SMTP_FROM (mails are sent only with KHU_BASE_URL too)\
      """;

  private static final int DEFAULT_PORT = 8080;
  private static final int HIGHEST_PORT = 65_535;

  private ServeCommand() {}

  /** Starts everything and returns while the service runs; 0, or 2 after --help of bad usage. */
  static int run(List<String> args, Map<String, String> environment, Path data) {
    if (args.contains("--help") || args.contains("-h")) {
      System.out.println(HELP);
      return 0;
    }
    int port = port(args, environment);
    refuseTakenPort(port);
    Database database = Database.open(environment, data);
    SpringApplication.getShutdownHandlers().add(database.stop());
    System.out.println("Database: " + database.origin());
    try {
      application(database, port).run();
    } catch (RuntimeException reported) {
      database.close();
      throw new CommandFailure("The service did not start; the lines above say why");
    }
    System.out.println("Khuxuong is ready: http://localhost:" + port + "/");
    return 0;
  }

  static SpringApplication application(Database database, int port) {
    SpringApplication application = new SpringApplication(Khuxuong.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    Map<String, Object> settings = new HashMap<>();
    settings.put("server.port", port);
    settings.put("spring.datasource.url", database.url());
    settings.put("spring.datasource.username", database.user());
    settings.put("spring.datasource.password", database.password());
    application.setDefaultProperties(settings);
    return application;
  }

  private static int port(List<String> args, Map<String, String> environment) {
    String text = environment.getOrDefault("KHU_PORT", String.valueOf(DEFAULT_PORT));
    for (int i = 0; i < args.size(); i += 2) {
      if (!args.get(i).equals("--port") || i + 1 == args.size()) {
        throw new CommandFailure("Unknown or incomplete: serve " + String.join(" ", args));
      }
      text = args.get(i + 1);
    }
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > HIGHEST_PORT || text.equals("0")) {
      throw new CommandFailure("Not a port: " + text);
    }
    return Integer.parseInt(text);
  }

  private static void refuseTakenPort(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      throw new CommandFailure(
          "Port "
              + port
              + " is taken or not allowed; choose another: ./khu serve --port "
              + (port + 1));
    }
  }
}
