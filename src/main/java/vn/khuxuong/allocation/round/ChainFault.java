package vn.khuxuong.allocation.round;

import java.util.Map;

/**
 * Something of a round that is not as its chain recorded it.
 *
 * @param where for programs, such as {@code run 7}
 * @param what for programs, such as {@code placements was changed}
 * @param vi the same in plain words
 * @param en likewise
 */
record ChainFault(String where, String what, String vi, String en) {
  /** A noun in both languages. */
  private record Noun(String vi, String en) {}

  private static final Map<String, Noun> PLACES =
      Map.of(
          "round", new Noun("Đợt", "The round"),
          "record", new Noun("Bước số", "Step"),
          "run", new Noun("Lần giải số", "Answer"),
          "objection", new Noun("Kiến nghị số", "Objection"),
          "offers of run", new Noun("Thư mời của lần giải số", "Offers of answer"));

  private static final Map<String, Noun> THINGS =
      Map.ofEntries(
          Map.entry("criteria", new Noun("bộ tiêu chí", "the rule set")),
          Map.entry("input", new Noun("dữ liệu vào đã khóa", "the frozen input")),
          Map.entry(
              "sides", new Noun("chỉ tiêu hoặc thứ tự đơn", "quotas or the order of applications")),
          Map.entry("result", new Noun("kết quả đã lưu", "the stored result")),
          Map.entry("changes", new Noun("danh sách giữ chỗ", "the list of what had to stay")),
          Map.entry("report", new Noun("báo cáo", "the report")),
          Map.entry("placements", new Noun("chỗ đã xếp", "the placements")),
          Map.entry("reasons", new Noun("lý do", "the reasons")),
          Map.entry("outcomes", new Noun("kết quả mời thuê", "what came of the offers")),
          Map.entry("objective", new Noun("điểm", "the points")),
          Map.entry("bound", new Noun("cận trên", "the bound")),
          Map.entry("seed", new Noun("hạt giống", "the seed")),
          Map.entry("iterations", new Noun("số vòng lặp", "the iterations")),
          Map.entry("moved", new Noun("số chỗ đổi", "the number of moves")),
          Map.entry("penalty", new Noun("điểm bị trừ", "the points lost for moves")),
          Map.entry("engine", new Noun("tên bộ giải", "the name of the engine")),
          Map.entry("checker", new Noun("kết luận của bộ kiểm tra", "the verdict of the checker")),
          Map.entry("madeBy", new Noun("người làm", "who made it")),
          Map.entry("inputSha256", new Noun("mã băm dữ liệu vào", "the hash of the input")),
          Map.entry("body", new Noun("nội dung", "the text")),
          Map.entry("reply", new Noun("câu trả lời", "the answer")));

  private static ChainFault of(String where, String what, String vi, String en) {
    String kind = where.replaceFirst(" ?[0-9]+$", "");
    Noun place = PLACES.getOrDefault(kind, new Noun(kind, kind));
    String number = where.substring(kind.length());
    return new ChainFault(
        where, what, place.vi() + number + ": " + vi + ".", place.en() + number + ": " + en + ".");
  }

  /** A thing differs from what was recorded. */
  static ChainFault changed(String where, String thing) {
    Noun noun = THINGS.getOrDefault(thing, new Noun(thing, thing));
    return of(
        where,
        thing + " was changed",
        noun.vi() + " đã bị sửa sau khi ghi",
        noun.en() + " changed after being recorded");
  }

  /** A number differs from what was recorded. */
  static ChainFault number(String where, String thing, long now, long recorded) {
    Noun noun = THINGS.getOrDefault(thing, new Noun(thing, thing));
    return of(
        where,
        thing + " is " + now + ", recorded as " + recorded,
        noun.vi() + " nay là " + now + ", lúc ghi là " + recorded,
        noun.en() + " now: " + now + ", when recorded: " + recorded);
  }

  static ChainFault outOfLine(int no) {
    return of(
        "record " + no,
        "does not follow the record before",
        "không nối tiếp bước trước",
        "does not follow the step before");
  }

  static ChainFault rewritten(int no) {
    return of(
        "record " + no,
        "payload was changed",
        "nội dung đã bị sửa sau khi ghi",
        "was rewritten after being recorded");
  }

  static ChainFault gone(String where) {
    return of(where, "is gone", "đã bị xóa", "was deleted");
  }

  static ChainFault unrecorded(String where) {
    String what = where.startsWith("offers") ? "are in no record" : "is in no record";
    return of(where, what, "không có bước nào ghi lại", "no step recorded this");
  }

  /** Of rounds from before there was a chain. */
  static ChainFault none() {
    return of(
        "round",
        "is from before steps were recorded",
        "có từ trước khi các bước được ghi lại",
        "is from before steps were recorded");
  }

  static ChainFault otherStatus() {
    return of(
        "round",
        "status is not the one its last record leads to",
        "trạng thái không phải là trạng thái mà bước cuối dẫn tới",
        "its status is not the one its last step leads to");
  }
}
