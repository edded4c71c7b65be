package vn.khuxuong.space.search.vacancy;

/**
 * A figure that must not be below, or above, a limit.
 *
 * @param field parameter it comes from
 * @param least whether the limit is the least that will do, else the most
 */
record Bound(String field, Measure measure, boolean least, double limit) implements Filter {

  @Override
  public String lacking() {
    return field.startsWith("machine") ? measure.parameter() : field;
  }

  @Override
  public Subject subject() {
    return measure.subject();
  }

  @Override
  public boolean dependsOnDays() {
    return measure.dependsOnDays();
  }

  @Override
  public boolean admits(ZoneIndex zone, Period period, int row) {
    double value = measure.of(zone, period, row);
    return least ? value >= limit : value <= limit;
  }

  @Override
  public double shortfall(ZoneIndex zone, Period period, int row) {
    double value = measure.of(zone, period, row);
    return Math.max(0, least ? limit - value : value - limit);
  }

  @Override
  public Object valueFor(ZoneIndex zone, Period period, int row) {
    double value = measure.of(zone, period, row);
    return measure == Measure.LEVEL ? (Object) Math.round(value) : (Object) value;
  }
}
