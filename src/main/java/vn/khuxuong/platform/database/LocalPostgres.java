package vn.khuxuong.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.CommandFailure;

/**
 * The private PostGIS cluster of one data folder: on a free loopback port, with a random password,
 * run as an unprivileged user when this process is root. A lock on the folder belongs to the
 * process that runs the cluster; a server left behind by a killed process is stopped in order and
 * started again, so PostgreSQL's own recovery brings back what was committed. Nothing is ever
 * wiped.
 */
final class LocalPostgres {
  private static final String USER = "khuxuong";
  private static final String UNPRIVILEGED = "postgres";
  private static final int START_SECONDS = 300;

  /** How hard the cluster holds on to committed data. */
  enum Durability {
    /** An ordinary production server. */
    FULL("-c shared_buffers=256MB"),
    /** Faster, for tests: a crash of the machine may lose the cluster. */
    NONE("-c shared_buffers=256MB -c fsync=off -c synchronous_commit=off -c full_page_writes=off");

    private final String options;

    Durability(String options) {
      this.options = options;
    }
  }

  private final Path data;
  private final Path cluster;
  private final boolean asOther;

  private LocalPostgres(Path data) {
    this.data = data;
    this.asOther = "root".equals(System.getProperty("user.name"));
    this.cluster = clusterFolder();
  }

  /**
   * Starts the cluster of a data folder, making it first where there is none.
   *
   * @throws CommandFailure if another process runs it, or PostgreSQL is missing or will not start
   */
  static Database start(Path data, Durability durability) {
    createFolder(data);
    FileLock lock = lock(data);
    LocalPostgres postgres = new LocalPostgres(data.toAbsolutePath().normalize());
    PostgresBinaries binaries = postgres.binaries();
    Properties secret = postgres.secret();
    if (postgres.madeWith().isEmpty()) {
      postgres.initialise(binaries, secret.getProperty("password"));
    }
    postgres.stopOrphan(binaries);
    int port = freePort();
    postgres.launch(binaries, port, durability);
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    Database server = postgres.database(url, secret, binaries, lock);
    postgres.createDatabase(server);
    secret.setProperty("url", "jdbc:postgresql://127.0.0.1:" + port + "/" + USER);
    postgres.save(secret);
    return postgres.database(secret.getProperty("url"), secret, binaries, lock);
  }

  /**
   * Reaches the cluster of a data folder from a second process, or starts it for the time of the
   * command where no service runs.
   */
  static Database join(Path data) {
    Path secretFile = data.resolve("pg.properties");
    if (Files.exists(secretFile)) {
      Properties secret = read(secretFile);
      Database running =
          new Database(
              secret.getProperty("url", ""),
              USER,
              secret.getProperty("password", ""),
              "local cluster of the running service",
              () -> {});
      if (!running.url().isEmpty() && running.answers()) {
        return running;
      }
    }
    return start(data, Durability.FULL);
  }

  private Database database(
      String url, Properties secret, PostgresBinaries binaries, FileLock lock) {
    return new Database(
        url,
        USER,
        secret.getProperty("password"),
        "local PostgreSQL " + binaries.major() + " in " + cluster,
        () -> stop(binaries, lock));
  }

  private PostgresBinaries binaries() {
    Optional<Integer> made = madeWith();
    Optional<PostgresBinaries> found =
        made.isPresent()
            ? PostgresBinaries.of(made.get())
            : PostgresBinaries.installed().stream().findFirst();
    return found.orElseThrow(
        () ->
            new CommandFailure(
                made.isPresent()
                    ? "The data in "
                        + cluster
                        + " was made with PostgreSQL "
                        + made.get()
                        + ", which is not installed with PostGIS. Install: apt-get install postgresql-"
                        + made.get()
                        + "-postgis-3"
                    : "PostgreSQL "
                        + PostgresBinaries.OLDEST
                        + " or newer with PostGIS is not installed. Install: apt-get install postgresql-15-postgis-3"));
  }

  private Optional<Integer> madeWith() {
    Run version = as("cat", cluster.resolve("PG_VERSION").toString());
    return version.ok() ? Optional.of(Integer.parseInt(version.text().strip())) : Optional.empty();
  }

  /**
   * Under the data folder where the cluster's user can get there; otherwise (a checkout below a
   * home that is closed to others) under /var/lib/khuxuong, one folder per checkout.
   */
  private Path clusterFolder() {
    Path inside = data.resolve("pg");
    if (!asOther || as("test", "-x", data.toString()).ok()) {
      return inside;
    }
    String key = Integer.toHexString(data.toString().hashCode());
    return Path.of(System.getProperty("khu.cluster.fallback", "/var/lib/khuxuong"), "pg-" + key);
  }

  private void initialise(PostgresBinaries binaries, String password) {
    say("Making the local database in " + cluster);
    createFolder(cluster);
    if (asOther) {
      require(
          run(List.of("chown", UNPRIVILEGED + ":", cluster.toString())),
          "The user " + UNPRIVILEGED + " cannot be given " + cluster);
    }
    try {
      Path passwordFile = Files.createTempFile("khu", ".pw");
      try {
        Files.writeString(passwordFile, password);
        if (asOther) {
          run(List.of("chown", UNPRIVILEGED + ":", passwordFile.toString()));
        }
        require(
            as(
                binaries.bin().resolve("initdb").toString(),
                "-D",
                cluster.toString(),
                "-U",
                USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-instructions"),
            "The local database could not be made in " + cluster);
      } finally {
        Files.delete(passwordFile);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void launch(PostgresBinaries binaries, int port, Durability durability) {
    String options =
        "-p "
            + port
            + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=80 "
            + "-c timezone=UTC -c log_timezone=UTC -c jit=off "
            + durability.options;
    Run started =
        as(
            binaries.bin().resolve("pg_ctl").toString(),
            "-D",
            cluster.toString(),
            "-l",
            cluster.resolve("server.log").toString(),
            "-w",
            "-t",
            String.valueOf(START_SECONDS),
            "-o",
            options,
            "start");
    require(started, "PostgreSQL did not start; its log is " + cluster.resolve("server.log"));
  }

  private void stopOrphan(PostgresBinaries binaries) {
    Run pid = as("head", "-1", cluster.resolve("postmaster.pid").toString());
    if (!pid.ok() || !pid.text().strip().matches("\\d+")) {
      return;
    }
    boolean ours =
        ProcessHandle.of(Long.parseLong(pid.text().strip()))
            .flatMap(p -> p.info().commandLine())
            .map(line -> line.contains(cluster.toString()))
            .orElse(false);
    if (ours) {
      say("Found the database of a process that was killed; recovering it");
      control(binaries, "stop");
    }
  }

  private void createDatabase(Database server) {
    try (Connection connection = server.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("select 1 from pg_database where datname = '" + USER + "'")) {
      if (!found.next()) {
        try (Statement create = connection.createStatement()) {
          create.execute("create database " + USER + " template template0");
        }
      }
    } catch (SQLException e) {
      throw new CommandFailure(
          "The local database does not let us in ("
              + e.getSQLState()
              + "); its password is in "
              + data.resolve("pg.properties"));
    }
  }

  private void stop(PostgresBinaries binaries, FileLock lock) {
    control(binaries, "stop");
    try {
      lock.acquiredBy().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void control(PostgresBinaries binaries, String verb) {
    as(
        binaries.bin().resolve("pg_ctl").toString(),
        "-D",
        cluster.toString(),
        "-m",
        "fast",
        "-w",
        "-t",
        "60",
        verb);
  }

  private Properties secret() {
    Path file = data.resolve("pg.properties");
    if (Files.exists(file)) {
      return read(file);
    }
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    Properties secret = new Properties();
    secret.setProperty("password", Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    save(secret);
    return secret;
  }

  private void save(Properties secret) {
    Path file = data.resolve("pg.properties");
    try {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      StringBuilder lines = new StringBuilder();
      secret.forEach((key, value) -> lines.append(key).append('=').append(value).append('\n'));
      Files.writeString(file, lines);
    } catch (IOException e) {
      throw new CommandFailure("Cannot write " + file + ": " + e.getMessage());
    }
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new CommandFailure("Cannot read " + file + ": " + e.getMessage());
    }
    return properties;
  }

  private static FileLock lock(Path data) {
    try {
      FileChannel channel =
          FileChannel.open(
              data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new CommandFailure(
            "Another khu process is using "
                + data
                + ". Stop it first, or give this one its own folder with KHU_DATA");
      }
      return lock;
    } catch (IOException e) {
      throw new CommandFailure("Cannot lock " + data + ": " + e.getMessage());
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static void createFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CommandFailure("Cannot make the folder " + folder + ": " + e.getMessage());
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new CommandFailure("No free loopback port: " + e.getMessage());
    }
  }

  private record Run(int exitCode, String text) {
    boolean ok() {
      return exitCode == 0;
    }
  }

  private static void require(Run run, String otherwise) {
    if (!run.ok()) {
      String reason = run.text().strip().replaceAll("\\s*\\R\\s*", " / ");
      throw new CommandFailure(otherwise + (reason.isEmpty() ? "" : ": " + reason));
    }
  }

  /** Runs a program as the cluster's user. */
  private Run as(String... command) {
    List<String> line = new ArrayList<>();
    if (asOther) {
      line.addAll(List.of("runuser", "-u", UNPRIVILEGED, "--"));
    }
    line.addAll(List.of(command));
    return run(line);
  }

  /** The output goes through a file: a server that stays would hold a pipe open for ever. */
  private static Run run(List<String> line) {
    Path output = null;
    try {
      output = Files.createTempFile("khu", ".out");
      Process process =
          new ProcessBuilder(line)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(START_SECONDS + 10L, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Run(-1, "no answer");
      }
      return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new Run(-1, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Run(-1, "interrupted");
    } finally {
      deleteQuietly(output);
    }
  }

  private static void deleteQuietly(@Nullable Path file) {
    if (file != null && !file.toFile().delete()) {
      file.toFile().deleteOnExit();
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
