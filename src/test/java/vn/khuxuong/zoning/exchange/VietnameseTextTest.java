package vn.khuxuong.zoning.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Old Vietnamese encodings are recognised by what they turn into. */
class VietnameseTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TCVN3|§Êt nhµ m¸y, kho tµng|Đất nhà máy, kho tàng",
        "TCVN3|Ph©n khu hç trî|Phân khu hỗ trợ",
        "TCVN3|§Êt c©y xanh, mÆt n­íc|Đất cây xanh, mặt nước",
        "TCVN3|Giao th«ng vµ bÕn b·i|Giao thông và bến bãi",
        "VNI|Ñaát nhaø maùy, kho taøng|Đất nhà máy, kho tàng",
        "VNI|Phaân khu hoã trôï|Phân khu hỗ trợ",
        "VNI|Ñaát caây xanh, maët nöôùc|Đất cây xanh, mặt nước",
        "VNI|Ñöôøng giao thoâng|Đường giao thông",
        "VNI|ÑAÁT COÂNG NGHIEÄP|ĐẤT CÔNG NGHIỆP",
        "UNICODE|Đất nhà máy, kho tàng|Đất nhà máy, kho tàng",
        "UNICODE|Factory land|Factory land",
        "UNICODE|Chicken à la crème, café|Chicken à la crème, café"
      })
  void recognisesAndConverts(VietnameseText encoding, String written, String meant) {
    assertThat(VietnameseText.detect(List.of(written))).isEqualTo(encoding);
    assertThat(encoding.decode(written)).isEqualTo(meant);
  }

  @Test
  void recognisesWindows1258AndUtf8TakenForLatin1() {
    String meant = "Đất nhà máy, kho tàng hỗ trợ";
    // Windows-1258 keeps vowels whole and tones apart
    String parted = "Đất nha\u0300 ma\u0301y, kho ta\u0300ng hô\u0303 trơ\u0323";
    byte[] old = parted.replace("ấ", "â\u0301").getBytes(Charset.forName("windows-1258"));
    String taken = new String(old, StandardCharsets.ISO_8859_1);
    assertThat(VietnameseText.detect(List.of(taken))).isEqualTo(VietnameseText.WINDOWS_1258);
    assertThat(VietnameseText.WINDOWS_1258.decode(taken)).isEqualTo(meant);
    String mistaken =
        new String(meant.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertThat(VietnameseText.detect(List.of(mistaken))).isEqualTo(VietnameseText.UTF_8);
    assertThat(VietnameseText.UTF_8.decode(mistaken)).isEqualTo(meant);
  }

  @Test
  void partedLettersBecomeWhole() {
    String parted = Normalizer.normalize("Phân khu hỗ trợ", Normalizer.Form.NFD);
    assertThat(VietnameseText.UNICODE.decode(parted)).isEqualTo("Phân khu hỗ trợ");
  }
}
