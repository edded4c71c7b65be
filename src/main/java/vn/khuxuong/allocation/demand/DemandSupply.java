package vn.khuxuong.allocation.demand;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What applications ask for against what is free, in m² of the bays. An application counts with the
 * smallest area that it takes.
 *
 * @param basis POOL for eligible applications and claims as they stand, FROZEN for the input of a
 *     closed round
 * @param askedM2 sum of the smallest areas
 * @param upToM2 sum of the largest areas
 * @param freeM2 rentable m² that nobody claims from the reference month on
 * @param dimensions the same sums by classes
 */
public record DemandSupply(
    String basis,
    int applications,
    long askedM2,
    long upToM2,
    long freeM2,
    List<Dimension> dimensions) {

  public DemandSupply {
    dimensions = List.copyOf(dimensions);
  }

  /**
   * By what applications and floors are told apart. {@code LOAD} (kN/m²) and {@code HEIGHT} (m):
   * the classes are those of the floors, and an application is in the lowest that suffices; {@code
   * HAZARD}: a floor counts in every class that it admits; {@code ZONE}: by first choice.
   */
  public enum Kind {
    LOAD,
    HEIGHT,
    HAZARD,
    ZONE
  }

  /** Classes in rising order; {@code freeM2} of hazards add up to more than there is. */
  public record Dimension(Kind of, List<Cell> classes) {
    public Dimension {
      classes = List.copyOf(classes);
    }
  }

  /**
   * One class.
   *
   * @param name number, hazard class or code of a zone; null for what no free floor offers, and for
   *     applications that name no zone
   * @param askedFromM2 m² asked for in this and all higher classes; null where classes have no
   *     order
   * @param freeFromM2 likewise what is free there
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Cell(
      @Nullable String name,
      int applications,
      long askedM2,
      long upToM2,
      long freeM2,
      @Nullable Long askedFromM2,
      @Nullable Long freeFromM2) {}
}
