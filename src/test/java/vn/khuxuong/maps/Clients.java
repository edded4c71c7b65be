package vn.khuxuong.maps;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Programs that real users ask our doors with, run against the application under test. */
public final class Clients {
  private static final long SECONDS = 120;

  private Clients() {}

  /**
   * What a program prints, errors among it.
   *
   * @param what is missing where the program is not there
   */
  public static String output(String what, String... command) {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of(command[0])), () -> command[0] + " is not there: " + what);
    try {
      Path out = Files.createTempFile("client", ".txt");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      String text = Files.readString(out, UTF_8);
      Files.delete(out);
      if (!ended) {
        throw new AssertionError(List.of(command) + " did not end; it printed: " + text);
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a GDAL program prints. */
  public static String gdal(String program, String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "/usr/bin/" + program;
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return output("package gdal-bin", command);
  }

  /** What a Python script with OWSLib prints. */
  public static String owslib(String script) {
    String there =
        output("package python3", "/usr/bin/python3", "-c", "import owslib; print('there')");
    Assumptions.assumeTrue(there.contains("there"), "OWSLib is not there: package python3-owslib");
    return output("package python3", "/usr/bin/python3", "-c", script);
  }
}
