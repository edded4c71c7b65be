package vn.khuxuong.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One subscriber is one place, however its proxy writes the address. */
class ClientNetworkTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "::ffff:192.0.2.7, 192.0.2.7",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
    "2001:db8:1:2::9, 2001:db8:1:2:0:0:0:0/64",
    "[2001:db8:1:2::9], 2001:db8:1:2:0:0:0:0/64",
    "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64",
  })
  void isTheFirstHalfOfALongAddress(String address, String network) {
    assertThat(ClientNetwork.of(address)).isEqualTo(network);
  }

  @Test
  void shortenedAddressesOfOneNetworkAreOnePlace() {
    assertThat(ClientNetwork.of("2001:db8::1")).isEqualTo(ClientNetwork.of("2001:db8::2:0:0:1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "localhost", "_hidden", "192.0.2.7:4711", "1.2.3", "a:b"})
  void whatIsNoAddressIsOnePlaceAndNeverLookedUp(String address) {
    assertThat(ClientNetwork.of(address)).isEqualTo(ClientNetwork.UNKNOWN);
  }
}
