package vn.khuxuong.allocation.lottery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The published script with which anybody repeats a draw of lots. */
public final class LotScript {
  private LotScript() {}

  /** Exit code, and all that was written. */
  public record Outcome(int exit, String out) {}

  /** Runs it on an answer of {@code GET /api/v1/rounds/{id}/lot}. */
  public static Outcome run(String lot) throws IOException, InterruptedException {
    Path file = Files.createTempFile("lot", ".json");
    Files.writeString(file, lot);
    Process process =
        new ProcessBuilder("python3", "src/docs/lot-order.py")
            .redirectInput(file.toFile())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    Files.delete(file);
    return new Outcome(exit, out);
  }

  /** Whether this machine can run it. */
  public static boolean runsHere() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
