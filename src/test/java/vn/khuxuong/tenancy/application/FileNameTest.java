package vn.khuxuong.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.khuxuong.platform.file.FileType;

/** Names of papers are names and no paths. */
class FileNameTest {

  @ParameterizedTest
  @CsvSource({
    "giấy phép.pdf, giấy phép.pdf",
    "giấy phép.PDF, giấy phép.pdf",
    "../../etc/passwd, passwd.pdf",
    "'C:\\Users\\x\\dkkd.jpeg', dkkd.pdf",
    "run.php.jpg, run_php.pdf",
    "run.exe, run_exe.pdf",
    ".htaccess, _htaccess.pdf",
    "'..', tep.pdf",
    "'', tep.pdf",
    "'a\"; filename=\"evil.exe', a_filename_evil_exe.pdf",
    "'<img src=x>.png', _img src_x_.pdf"
  })
  void nameIsANameAndNoPath(String sent, String kept) {
    assertThat(FileName.clean(sent, FileType.PDF)).isEqualTo(kept);
  }

  @Test
  void nameIsShortWithoutControlsAndComposed() {
    assertThat(FileName.clean("x".repeat(5_000), FileType.PNG)).hasSize(104);
    assertThat(FileName.clean("a\u0000b\r\nc\u202Ed\ud800", FileType.PNG))
        .isEqualTo("a_b_c_d_.png");
    assertThat(FileName.clean("Thu\u031b\u0309.pdf", FileType.PDF)).isEqualTo("Thử.pdf");
  }
}
