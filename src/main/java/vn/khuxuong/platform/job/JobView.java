package vn.khuxuong.platform.job;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as clients see it.
 *
 * @param state QUEUED, RUNNING, DONE, FAILED or CANCELLED
 * @param done units done
 * @param total units in all, or null where that is not known
 * @param detail figures of the kind of job, JSON
 */
public record JobView(
    UUID id,
    String kind,
    String state,
    long done,
    @Nullable Long total,
    String messageVi,
    String messageEn,
    @JsonRawValue String detail,
    OffsetDateTime submittedAt,
    @Nullable OffsetDateTime startedAt,
    @Nullable OffsetDateTime finishedAt) {

  /** Whether nothing more will happen. */
  public boolean ended() {
    return !state.equals("QUEUED") && !state.equals("RUNNING");
  }
}
