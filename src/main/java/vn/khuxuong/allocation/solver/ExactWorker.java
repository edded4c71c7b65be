package vn.khuxuong.allocation.solver;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModelProto;
import com.google.ortools.sat.SatParameters;
import com.google.ortools.sat.SolveWrapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The child process in which CP-SAT runs, so that a crash or an appetite of its native code ends
 * this process and no other. It reads models from its standard input and writes the answers to its
 * standard output until its input ends, which it does with the parent.
 *
 * <p>On start it writes {@link #READY}. A request is two blocks, {@link SatParameters} and {@link
 * CpModelProto}; an answer is one, the solver's response. A block is a length of four bytes and so
 * many bytes.
 */
final class ExactWorker {
  /** First word of a worker whose native library is loaded. */
  static final int READY = 0x4B485531;

  /** Where the loader of OR-Tools unpacks, and the library it loads from there. */
  private static final String UNPACKED = "/ortools-java";

  private static final String LIBRARY = "/libjniortools.so";

  private ExactWorker() {}

  /**
   * Serves until the input ends.
   *
   * @param args none
   * @throws IOException when the parent has gone
   */
  public static void main(String[] args) throws IOException {
    DataOutputStream answers =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    System.setOut(System.err); // whatever anyone prints must not fall among the answers
    DataInputStream requests = new DataInputStream(new BufferedInputStream(System.in));
    Loader.loadNativeLibraries();
    removeUnpacked();
    answers.writeInt(READY);
    answers.flush();
    while (true) {
      SatParameters parameters;
      CpModelProto model;
      try {
        parameters = SatParameters.parseFrom(block(requests));
        model = CpModelProto.parseFrom(block(requests));
      } catch (EOFException end) {
        return;
      }
      SolveWrapper solver = new SolveWrapper();
      solver.setParameters(parameters);
      write(answers, solver.solve(model).toByteArray());
      solver.delete();
    }
  }

  /**
   * Removes the folder into which the libraries were unpacked, where the system tells which it is:
   * what is loaded needs its file no more, and a worker that is killed would leave 70 MB behind.
   */
  private static void removeUnpacked() throws IOException {
    Path maps = Path.of("/proc/self/maps");
    if (!Files.isReadable(maps)) {
      return;
    }
    List<Path> folders;
    try (Stream<String> lines = Files.lines(maps)) {
      folders =
          lines
              .filter(line -> line.contains(UNPACKED) && line.endsWith(LIBRARY))
              .map(line -> line.substring(line.indexOf('/')))
              .map(file -> file.substring(0, file.indexOf('/', file.indexOf(UNPACKED) + 1)))
              .map(Path::of)
              .distinct()
              .toList();
    }
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Reads one block. */
  static byte[] block(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  /** Writes one block and sees it off. */
  static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
    out.flush();
  }
}
