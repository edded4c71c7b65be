package vn.khuxuong.zoning.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.khuxuong.zoning.rule.RuleBook;

/** The rule book as the maps folder has it; a changed file is read without a restart. */
@Component
public class RuleBooks {
  private static final Logger log = LoggerFactory.getLogger(RuleBooks.class);
  private static final long LOOK_NANOS = 1_000_000_000;

  private final Path folder;
  private RuleBook book;
  private String seen;
  private long lookedNanos;

  RuleBooks(@Value("${khu.maps:maps}") Path maps) {
    folder = maps.resolve("rules");
    seen = fingerprint();
    book = RuleBook.read(folder);
    lookedNanos = System.nanoTime();
  }

  /** The book in use. A broken new version is told in the log and the last good one stays. */
  public synchronized RuleBook current() {
    if (System.nanoTime() - lookedNanos > LOOK_NANOS) {
      lookedNanos = System.nanoTime();
      String now = fingerprint();
      if (!now.equals(seen)) {
        seen = now;
        try {
          book = RuleBook.read(folder);
          log.info("Rule book read anew: {}", book.sha256());
        } catch (RuntimeException e) {
          log.error("The changed rule book is not used: {}", e.getMessage());
        }
      }
    }
    return book;
  }

  private String fingerprint() {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
        text.append(file.getFileName()).append(' ');
        text.append(Files.getLastModifiedTime(file)).append(' ').append(Files.size(file));
        text.append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
