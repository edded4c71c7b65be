package vn.khuxuong.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import vn.khuxuong.platform.web.Language;

/**
 * Turns every exception that leaves a controller into a problem document. Faults of ours carry a
 * code that also stands in the log, and nothing else about the inside.
 */
@RestControllerAdvice
@Order(100)
class ProblemAdvice {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final int RETRY_SECONDS = 2;
  private static final String NO_TEXT = "22021";

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refusal(ProblemException problem, HttpServletRequest request) {
    HttpHeaders headers = new HttpHeaders();
    if (problem.type().status() == HttpStatus.SERVICE_UNAVAILABLE) {
      headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_SECONDS));
    }
    problem
        .retrySeconds()
        .ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds)));
    return answer(problem, request, headers);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> wrongType(
      MethodArgumentTypeMismatchException e, HttpServletRequest request) {
    return refusal(
        ApiProblem.BAD_PARAMETER
            .with(
                "Không đọc được giá trị của tham số \"" + e.getName() + "\".",
                "The value of parameter \"" + e.getName() + "\" cannot be read.")
            .field(e.getName()),
        request);
  }

  /** Parameters that are no UTF-8, or too many. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> unreadableParameters(
      InvalidParameterException e, HttpServletRequest request) {
    return refusal(
        e.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()
            ? Problems.tooLarge()
            : ApiProblem.BAD_PARAMETER.with(
                "Các tham số của yêu cầu không đọc được; chúng phải là UTF-8.",
                "The parameters of the request cannot be read; they must be UTF-8."),
        request);
  }

  /** Parameters with letters in their names that no honest client sends. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> rejected(RequestRejectedException e, HttpServletRequest request) {
    return refusal(Problems.rejected(), request);
  }

  /** A form without one of its parts. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> missingPart(
      MissingServletRequestPartException e, HttpServletRequest request) {
    return refusal(
        ApiProblem.BAD_PARAMETER
            .with(
                "Thiếu phần \"" + e.getRequestPartName() + "\".",
                "Part \"" + e.getRequestPartName() + "\" is missing.")
            .field(e.getRequestPartName())
            .remedy("Gửi dạng multipart/form-data.", "Send it as multipart/form-data."),
        request);
  }

  /** Texts with the one letter that the database keeps in none (NUL; its code 22021). */
  @ExceptionHandler
  @Nullable ResponseEntity<ProblemDetail> refusedByDatabase(
      DataIntegrityViolationException e, HttpServletRequest request) throws IOException {
    if (e.getMostSpecificCause() instanceof SQLException cause
        && NO_TEXT.equals(cause.getSQLState())) {
      return refusal(
          ApiProblem.BAD_PARAMETER
              .with("Có ký tự NUL (mã 0) trong chữ gửi lên.", "A text has the letter NUL (code 0).")
              .remedy("Bỏ ký tự đó rồi gửi lại.", "Leave it out and send again."),
          request);
    }
    return anythingElse(e, request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unreadableBody(
      HttpMessageNotReadableException e, HttpServletRequest request) {
    if (e.getMostSpecificCause() instanceof BodyTooLargeException) {
      return refusal(Problems.tooLarge(), request);
    }
    return refusal(
        ApiProblem.MALFORMED_BODY
            .with(
                "Nội dung gửi không phải JSON đúng dạng ở đây.",
                "The body is not JSON of the form expected here.")
            .field("body")
            .remedy("Mô tả các dạng ở /api.", "The forms are described at /api."),
        request);
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class,
    QueryTimeoutException.class
  })
  ResponseEntity<ProblemDetail> databaseAway(Exception e, HttpServletRequest request) {
    log.warn("Database did not answer: {}", e.getMessage());
    return refusal(
        ApiProblem.BUSY.with(
            "Cơ sở dữ liệu chưa trả lời. Hãy thử lại sau vài giây.",
            "The database did not answer. Try again in a few seconds."),
        request);
  }

  @ExceptionHandler
  void clientLeft(AsyncRequestNotUsableException e) {
    log.debug("The client closed the connection", e);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> denied(AccessDeniedException e, HttpServletRequest request)
      throws AccessDeniedException {
    throw e; // the security filter answers, it knows whether signing in would help
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unauthenticated(
      AuthenticationException e, HttpServletRequest request) {
    throw e;
  }

  @ExceptionHandler
  @Nullable ResponseEntity<ProblemDetail> anythingElse(Exception e, HttpServletRequest request)
      throws IOException {
    if (e instanceof ErrorResponse known) {
      return ofSpring(known, request);
    }
    if (e instanceof IOException broken && isBrokenPipe(broken)) {
      return null;
    }
    String code = UUID.randomUUID().toString().substring(0, 8);
    log.error("Fault {} at {} {}", code, request.getMethod(), request.getRequestURI(), e);
    return refusal(
        ApiProblem.INTERNAL
            .with(
                "Có lỗi phía hệ thống, dữ liệu của bạn không mất. Mã lỗi: " + code + ".",
                "Something failed on our side; nothing of yours is lost. Code: " + code + ".")
            .with("code", code),
        request);
  }

  private static boolean isBrokenPipe(IOException e) {
    String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return text.contains("broken pipe") || text.contains("connection reset");
  }

  private ResponseEntity<ProblemDetail> ofSpring(ErrorResponse known, HttpServletRequest request) {
    HttpStatusCode status = known.getStatusCode();
    Language language = Language.of(request);
    ProblemDetail body = ProblemDetail.forStatus(status);
    HttpStatus named = HttpStatus.resolve(status.value());
    body.setTitle(named == null ? String.valueOf(status.value()) : named.getReasonPhrase());
    body.setDetail(
        status.value() == HttpStatus.NOT_FOUND.value()
            ? language.choose("Không có gì ở địa chỉ này.", "There is nothing at this address.")
            : known.getBody().getDetail());
    body.setInstance(URI.create(request.getRequestURI()));
    return ResponseEntity.status(status)
        .headers(known.getHeaders())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(body);
  }

  private ResponseEntity<ProblemDetail> answer(
      ProblemException problem, HttpServletRequest request, HttpHeaders headers) {
    Language language = Language.of(request);
    return ResponseEntity.status(problem.type().status())
        .headers(headers)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problems.document(problem, language, request.getRequestURI()));
  }
}
