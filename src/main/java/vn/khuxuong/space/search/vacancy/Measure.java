package vn.khuxuong.space.search.vacancy;

import vn.khuxuong.space.search.vacancy.Filter.Subject;

/** A figure that every row has. */
enum Measure {
  LOAD_KN_M2("load", Subject.LOAD, false) {
    @Override
    double of(ZoneIndex zone, Period period, int row) {
      return zone.floorAt(row).loadKnM2();
    }
  },
  POINT_LOAD_KN("pointLoad", Subject.OTHER, false) {
    @Override
    double of(ZoneIndex zone, Period period, int row) {
      return zone.floorAt(row).pointLoadKn();
    }
  },
  CLEAR_HEIGHT_M("height", Subject.OTHER, false) {
    @Override
    double of(ZoneIndex zone, Period period, int row) {
      return zone.floorAt(row).clearHeightM();
    }
  },
  LEVEL("floorMin", Subject.LEVEL, false) {
    @Override
    double of(ZoneIndex zone, Period period, int row) {
      return zone.floorAt(row).level();
    }
  },
  RENT_USD("rentMaxUsd", Subject.OTHER, false) {
    @Override
    double of(ZoneIndex zone, Period period, int row) {
      return zone.floorAt(row).rentUsdM2Month();
    }
  },
  RENT_VND("rentMaxVnd", Subject.OTHER, false) {
    @Override
    double of(ZoneIndex zone, Period period, int row) {
      return zone.floorAt(row).rentVndM2Month();
    }
  },
  POWER_LEFT_KVA("power", Subject.OTHER, true) {
    @Override
    double of(ZoneIndex zone, Period period, int row) {
      return period.powerLeftKva(row);
    }
  },
  WASTEWATER_LEFT_M3_DAY("wastewater", Subject.OTHER, true) {
    @Override
    double of(ZoneIndex zone, Period period, int row) {
      return period.wastewaterLeftM3Day(row);
    }
  };

  private final String parameter;
  private final Subject subject;
  private final boolean dependsOnDays;

  Measure(String parameter, Subject subject, boolean dependsOnDays) {
    this.parameter = parameter;
    this.subject = subject;
    this.dependsOnDays = dependsOnDays;
  }

  /** The parameter that asks for it; of a level, the lowest. */
  String parameter() {
    return parameter;
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
