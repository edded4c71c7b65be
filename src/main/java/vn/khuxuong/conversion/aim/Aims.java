package vn.khuxuong.conversion.aim;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.conversion.aim.AimJson.Sector;
import vn.khuxuong.conversion.aim.AimJson.Share;
import vn.khuxuong.conversion.aim.AimStore.Land;
import vn.khuxuong.conversion.aim.AimStore.Target;

/** Tells what a zone is to become and how far it is. */
@Component
public class Aims {
  private static final double EPSILON = 1e-9;

  private final AimStore store;

  Aims(AimStore store) {
    this.store = store;
  }

  /** Everything that is in force for a zone today. */
  @Transactional(readOnly = true)
  public AimJson of(String zone) {
    return new AimJson(
        store.sectors(zone),
        store.ecoTests(zone),
        shares(store.targets(zone), store.land(zone).orElse(null)),
        store.milestones(zone),
        store.responsibles(zone),
        store.upcomingSectors(zone),
        store.versions(zone));
  }

  /** The sectors of a zone that count today. */
  @Transactional(readOnly = true)
  public List<Sector> sectors(String zone) {
    return store.sectors(zone);
  }

  /**
   * What a zone says of a line of business: the longest code that begins the firm's decides.
   *
   * @param vsic the firm's code
   */
  public static Optional<Sector> of(List<Sector> sectors, String vsic) {
    return sectors.stream()
        .filter(sector -> vsic.startsWith(sector.vsic()))
        .max(Comparator.comparingInt(sector -> sector.vsic().length()));
  }

  /** Shares of gross area against their targets; unknown where a part is. */
  static List<Share> shares(List<Target> targets, @Nullable Land land) {
    return targets.stream().map(target -> share(target, land)).toList();
  }

  private static Share share(Target target, @Nullable Land land) {
    Double areaHa = land == null ? null : area(target.code(), land);
    Double nowPct =
        areaHa == null || land == null ? null : (Double) (100 * areaHa / land.grossHa());
    String status =
        nowPct == null ? "UNKNOWN" : nowPct + EPSILON >= target.targetPct() ? "MET" : "NOT_MET";
    return new Share(
        target.code(),
        target.nameVi(),
        target.nameEn(),
        target.targetPct(),
        target.validFrom(),
        target.own(),
        rounded(nowPct),
        rounded(areaHa),
        status,
        land == null ? "NONE" : land.basis(),
        land == null ? null : land.sourceVi(),
        land == null ? null : land.sourceEn(),
        target.sourceVi(),
        target.sourceEn(),
        target.sourceStatus());
  }

  private static @Nullable Double area(String code, Land land) {
    return switch (code) {
      case "GREEN" -> land.greenHa();
      case "ROAD" -> land.roadHa();
      case "TECH" -> land.techHa();
      default -> sum(land.greenHa(), land.roadHa(), land.techHa());
    };
  }

  private static @Nullable Double sum(
      @Nullable Double green, @Nullable Double road, @Nullable Double tech) {
    return green == null || road == null || tech == null ? null : (Double) (green + road + tech);
  }

  private static @Nullable Double rounded(@Nullable Double value) {
    return value == null ? null : (Double) (Math.rint(value * 100) / 100);
  }
}
