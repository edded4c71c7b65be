package vn.khuxuong.space.search.alert;

import java.text.NumberFormat;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.space.search.vacancy.VacantRun;

/** Says runs in words, for mails and feeds. */
final class RunWords {
  private final Language language;

  RunWords(Language language) {
    this.language = language;
  }

  /** For example: Nhà xưởng A, KCX Tân Thuận, tầng 3, khoang 2–4. */
  String title(VacantRun run) {
    int last = run.firstBay() + run.bayCount() - 1;
    String bays = run.bayCount() == 1 ? "" + run.firstBay() : run.firstBay() + "–" + last;
    return language.choose(run.buildingVi(), run.buildingEn())
        + language.choose(", tầng ", ", floor ")
        + run.level()
        + language.choose(", khoang ", run.bayCount() == 1 ? ", bay " : ", bays ")
        + bays;
  }

  /** Area, days, load, height and rent. */
  String facts(VacantRun run) {
    return area(run.areaM2())
        + " · "
        + language.choose("trống từ ", "free from ")
        + language.date(run.freeFrom())
        + " · "
        + number(run.loadKnM2(), 2)
        + " kN/m² · "
        + language.choose("cao ", "")
        + number(run.clearHeightM(), 2)
        + language.choose(" m · ", " m clear · ")
        + number(run.rentVndM2Month(), 0)
        + language.choose(" VND/m²/tháng (", " VND/m²/month (")
        + number(run.rentUsdM2Month(), 2)
        + " USD)";
  }

  /** For example: 2 chỗ mới, 600 m². */
  String summary(int runs, double areaM2) {
    return language.choose(
        runs + " chỗ mới, " + area(areaM2),
        runs + (runs == 1 ? " new space, " : " new spaces, ") + area(areaM2));
  }

  private String area(double m2) {
    return number(m2, 0) + " m²";
  }

  private String number(double value, int digits) {
    NumberFormat format = NumberFormat.getInstance(language.locale());
    format.setMaximumFractionDigits(digits);
    return format.format(value);
  }
}
