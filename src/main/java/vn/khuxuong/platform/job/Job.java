package vn.khuxuong.platform.job;

import java.util.Map;
import java.util.UUID;

/** A running job as its handler sees it. */
public interface Job {

  /** The job's identifier. */
  UUID id();

  /** Whether somebody asked to stop; handlers look at it often and then return. */
  boolean cancelled();

  /**
   * Says how far the work is; written at most four times a second.
   *
   * @param done units done so far
   * @param total units in all, or 0 where that is not known
   * @param messageVi what is being done, in Vietnamese
   * @param messageEn the same in English
   * @param detail figures to show beside it; must be something JSON can hold
   */
  void progress(long done, long total, String messageVi, String messageEn, Map<String, ?> detail);
}
