package vn.khuxuong.maps.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.maps.Door.encoded;

import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;

/** The features that hostile requests ask for. */
final class HostileItems {
  static final String ITEMS = "/ogc/collections/subzones/items";

  private final Door door;

  HostileItems(Door door) {
    this.door = door;
  }

  /** Whatever was sent, the next one is answered as ever. */
  void areAnsweredAsEver() {
    Answer answer = door.get(ITEMS + "?limit=1");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("numberReturned").asInt()).isEqualTo(1);
  }

  Answer filtered(String cql) {
    return door.get(ITEMS + "?filter=" + encoded(cql));
  }

  /** A filter in JSON, nested so many times. */
  Answer json(String open, int times, String inside, String close) {
    String text = open.repeat(times) + inside + close.repeat(times);
    return door.get(ITEMS + "?filter-lang=cql2-json&filter=" + encoded(text));
  }
}
