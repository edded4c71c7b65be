package vn.khuxuong.platform.problem;

import java.net.URI;
import org.springframework.http.ProblemDetail;
import vn.khuxuong.platform.web.Language;

/** Writes refusals as RFC 9457 documents, for the advice and for the filters in front of it. */
public final class Problems {
  private Problems() {}

  /** More bytes than a body may have. */
  public static ProblemException tooLarge() {
    return ApiProblem.TOO_LARGE
        .with(
            "Nội dung gửi vượt quá " + BodyTooLargeException.MOST_MIB + " MiB.",
            "The body is larger than " + BodyTooLargeException.MOST_MIB + " MiB.")
        .field("body")
        .remedy(
            "Chia thành nhiều lần gửi, hoặc nhập bằng tệp.",
            "Send it in parts, or import it as a file.");
  }

  /** Letters in an address or a header that must not be there. */
  public static ProblemException rejected() {
    return ApiProblem.BAD_REQUEST.with(
        "Địa chỉ, tham số hoặc phần đầu của yêu cầu có ký tự không được phép.",
        "The address, a parameter or a header of the request has characters that are not allowed.");
  }

  /**
   * The problem document of a refusal.
   *
   * @param path the request's path, which becomes {@code instance}
   */
  public static ProblemDetail document(ProblemException problem, Language language, String path) {
    ProblemKind kind = problem.type().kind();
    ProblemDetail body = ProblemDetail.forStatus(kind.status());
    body.setType(URI.create("/problems/" + kind.slug()));
    body.setTitle(language.choose(kind.titleVi(), kind.titleEn()));
    body.setDetail(problem.detail(language));
    body.setInstance(URI.create(path));
    String remedy = problem.remedy(language);
    if (remedy != null) {
      body.setProperty("remedy", remedy);
    }
    problem.members().forEach(body::setProperty);
    return body;
  }
}
