package vn.khuxuong.space.search.vacancy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the next page goes on: after a position in an order. It says nothing of the data's
 * revision, so paging goes on over changes: what stays, is neither left out nor seen twice.
 */
record Cursor(Order order, Position after) {
  private static final Pattern FORM =
      Pattern.compile(
          "(-?[a-z]{1,10}) ([0-9a-f]{1,16}) ([A-Z0-9]{2,10}) ([A-Z0-9-]{3,20}) (\\d{1,3}) (\\d{1,5})");
  private static final int HEX = 16;

  /** Letters that go into an address as they are. */
  String text() {
    String plain =
        String.join(
            " ",
            order.word(),
            Long.toHexString(Double.doubleToLongBits(after.key())),
            after.zone(),
            after.building(),
            String.valueOf(after.level()),
            String.valueOf(after.firstBay()));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** The cursor of a text; empty for one that no answer gave. */
  static Optional<Cursor> find(String text) {
    String plain;
    try {
      plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    Matcher parts = FORM.matcher(plain);
    if (!parts.matches()) {
      return Optional.empty();
    }
    double key = Double.longBitsToDouble(Long.parseUnsignedLong(parts.group(2), HEX));
    return Double.isNaN(key)
        ? Optional.empty()
        : Order.find(parts.group(1))
            .map(
                order ->
                    new Cursor(
                        order,
                        new Position(
                            key,
                            parts.group(3),
                            parts.group(4),
                            Integer.parseInt(parts.group(5)),
                            Integer.parseInt(parts.group(6)))));
  }
}
