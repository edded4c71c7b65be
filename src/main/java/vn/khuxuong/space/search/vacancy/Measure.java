package vn.khuxuong.space.search.vacancy;

import vn.khuxuong.space.search.vacancy.Filter.Subject;

/** A figure that every row has. */
enum Measure {
  LOAD_KN_M2(Subject.LOAD, false) {
    @Override
    double of(ZoneIndex zone, Period period, int row) {
      return zone.floorAt(row).loadKnM2();
    }
  },
  POINT_LOAD_KN(Subject.OTHER, false) {
    @Override
    double of(ZoneIndex zone, Period period, int row) {
      return zone.floorAt(row).pointLoadKn();
    }
  },
  CLEAR_HEIGHT_M(Subject.OTHER, false) {
    @Override
    double of(ZoneIndex zone, Period period, int row) {
      return zone.floorAt(row).clearHeightM();
    }
  },
  LEVEL(Subject.LEVEL, false) {
    @Override
    double of(ZoneIndex zone, Period period, int row) {
      return zone.floorAt(row).level();
    }
  },
  RENT_USD(Subject.OTHER, false) {
    @Override
    double of(ZoneIndex zone, Period period, int row) {
      return zone.floorAt(row).rentUsdM2Month();
    }
  },
  RENT_VND(Subject.OTHER, false) {
    @Override
    double of(ZoneIndex zone, Period period, int row) {
      return zone.floorAt(row).rentVndM2Month();
    }
  },
  POWER_LEFT_KVA(Subject.OTHER, true) {
    @Override
    double of(ZoneIndex zone, Period period, int row) {
      return period.powerLeftKva(row);
    }
  },
  WASTEWATER_LEFT_M3_DAY(Subject.OTHER, true) {
    @Override
    double of(ZoneIndex zone, Period period, int row) {
      return period.wastewaterLeftM3Day(row);
    }
  };

  private final Subject subject;
  private final boolean dependsOnDays;

  Measure(Subject subject, boolean dependsOnDays) {
    this.subject = subject;
    this.dependsOnDays = dependsOnDays;
  }

  Subject subject() {
    return subject;
  }

  boolean dependsOnDays() {
    return dependsOnDays;
  }

  /** The figure of a row. */
  abstract double of(ZoneIndex zone, Period period, int row);
}
