package vn.khuxuong.platform;

/** A command cannot go on: one clear line for the person at the terminal, and an exit code. */
public class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Exit code of bad usage, bad input or a machine that lacks something. */
  public static final int BAD_USAGE = 2;

  private final int exitCode;

  /** A failure with {@link #BAD_USAGE}. */
  public CommandFailure(String line) {
    this(line, BAD_USAGE);
  }

  /** A failure with its own exit code. */
  public CommandFailure(String line, int exitCode) {
    super(line);
    this.exitCode = exitCode;
  }

  /** The process's exit code. */
  public int exitCode() {
    return exitCode;
  }
}
