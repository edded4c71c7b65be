package vn.khuxuong.maps.ows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import vn.khuxuong.platform.web.Language;

class OwsReportTest {
  private enum Code implements ServiceCode {
    NOT_FOUND;

    @Override
    public String word() {
      return "NotFound";
    }

    @Override
    public HttpStatus status() {
      return HttpStatus.NOT_FOUND;
    }
  }

  private static final class Refusal extends ServiceException {
    private static final long serialVersionUID = 1L;

    Refusal(@Nullable String locator) {
      super(Code.NOT_FOUND, "Không <có>.", "None <here>.", locator);
    }
  }

  @Test
  void writesThePrefixThatItsServiceUses() {
    assertThat(report("id", "ows", "2.0.0", Language.VI))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<ows:ExceptionReport xmlns:ows=\"http://www.opengis.net/ows/1.1\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xsi:schemaLocation=\"http://www.opengis.net/ows/1.1"
                + " http://schemas.opengis.net/ows/1.1.0/owsExceptionReport.xsd\""
                + " version=\"2.0.0\" xml:lang=\"vi\">"
                + "<ows:Exception exceptionCode=\"NotFound\" locator=\"id\">"
                + "<ows:ExceptionText>Không &lt;có&gt;.</ows:ExceptionText>"
                + "</ows:Exception></ows:ExceptionReport>");
  }

  @Test
  void writesTheDefaultNamespaceAndNoLocatorWhereNoneIsAtFault() {
    assertThat(report(null, "", "1.1.0", Language.EN))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<ExceptionReport xmlns=\"http://www.opengis.net/ows/1.1\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xsi:schemaLocation=\"http://www.opengis.net/ows/1.1"
                + " http://schemas.opengis.net/ows/1.1.0/owsExceptionReport.xsd\""
                + " version=\"1.1.0\" xml:lang=\"en\">"
                + "<Exception exceptionCode=\"NotFound\">"
                + "<ExceptionText>None &lt;here&gt;.</ExceptionText>"
                + "</Exception></ExceptionReport>");
  }

  private static String report(
      @Nullable String locator, String prefix, String version, Language language) {
    byte[] xml = OwsReport.write(new Refusal(locator), prefix, version, language);
    return new String(xml, StandardCharsets.UTF_8);
  }
}
