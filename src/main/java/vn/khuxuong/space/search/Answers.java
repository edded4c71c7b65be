package vn.khuxuong.space.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Recent answers by what was asked and what they rest on. The data revision is part of the key, so
 * a change by any instance is seen at once and nothing has to be thrown away by hand.
 */
@Component
public class Answers {
  private static final int MOST = 500;

  private record Key(AsOf.Basis basis, Object question) {}

  private final Cache<Key, Object> recent = Caffeine.newBuilder().maximumSize(MOST).build();

  /**
   * The answer to a question, worked out if it is not at hand.
   *
   * @param question a value that equals every other asking for the same, of a type of the asker's
   * @param answer must always be of the same type for questions of one type
   */
  @SuppressWarnings("unchecked")
  public <T> T get(AsOf.Basis basis, Object question, Supplier<T> answer) {
    return (T) recent.get(new Key(basis, question), key -> answer.get());
  }
}
