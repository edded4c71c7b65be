package vn.khuxuong.tenancy.firm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Check digit and branches of tax codes. */
class TaxCodeTest {

  @ParameterizedTest
  @CsvSource({
    "0123456787, 0123456787",
    "' 0123456787 ', 0123456787",
    "01.23.456.787, 0123456787",
    "0123456787-001, 0123456787-001",
    "0123456787001, 0123456787-001",
    "0123456787 - 999, 0123456787-999"
  })
  void readsWhatPeopleType(String typed, String code) {
    assertThat(TaxCode.read(typed)).contains(new TaxCode(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0123456788",
        "1023456787",
        "123456787",
        "01234567870",
        "0123456787-00",
        "0123456787-000",
        "0123456787-0001",
        "012345678a",
        "٠١٢٣٤٥٦٧٨٧",
        "0123456787'; drop table firms;--"
      })
  void refusesWhatIsNone(String typed) {
    assertThat(TaxCode.read(typed)).isEmpty();
  }

  @Test
  void everyOtherLastDigitIsRefused() {
    for (int digit = 0; digit < 10; digit++) {
      assertThat(TaxCode.read("012345678" + digit).isPresent()).isEqualTo(digit == 7);
    }
  }

  @Test
  void nineDigitsWithRemainderNoughtHaveNoCode() {
    // 31 + 13 = 44, four times 11
    for (int digit = 0; digit < 10; digit++) {
      assertThat(TaxCode.read("100001000" + digit)).isEmpty();
    }
  }

  @Test
  void changedOrSwappedDigitIsFound() {
    String code = "0123456787";
    for (int i = 0; i < 8; i++) {
      char[] swapped = code.toCharArray();
      swapped[i] = code.charAt(i + 1);
      swapped[i + 1] = code.charAt(i);
      assertThat(TaxCode.read(new String(swapped))).as("%d", i).isEmpty();
    }
  }

  @Test
  void inventedCodesHoldAndDiffer() {
    Set<String> seen = new HashSet<>();
    for (int number = 0; number < 3_000; number++) {
      seen.add(TaxCode.invented("00", number).value());
      seen.add(TaxCode.invented("9", number).value());
    }
    assertThat(seen).hasSize(6_000).allMatch(code -> TaxCode.read(code).isPresent());
  }

  @Test
  void wrongCodeCannotBeConstructed() {
    assertThatThrownBy(() -> new TaxCode("0123456788"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TaxCode("0123456787001"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
