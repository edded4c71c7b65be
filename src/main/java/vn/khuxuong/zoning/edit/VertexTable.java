package vn.khuxuong.zoning.edit;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import vn.khuxuong.zoning.Zone;

/**
 * A table of coordinates typed or pasted from a drawing: point number, X, Y and length, of which
 * only X and Y must be there, in columns parted by tabs, semicolons, spaces or commas. Numbers may
 * have a decimal comma or point and thousands parted. Vietnamese drawings write X for north and Y
 * for east.
 */
public final class VertexTable {
  private static final int MAX_LINES = 200_000;

  /** Projected ordinates in Vietnam are larger, point numbers and lengths smaller. */
  private static final double LEAST_ORDINATE_M = 50_000;

  private static final Pattern PLAIN = Pattern.compile("[0-9]+(?:[.,][0-9]+)?");
  private static final Pattern GROUPED =
      Pattern.compile("[0-9]{1,3}(?:(?<g>[., ])[0-9]{3})(?:\\k<g>[0-9]{3})*(?:[.,][0-9]+)?");
  private static final Pattern ONE_GROUP = Pattern.compile("[1-9][0-9]{2},[0-9]{3}");
  private static final Pattern NORTH =
      Pattern.compile("(?<!\\p{L})(?:x|n|bắc|north|northing)(?!\\p{L})");
  private static final Pattern EAST =
      Pattern.compile("(?<!\\p{L})(?:y|e|đông|east|easting)(?!\\p{L})");

  /** Two ordinates as they stand in the table. */
  record Row(int line, double first, double second) {}

  /**
   * A line that is neither a vertex nor a heading.
   *
   * @param line from 1
   */
  public record BadLine(int line, String text, String vi, String en) {}

  private final List<Row> rows;
  private final List<BadLine> badLines;
  private final @Nullable Axes heading;

  private VertexTable(List<Row> rows, List<BadLine> badLines, @Nullable Axes heading) {
    this.rows = List.copyOf(rows);
    this.badLines = List.copyOf(badLines);
    this.heading = heading;
  }

  /** Reads whatever is there; what cannot be understood is in {@link #badLines}. */
  public static VertexTable read(String text) {
    String[] lines = Normalizer.normalize(text, Normalizer.Form.NFC).split("\\R", MAX_LINES + 1);
    List<Row> rows = new ArrayList<>();
    List<BadLine> bad = new ArrayList<>();
    Axes heading = null;
    for (int i = 0; i < Math.min(lines.length, MAX_LINES); i++) {
      String line = lines[i].replace('\u00a0', ' ').strip();
      if (line.isEmpty()) {
        continue;
      }
      Row row = row(i + 1, line);
      if (row != null) {
        rows.add(row);
      } else if (isHeading(line)) {
        heading = heading == null ? axes(line) : heading;
      } else {
        bad.add(badLine(i + 1, line));
      }
    }
    if (lines.length > MAX_LINES) {
      bad.add(badLine(MAX_LINES + 1, "…"));
    }
    if (rows.isEmpty() && bad.isEmpty()) {
      bad.add(badLine(1, ""));
    }
    return new VertexTable(rows, bad, heading);
  }

  private static BadLine badLine(int number, String line) {
    String shown = ShapeJson.shown(line);
    return new BadLine(
        number,
        shown,
        "Dòng " + number + ": không đọc được hai tọa độ (“" + shown + "”).",
        "Line " + number + ": no two coordinates can be read (“" + shown + "”).");
  }

  private static @Nullable Row row(int number, String line) {
    List<Double> values = new ArrayList<>();
    for (String cell : cells(line)) {
      values.add(number(cell).orElse(Double.NaN));
    }
    for (int i = 0; i + 1 < values.size() && i < 3; i++) {
      if (values.get(i) >= LEAST_ORDINATE_M && values.get(i + 1) >= LEAST_ORDINATE_M) {
        return new Row(number, values.get(i), values.get(i + 1));
      }
    }
    return null;
  }

  private static List<String> cells(String line) {
    for (String separator : List.of("\t", ";", "|")) {
      if (line.contains(separator)) {
        return split(line, Pattern.quote(separator));
      }
    }
    List<String> words = split(line, "\\s+");
    if (words.size() > 1 || !line.contains(",")) {
      return words;
    }
    List<String> pieces = split(line, ",");
    if (line.contains(".") || pieces.size() < 4) {
      return pieces;
    }
    // decimal commas in a table parted by commas: 1194465,039,592754,678
    List<String> joined = new ArrayList<>(pieces.subList(0, pieces.size() % 2));
    for (int i = pieces.size() % 2; i + 1 < pieces.size(); i += 2) {
      joined.add(pieces.get(i) + "," + pieces.get(i + 1));
    }
    return joined;
  }

  private static List<String> split(String line, String separator) {
    List<String> cells = new ArrayList<>();
    for (String cell : line.split(separator, -1)) {
      String clean = cell.strip().replaceAll("^[\"']|[\"',]+$", "").strip();
      if (!clean.isEmpty()) {
        cells.add(clean);
      }
    }
    return cells;
  }

  private static OptionalDouble number(String cell) {
    String text = cell.replaceAll("(?i)\\s*m$", "");
    if (text.length() > 30) {
      return OptionalDouble.empty();
    }
    if (PLAIN.matcher(text).matches() && !ONE_GROUP.matcher(text).matches()) {
      return OptionalDouble.of(Double.parseDouble(text.replace(',', '.')));
    }
    Matcher grouped = GROUPED.matcher(text);
    if (!grouped.matches()) {
      return OptionalDouble.empty();
    }
    String plain = text.replace(grouped.group("g"), "").replace(',', '.');
    return OptionalDouble.of(Double.parseDouble(plain));
  }

  private static boolean isHeading(String line) {
    boolean hasOrdinate =
        cells(line).stream().anyMatch(c -> number(c).orElse(0) >= LEAST_ORDINATE_M);
    return !hasOrdinate && line.chars().anyMatch(Character::isLetter);
  }

  private static @Nullable Axes axes(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    Matcher north = NORTH.matcher(lower);
    Matcher east = EAST.matcher(lower);
    if (!north.find() || !east.find()) {
      return null;
    }
    return north.start() < east.start() ? Axes.NE : Axes.EN;
  }

  /** Lines that were not understood, in order. */
  public List<BadLine> badLines() {
    return badLines;
  }

  /** How many vertices there are, a repeated first one included. */
  public int size() {
    return rows.size();
  }

  /** Order of the axes by the words of the heading; empty where there is none. */
  public Optional<Axes> heading() {
    return Optional.ofNullable(heading);
  }

  /** Whether the last vertex repeats the first. */
  public boolean isClosed() {
    List<Coordinate> all = vertices(Axes.EN);
    return all.size() > 3 && all.get(0).distance(all.get(all.size() - 1)) <= Fabric.TOUCH_M;
  }

  /** Positions as east, north in the CRS of the table, if its axes are these. */
  public List<Coordinate> vertices(Axes axes) {
    return rows.stream()
        .map(
            row ->
                axes == Axes.EN
                    ? new Coordinate(row.first(), row.second())
                    : new Coordinate(row.second(), row.first()))
        .toList();
  }

  /**
   * What the table may mean for a zone, likeliest first: every projected VN-2000 system and both
   * orders of the axes are tried. A person confirms one by sending its CRS and axes.
   */
  public List<TableReading> readings(Zone zone) {
    return TableReading.of(this, zone);
  }
}
