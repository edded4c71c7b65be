package vn.khuxuong.space.search;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;
import vn.khuxuong.platform.database.DataRevision;
import vn.khuxuong.platform.problem.ApiProblem;

/** The day and the data revision that an answer on availability rests on. */
@Component
public class AsOf {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  /** Moves when the shape of the answers changes, so that no client keeps an old one. */
  private static final int FORMAT = 1;

  private final Clock clock;
  private final DataRevision revision;

  AsOf(Clock clock, DataRevision revision) {
    this.clock = clock;
    this.revision = revision;
  }

  /**
   * What an answer rests on.
   *
   * @param day civil date in Ho Chi Minh City
   * @param revision of the published data
   */
  public record Basis(LocalDate day, long revision) {

    /** Whether the client has this answer already; then 304 is set and nothing else is to do. */
    public boolean isKnownTo(WebRequest request) {
      return request.checkNotModified("\"" + FORMAT + "-" + revision + "-" + day + "\"");
    }
  }

  /**
   * The day asked for, or today.
   *
   * @throws vn.khuxuong.platform.problem.ProblemException for a year far from now
   */
  public Basis of(@Nullable LocalDate on) {
    LocalDate day = on == null ? LocalDate.now(clock) : on;
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      throw ApiProblem.BAD_PARAMETER
          .with("Ngày nằm ngoài khoảng dữ liệu.", "The date is outside the data.")
          .field("on")
          .remedy(
              "Chọn ngày từ năm " + FIRST_YEAR + " đến năm " + LAST_YEAR + ".",
              "Choose a day between " + FIRST_YEAR + " and " + LAST_YEAR + ".");
    }
    return new Basis(day, revision.current());
  }
}
