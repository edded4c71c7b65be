package vn.khuxuong.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Sends our modules without their comments, a fifth of what a phone would load. Lines stay where
 * they are, so that a fault names the line of the source. A comment is one that has its lines to
 * itself; those behind code are left.
 */
final class WithoutComments implements ResourceTransformer {
  static final Pattern COMMENT = Pattern.compile("(?ms)^[ \\t]*(?:/\\*.*?\\*/[ \\t]*|//[^\\n]*)$");

  @Override
  public Resource transform(
      HttpServletRequest request, Resource file, ResourceTransformerChain chain)
      throws IOException {
    Resource before = chain.transform(request, file);
    String name = String.valueOf(before.getFilename());
    if (!name.endsWith(".js") || name.endsWith(".min.js")) {
      return before;
    }
    String code = before.getContentAsString(StandardCharsets.UTF_8);
    return new TransformedResource(before, strip(code).getBytes(StandardCharsets.UTF_8));
  }

  /** The code with empty lines where its comments stood. */
  static String strip(String code) {
    return COMMENT
        .matcher(code)
        .replaceAll(comment -> "\n".repeat((int) comment.group().lines().count() - 1));
  }
}
