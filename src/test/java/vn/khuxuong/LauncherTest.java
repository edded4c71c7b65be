package vn.khuxuong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher says when it cannot go on: one line, exit 2. */
class LauncherTest {
  private static final Path LAUNCHER = Path.of("khu").toAbsolutePath();

  @TempDir private Path folder;

  private record Outcome(int exitCode, String out, String err) {}

  private static Outcome run(Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("/bin/sh", LAUNCHER.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), out, err);
  }

  private Path program(String name, String script) throws IOException {
    Path program = folder.resolve("bin").resolve(name);
    Files.createDirectories(program.getParent());
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }

  private static void saysOneLine(Outcome outcome, String... parts) {
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(outcome.err()).startsWith("khu: ").contains(parts);
  }

  @Test
  void helpNamesEveryCommand() throws Exception {
    Outcome help = run(Map.of(), "--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("serve", "test", "allocate", "check", "user", "KHU_DB_URL");
    assertThat(run(Map.of()).exitCode()).as("no command at all").isEqualTo(2);
  }

  @Test
  void anUnknownCommandIsRefused() throws Exception {
    saysOneLine(run(Map.of(), "frobnicate"), "unknown command frobnicate", "--help");
  }

  @Test
  void aMissingJavaIsNamedWithItsRemedy() throws Exception {
    saysOneLine(
        run(Map.of("JAVA_HOME", "/nonexistent"), "serve"), "no Java found", "apt-get install");
  }

  @Test
  void anOldJavaIsRefused() throws Exception {
    Path java = program("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
    saysOneLine(
        run(Map.of("JAVA_HOME", java.getParent().getParent().toString()), "serve"),
        "Java 11 is too old");
  }

  @Test
  void aFullDiskIsNoticedBeforeTheBuild() throws Exception {
    Path copy = folder.resolve("checkout");
    Files.createDirectories(copy.resolve("src/main"));
    Files.writeString(copy.resolve("pom.xml"), "<project/>");
    Files.copy(LAUNCHER, copy.resolve("khu"));
    program("df", "printf 'Filesystem 1M-blocks Used Available\\n/dev/x 10 9 1 90%% /\\n'");
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", copy.resolve("khu").toString(), "serve");
    builder.environment().merge("PATH", "", (path, none) -> folder.resolve("bin") + ":" + path);
    builder.environment().put("KHU_DB_URL", "jdbc:postgresql://localhost:1/none");
    Process process = builder.start();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(err).startsWith("khu: only ").contains("MB of disk left");
    assertThat(err.lines()).hasSize(1);
  }
}
