package vn.khuxuong.platform.job;

import tools.jackson.databind.JsonNode;

/**
 * What a module does for one kind of job. A handler may be run again after a crash: it resumes or
 * starts over.
 */
public interface JobHandler {

  /** The kind of job it runs, for example {@code allocation.solve}. */
  String kind();

  /**
   * Does the work. An exception marks the job failed; returning after {@link Job#cancelled()} has
   * become true marks it cancelled.
   */
  void run(Job job, JsonNode parameters) throws Exception;
}
