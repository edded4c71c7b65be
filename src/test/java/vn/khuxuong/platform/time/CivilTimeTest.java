package vn.khuxuong.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CivilTimeTest {

  @Test
  void instantFallsOnItsDayInHoChiMinhCity() {
    assertThat(CivilTime.findDay("2026-11-24T17:00:00Z")).contains(LocalDate.of(2026, 11, 25));
    assertThat(CivilTime.findDay("2026-11-24T16:59:59Z")).contains(LocalDate.of(2026, 11, 24));
    assertThat(CivilTime.findDay("2026-11-24")).contains(LocalDate.of(2026, 11, 24));
  }

  @Test
  void whatWasKnownOnADayIsWhatWasKnownAtItsEnd() {
    OffsetDateTime moment = CivilTime.findMoment("2026-11-24").orElseThrow();
    assertThat(moment).isBefore(OffsetDateTime.parse("2026-11-25T00:00:00+07:00"));
    assertThat(moment).isAfter(OffsetDateTime.parse("2026-11-24T23:59:59+07:00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "2026-02-30",
        "2026-11-24T25:00:00Z",
        "",
        "2026-11-24'--",
        "20261124"
      })
  void refusesWhatIsNoDate(String text) {
    assertThat(CivilTime.findDay(text)).isEmpty();
    assertThat(CivilTime.findMoment(text)).isEmpty();
  }
}
