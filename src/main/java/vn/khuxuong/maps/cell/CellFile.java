package vn.khuxuong.maps.cell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cells that the heap has no room for, in an unnamed temporary file of a bounded size: what is
 * written goes round in it, over what was written longest ago. To read a cell again from there
 * takes the operating system's memory instead of the heap's, and no question to the database. A
 * disk that fails or is full turns it off, which costs time and nothing else. Safe for several
 * threads.
 */
final class CellFile {
  private static final Logger LOG = LoggerFactory.getLogger(CellFile.class);

  /** A cell that takes more than this share of the file would push out too many others. */
  private static final int LEAST_CELLS = 16;

  private final long size;
  private final Map<CellKey<?>, Place> places = new HashMap<>();

  /** Those in the file, the one written longest ago first; some are no longer named. */
  private final ArrayDeque<Place> written = new ArrayDeque<>();

  private @Nullable FileChannel file;
  private boolean isOff;
  private long end;
  private long turn;

  /**
   * @param size most bytes of the file; 0 keeps nothing
   */
  CellFile(long size) {
    this.size = size;
    this.isOff = size <= 0;
  }

  /**
   * Where a cell lies.
   *
   * @param turn how many were written before it, so that no two are equal
   */
  private record Place(CellKey<?> key, long from, int length, long revision, long turn) {}

  /**
   * What was read.
   *
   * @param revision last change in the cell's place when it was read from the database
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Found(byte[] bytes, long revision) {}

  /** Lays a cell aside, unless it lies there already as of this revision. */
  void put(CellKey<?> key, long revision, CellContent content) {
    if (isOff() || has(key, revision)) {
      return;
    }
    byte[] bytes = content.packed();
    if (bytes != null && bytes.length <= size / LEAST_CELLS) {
      write(key, revision, bytes);
    }
  }

  private synchronized boolean isOff() {
    return isOff;
  }

  private synchronized boolean has(CellKey<?> key, long revision) {
    Place place = places.get(key);
    return place != null && place.revision() == revision;
  }

  private synchronized void write(CellKey<?> key, long revision, byte[] bytes) {
    if (isOff) {
      return;
    }
    if (end + bytes.length > size) {
      forget(end, size);
      end = 0;
    }
    forget(end, end + bytes.length);
    FileChannel open = open();
    if (open == null) {
      return;
    }
    try {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        open.write(left, end + left.position());
      }
    } catch (IOException e) {
      lost(open, e);
      return;
    }
    Place place = new Place(key, end, bytes.length, revision, turn++);
    places.put(key, place);
    written.add(place);
    end += bytes.length;
  }

  /** Gives up all that lies in a part of the file; it is what was written longest ago. */
  private void forget(long from, long to) {
    while (!written.isEmpty()) {
      Place oldest = written.getFirst();
      if (oldest.from() < from || oldest.from() >= to) {
        return;
      }
      written.removeFirst();
      places.remove(oldest.key(), oldest);
    }
  }

  private @Nullable FileChannel open() {
    if (file == null) {
      try {
        Path path = Files.createTempFile("khuxuong-", ".cells");
        file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Files.delete(path); // nothing is left of it even if the service is killed
      } catch (IOException e) {
        LOG.warn("Cells of maps cannot be laid aside in a file: {}", e.toString());
        isOff = true;
      }
    }
    return file;
  }

  /** Begins anew where an interrupted thread has closed the file, else turns it off. */
  private synchronized void lost(FileChannel broken, IOException e) {
    if (broken != file) {
      return; // somebody has seen it before
    }
    isOff = !(e instanceof ClosedChannelException);
    if (isOff) {
      LOG.warn("Cells of maps are no longer laid aside in a file: {}", e.toString());
    }
    empty();
  }

  private void empty() {
    places.clear();
    written.clear();
    end = 0;
    FileChannel open = file;
    file = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        LOG.debug("A file of cells was not closed", e);
      }
    }
  }

  /** A cell that was laid aside; null if there is none, or no longer. */
  @Nullable Found find(CellKey<?> key) {
    FileChannel open;
    Place place;
    synchronized (this) {
      place = places.get(key);
      open = file;
    }
    if (place == null || open == null) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.allocate(place.length());
    try {
      while (bytes.hasRemaining()) {
        if (open.read(bytes, place.from() + bytes.position()) < 0) {
          throw new IOException("the file ends too early");
        }
      }
    } catch (IOException e) {
      lost(open, e);
      return null;
    }
    synchronized (this) {
      // While it was read, others may have written there.
      return place.equals(places.get(key)) ? new Found(bytes.array(), place.revision()) : null;
    }
  }

  /** How many cells lie in it. */
  synchronized int count() {
    return places.size();
  }

  /** Forgets a cell that is no longer good. */
  synchronized void drop(CellKey<?> key) {
    places.remove(key);
  }

  /** Closes the file, with which it is gone. */
  synchronized void close() {
    isOff = true;
    empty();
  }
}
