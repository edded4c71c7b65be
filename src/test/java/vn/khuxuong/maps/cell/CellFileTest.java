package vn.khuxuong.maps.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Layer;

class CellFileTest {
  private final CellFile file = new CellFile(16_000);

  @AfterEach
  void close() {
    file.close();
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Content(byte[] bytes) implements CellContent {
    @Override
    public int weight() {
      return bytes.length;
    }

    @Override
    public byte @Nullable [] packed() {
      return bytes.length == 0 ? null : bytes;
    }
  }

  private record Key(int no) implements CellKey<Content> {
    @Override
    public Layer layer() {
      throw new IllegalStateException("not asked");
    }

    @Override
    public BBox place() {
      return new BBox(Crs.CRS84, 0, 0, 1, 1);
    }

    @Override
    public Class<Content> type() {
      return Content.class;
    }

    @Override
    public Content unpack(byte[] packed) {
      return new Content(packed);
    }
  }

  private static Content content(int no, long revision, int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) (31L * no + revision));
    return new Content(bytes);
  }

  @Test
  void holdsTheNewestThatFit() {
    Random random = new Random(3);
    Deque<Integer> put = new ArrayDeque<>();
    int[] lengths = new int[2_000];
    for (int no = 0; no < lengths.length; no++) {
      lengths[no] = 1 + random.nextInt(1_000);
      file.put(new Key(no), 7, content(no, 7, lengths[no]));
      put.addFirst(no);
      int newest = 0;
      for (int earlier : put) {
        newest += lengths[earlier];
        if (newest > 16_000 - 2_000) {
          break;
        }
        CellFile.Found found = file.find(new Key(earlier));
        assertThat(found).as("%s after %s", earlier, no).isNotNull();
        assertThat(found.bytes()).isEqualTo(content(earlier, 7, lengths[earlier]).bytes());
        assertThat(found.revision()).isEqualTo(7);
      }
    }
    assertThat(file.find(new Key(0))).isNull();
    assertThat(file.count()).isLessThan(200);
  }

  @Test
  void takesTheNewerOfTwoAndForgetsOnDemand() {
    file.put(new Key(1), 1, content(1, 1, 500));
    file.put(new Key(1), 1, content(1, 9, 500)); // the same revision: nothing new
    assertThat(file.find(new Key(1)).bytes()).isEqualTo(content(1, 1, 500).bytes());
    file.put(new Key(1), 2, content(1, 2, 600));
    assertThat(file.find(new Key(1)).bytes()).isEqualTo(content(1, 2, 600).bytes());
    file.drop(new Key(1));
    assertThat(file.find(new Key(1))).isNull();
    file.put(new Key(1), 3, content(1, 3, 400));
    assertThat(file.find(new Key(1)).revision()).isEqualTo(3);
  }

  @Test
  void leavesOutWhatIsTooLargeOrNotWorthWhile() {
    file.put(new Key(1), 1, content(1, 1, 1_001));
    file.put(new Key(2), 1, content(2, 1, 0));
    assertThat(file.count()).isZero();
    CellFile none = new CellFile(0);
    none.put(new Key(1), 1, content(1, 1, 10));
    assertThat(none.find(new Key(1))).isNull();
  }

  @Test
  void goesOnAfterAnInterruptedThreadHasClosedIt() {
    file.put(new Key(1), 1, content(1, 1, 100));
    Thread.currentThread().interrupt();
    assertThat(file.find(new Key(1))).isNull();
    assertThat(Thread.interrupted()).isTrue();
    file.put(new Key(1), 1, content(1, 1, 100));
    assertThat(file.find(new Key(1)).bytes()).isEqualTo(content(1, 1, 100).bytes());
  }

  @Test
  void neverGivesOneCellForAnother() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<Integer>> found = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      Random random = new Random(t);
      found.add(
          threads.submit(
              () -> {
                int hits = 0;
                for (int i = 0; i < 20_000; i++) {
                  int no = random.nextInt(40);
                  CellFile.Found one = file.find(new Key(no));
                  if (one == null) {
                    file.put(new Key(no), 1, content(no, 1, 300 + 10 * no));
                  } else {
                    hits++;
                    assertThat(one.bytes()).isEqualTo(content(no, 1, 300 + 10 * no).bytes());
                  }
                }
                return hits;
              }));
    }
    for (Future<Integer> one : found) {
      assertThat(one.get()).isPositive();
    }
    threads.shutdown();
  }

  @Test
  void isGoneOnceClosed() {
    file.put(new Key(1), 1, content(1, 1, 100));
    file.close();
    file.put(new Key(2), 1, content(2, 1, 100));
    assertThat(file.find(new Key(1))).isNull();
    assertThat(file.find(new Key(2))).isNull();
  }
}
