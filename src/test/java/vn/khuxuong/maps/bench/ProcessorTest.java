package vn.khuxuong.maps.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcessorTest {
  private static final long SELF = ProcessHandle.current().pid();

  @Test
  void processesThatBeganBetweenTwoReadingsCountWhole() {
    assertThat(Processor.between(Map.of(1L, 2.0, 2L, 5.0), Map.of(2L, 5.5, 3L, 0.25)))
        .isCloseTo(0.75, within(1e-9));
  }

  @Test
  void ownProcessHasUsedTheProcessorAndItsCompilersAShareOfIt() {
    assumeTrue(Files.isReadable(Path.of("/proc/self/stat")), "no /proc here");
    double whole = Processor.total(Set.of(SELF));
    assertThat(whole).isPositive();
    assertThat(Processor.compilerSeconds(SELF)).isPositive().isLessThanOrEqualTo(whole + 1);
    assertThat(Processor.peakMiB(SELF)).isGreaterThan(10);
  }

  @Test
  void processThatIsNotThereHasUsedNothing() {
    assertThat(Processor.seconds(Set.of(Long.MAX_VALUE))).isEmpty();
    assertThat(Processor.compilerSeconds(Long.MAX_VALUE)).isZero();
    assertThat(Processor.peakMiB(Long.MAX_VALUE)).isZero();
  }
}
