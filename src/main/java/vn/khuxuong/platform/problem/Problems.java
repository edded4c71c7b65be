package vn.khuxuong.platform.problem;

import java.net.URI;
import org.springframework.http.ProblemDetail;
import vn.khuxuong.platform.web.Language;

/** Writes refusals as RFC 9457 documents, for the advice and for the filters in front of it. */
public final class Problems {
  private Problems() {}

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
