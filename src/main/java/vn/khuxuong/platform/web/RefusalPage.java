package vn.khuxuong.platform.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * The page of refusals that come before any controller: of the server itself, of what stands in
 * front of the doors, and while the service starts. People who navigate read it; tools get a
 * problem document. It needs nothing of the application, which may not be there yet.
 */
public final class RefusalPage {
  private static final Template PAGE = compiled();

  private RefusalPage() {}

  private static Template compiled() {
    Mustache.Compiler compiler = Mustache.compiler().withLoader(RefusalPage::template);
    try (Reader page = template("page/refusal")) {
      return compiler.compile(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reader template(String name) throws IOException {
    return new InputStreamReader(
        new ClassPathResource("templates/" + name + ".mustache").getInputStream(),
        StandardCharsets.UTF_8);
  }

  /** Whether whoever asks reads pages. */
  public static boolean isWanted(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
  }

  /**
   * The language as far as headers tell it: what is wrong with the request may be its parameters.
   */
  public static Language language(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return header != null && header.startsWith("en") ? Language.EN : Language.VI;
  }

  /**
   * The page, in UTF-8.
   *
   * @param again seconds after which a browser asks again by itself, 0 for never
   */
  public static byte[] write(
      Language language, String title, String detail, @Nullable String remedy, int again) {
    Map<String, Object> model = new HashMap<>();
    model.put("lang", language.tag());
    model.put("vi", language == Language.VI);
    model.put("title", title);
    model.put("detail", detail);
    model.put("remedy", remedy == null ? false : remedy);
    model.put("again", again == 0 ? false : again);
    return PAGE.execute(model).getBytes(StandardCharsets.UTF_8);
  }
}
