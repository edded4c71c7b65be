package vn.khuxuong.zoning.exchange;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * {@code ogr2ogr} and {@code ogrinfo} of the distribution, locked up: as an unprivileged user where
 * we are root, without network where the system lets us, without all drivers but those asked for,
 * with limits of memory, time and file size. They copy coordinates and never transform them: left
 * to itself PROJ takes VN-2000 to WGS 84 by EPSG:5194, 0.8 m off.
 */
final class Gdal {
  private static final int LINE_BYTES = 40_000_000;
  private static final String MEMORY_BYTES = "2000000000";
  private static final String FILE_BYTES = "600000000";
  private static final Pattern DRIVER = Pattern.compile("^ {2}(.+?) -[a-z]", Pattern.MULTILINE);
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("PATH", "/usr/local/bin:/usr/bin:/bin"),
          Map.entry("LC_ALL", "C.UTF-8"),
          Map.entry("PROJ_NETWORK", "OFF"),
          Map.entry("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", ".none"),
          Map.entry("GDAL_HTTP_MAX_RETRY", "0"),
          Map.entry("GDAL_PAM_ENABLED", "NO"),
          Map.entry("OGR_SQLITE_PRAGMA", "trusted_schema=0"),
          Map.entry("SHAPE_RESTORE_SHX", "YES"),
          Map.entry("DXF_INCLUDE_RAW_CODE_VALUES", "TRUE"),
          Map.entry("DXF_INLINE_BLOCKS", "FALSE"),
          Map.entry("DXF_WRITE_HATCH", "NO"));

  /** Takes one line of output. */
  interface Line {
    void take(byte[] utf8) throws IOException;
  }

  private static @Nullable List<String> cage;
  private static @Nullable Set<String> drivers;

  private final Workspace workspace;
  private final BooleanSupplier cancelled;
  private final Duration patience;

  Gdal(Workspace workspace, Duration patience, BooleanSupplier cancelled) {
    this.workspace = workspace;
    this.patience = patience;
    this.cancelled = cancelled;
  }

  /** Whether the distribution's programs are there. */
  static boolean isInstalled() {
    return !drivers().isEmpty();
  }

  /**
   * Runs one program and hands out what it prints, line by line.
   *
   * @param allowed names of the drivers it may use
   * @throws ProblemException where the program failed, took too long or was cancelled
   */
  void run(Set<String> allowed, Line output, String program, String... arguments)
      throws IOException {
    if (!isInstalled()) {
      throw new IllegalStateException("ogr2ogr is missing; install gdal-bin");
    }
    workspace.handOver();
    List<String> line = new ArrayList<>(cage());
    line.add("--cpu=" + patience.toSeconds());
    line.add(program);
    line.addAll(List.of(arguments));
    Path errors = Files.createTempFile(workspace.folder(), "messages", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(workspace.folder().toFile())
            .redirectError(errors.toFile());
    builder.environment().clear();
    builder.environment().putAll(SETTINGS);
    builder.environment().put("CPL_TMPDIR", workspace.folder().toString());
    builder.environment().put("GDAL_SKIP", skipped(allowed));
    Process process = builder.start();
    Watch watch = new Watch(process);
    try {
      process.getOutputStream().close();
      try {
        readLines(process.getInputStream(), output);
      } catch (IOException e) {
        watch.refuse(); // a killed process closes its pipe
        throw e;
      }
      int code = process.waitFor();
      watch.refuse();
      if (code != 0) {
        throw failed(code, errors);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelledByPerson();
    } finally {
      process.destroyForcibly();
      watch.thread.interrupt();
      Files.deleteIfExists(errors);
    }
  }

  private static void readLines(InputStream input, Line output) throws IOException {
    InputStream in = new BufferedInputStream(input, 1 << 16);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        output.take(line.toByteArray());
        line.reset();
      } else {
        line.write(b);
        if (line.size() > LINE_BYTES) {
          throw BadFile.tooManyVertices(ImportLimits.standard().vertices());
        }
      }
    }
    if (line.size() > 0) {
      output.take(line.toByteArray());
    }
  }

  private static ProblemException failed(int code, Path errors) throws IOException {
    String said = firstError(errors);
    boolean killed = code > 128;
    return (killed ? BadFile.TOO_SLOW : BadFile.BROKEN)
        .with(
            killed
                ? "Đọc tệp tốn quá nhiều bộ nhớ hoặc thời gian nên đã dừng."
                : "Không đọc được tệp: tệp hỏng hoặc không đúng định dạng." + said,
            killed
                ? "Reading the file took too much memory or time and was stopped."
                : "The file cannot be read: it is broken or of another format." + said)
        .remedy(
            "Hãy mở và lưu lại tệp bằng phần mềm vẽ rồi thử lại.",
            "Open the file in a drawing program, save it anew and try again.");
  }

  /** The program's own words without its paths. */
  private static String firstError(Path errors) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(errors)) {
      head = in.readNBytes(8000);
    }
    return new String(head, StandardCharsets.UTF_8)
        .lines()
        .filter(l -> l.startsWith("ERROR"))
        .findFirst()
        .map(l -> l.replaceAll("\\S*" + Workspace.PREFIX + "[^/]*/?", "").replaceAll("\\p{C}", ""))
        .map(l -> " (" + (l.length() > 160 ? l.substring(0, 160) + "…" : l) + ")")
        .orElse("");
  }

  private static ProblemException cancelledByPerson() {
    return BadFile.CANCELLED.with("Việc nhập đã bị hủy.", "The import was cancelled.");
  }

  /** Ends the program when it takes too long or somebody cancels. */
  private final class Watch {
    private final Thread thread;
    private volatile @Nullable ProblemException reason;

    Watch(Process process) {
      thread = new Thread(() -> watch(process), "khu-gdal-watch");
      thread.setDaemon(true);
      thread.start();
    }

    private void watch(Process process) {
      long end = System.nanoTime() + patience.toNanos();
      try {
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
          if (cancelled.getAsBoolean()) {
            reason = cancelledByPerson();
          } else if (System.nanoTime() > end) {
            reason =
                BadFile.TOO_SLOW.with(
                    "Đọc tệp quá " + patience.toSeconds() + " giây nên đã dừng.",
                    "Reading the file took more than "
                        + patience.toSeconds()
                        + " seconds and was stopped.");
          } else {
            continue;
          }
          process.destroyForcibly();
          return;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    void refuse() {
      ProblemException why = reason;
      if (why != null) {
        throw why;
      }
    }
  }

  private static String skipped(Set<String> allowed) {
    return String.join(",", drivers().stream().filter(name -> !allowed.contains(name)).toList());
  }

  private static synchronized Set<String> drivers() {
    if (drivers == null) {
      String list = said(List.of("ogrinfo", "--formats"));
      Matcher each = DRIVER.matcher(list);
      drivers = Set.copyOf(each.results().map(found -> found.group(1)).distinct().toList());
    }
    return drivers;
  }

  /** The words in front of the program: no network, no privileges, limits. */
  private static synchronized List<String> cage() {
    if (cage == null) {
      List<String> words = new ArrayList<>();
      List<String> offline =
          Workspace.ROOT ? List.of("unshare", "--net") : List.of("unshare", "--user", "--net");
      if (succeeds(offline)) {
        words.addAll(offline);
      }
      if (Workspace.ROOT) {
        words.addAll(List.of("setpriv", "--reuid", Workspace.UNPRIVILEGED, "--regid", "nogroup"));
        words.addAll(List.of("--clear-groups", "--no-new-privs"));
      } else if (succeeds(List.of("setpriv", "--no-new-privs"))) {
        words.addAll(List.of("setpriv", "--no-new-privs"));
      }
      words.addAll(List.of("prlimit", "--core=0", "--nofile=64", "--as=" + MEMORY_BYTES));
      words.add("--fsize=" + FILE_BYTES);
      cage = List.copyOf(words);
    }
    return cage;
  }

  private static boolean succeeds(List<String> words) {
    List<String> line = new ArrayList<>(words);
    line.add("true");
    try {
      Process process =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String said(List<String> line) {
    try {
      Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
      try (InputStream in = process.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      return "";
    }
  }
}
