package vn.khuxuong.allocation.solver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The problems in {@code resources/allocation}. */
final class Fixtures {
  private Fixtures() {}

  static byte[] json(String name) {
    String path = "/allocation/" + name + ".json";
    try (InputStream in = Fixtures.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Instance instance(String name) {
    return InstanceJson.read(json(name));
  }
}
