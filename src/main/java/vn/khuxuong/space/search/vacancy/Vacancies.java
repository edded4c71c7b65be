package vn.khuxuong.space.search.vacancy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The search for free floor space, for those who ask the same question again and again. */
@Component
public class Vacancies {
  private final VacancyIndex index;
  private final Clock clock;

  Vacancies(VacancyIndex index, Clock clock) {
    this.index = index;
    this.clock = clock;
  }

  /**
   * What an answer rests on.
   *
   * @param revision of the data; everything up to it is in, and perhaps more
   * @param day today in Ho Chi Minh City
   */
  public record Basis(long revision, LocalDate day) {}

  /** All runs that satisfy a search, by zone, building, level and bay. */
  public record Found(Basis basis, List<VacantRun> runs) {
    /** Copied, so that nobody changes what was found. */
    public Found {
      runs = List.copyOf(runs);
    }

    /** m² of all runs. */
    public double areaM2() {
      return runs.stream().mapToDouble(VacantRun::areaM2).sum();
    }
  }

  /** What an answer would rest on now. */
  public Basis basis() {
    return new Basis(index.current().revision(), LocalDate.now(clock));
  }

  /**
   * The conditions of a search in their one form: checked, in fixed order, without what does not
   * change which space is found (order, paging, format, language).
   *
   * @param query as in the address of {@code /api/v1/vacancies}, without the question mark
   * @throws vn.khuxuong.platform.problem.ProblemException naming the parameter that is unknown or
   *     wrong
   */
  public String canonical(String query) {
    Map<String, String[]> asked = CanonicalQuery.parameters(query);
    QuestionReader.read(asked, index.current(), LocalDate.now(clock));
    return CanonicalQuery.text(asked);
  }

  /**
   * Everything that satisfies a search now.
   *
   * @param query canonical
   * @throws vn.khuxuong.platform.problem.ProblemException where it cannot be asked any more, such
   *     as for a zone that is gone
   */
  public Found find(String query) {
    VacancyIndex.Snapshot snapshot = index.current();
    LocalDate today = LocalDate.now(clock);
    List<VacantRun> runs = new ArrayList<>();
    rows(query, snapshot, today).each((zone, row) -> runs.add(run(zone, row, today)));
    return new Found(new Basis(snapshot.revision(), today), runs);
  }

  /**
   * How many runs {@link #find} would give, without making them: a search without conditions finds
   * a great part of all bays, and anybody may ask how many.
   *
   * @param query canonical
   * @throws vn.khuxuong.platform.problem.ProblemException as {@link #find}
   */
  public int count(String query) {
    return rows(query, index.current(), LocalDate.now(clock)).count();
  }

  private static Rows rows(String query, VacancyIndex.Snapshot snapshot, LocalDate today) {
    Question question = QuestionReader.read(CanonicalQuery.parameters(query), snapshot, today);
    return new Matches(snapshot.table(), question).all();
  }

  /** A search in words, one part for each condition. */
  public List<SearchWords.Part> words(String query) {
    return SearchWords.of(CanonicalQuery.parameters(query), index.current());
  }

  private static VacantRun run(ZoneIndex zone, int row, LocalDate today) {
    FloorSpace floor = zone.floorAt(row);
    BuildingSpace building = zone.building(row);
    Stretch stretch = zone.stretch(row);
    return new VacantRun(
        zone.zone().code(),
        zone.zone().shortName(),
        zone.zone().nameEn(),
        building.code(),
        building.nameVi(),
        building.nameEn(),
        floor.id(),
        floor.level(),
        stretch.firstBay(),
        stretch.bayCount(),
        stretch.areaM2(),
        floor.loadKnM2(),
        floor.clearHeightM(),
        floor.rentUsdM2Month(),
        floor.rentVndM2Month(),
        Days.date(Math.max(stretch.free().from(), Days.number(today))));
  }
}
