package vn.khuxuong.zoning.rule;

/**
 * A kind of measurement a rule file can name, with the parameters the file gives it. Measuring is a
 * pure function of the facts.
 */
sealed interface Check
    permits LandShare,
        PlotDensity,
        DensityByHeight,
        FloorAreaRatio,
        IsolationStrip,
        PhaseArea,
        Term {

  /** Areas are judged to one square metre: coordinates are stored to 0.1 mm only. */
  double AREA_TOLERANCE_M2 = 1;

  Measure measure(PlanFacts facts);

  /** Names of the checks in rule files. */
  enum Kind {
    LAND_SHARE,
    PLOT_DENSITY,
    DENSITY_BY_HEIGHT,
    FLOOR_AREA_RATIO,
    ISOLATION_STRIP,
    PHASE_AREA,
    ZONE_TERM,
    PLAN_TERM;

    Check read(Entry parameters) {
      return switch (this) {
        case LAND_SHARE -> LandShare.read(parameters);
        case PLOT_DENSITY -> PlotDensity.read(parameters);
        case DENSITY_BY_HEIGHT -> DensityByHeight.read(parameters);
        case FLOOR_AREA_RATIO -> FloorAreaRatio.read(parameters);
        case ISOLATION_STRIP -> IsolationStrip.read(parameters);
        case PHASE_AREA -> PhaseArea.read(parameters);
        case ZONE_TERM -> Term.readZone(parameters);
        case PLAN_TERM -> Term.readPlan(parameters);
      };
    }
  }
}
