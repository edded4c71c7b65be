package vn.khuxuong.platform.time;

import java.time.ZoneId;

/** The civil calendar: every date without a time is a day in Ho Chi Minh City (UTC+7, no DST). */
public final class CivilTime {
  /** Time zone in which civil dates begin and end. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private CivilTime() {}
}
