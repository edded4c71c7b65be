package vn.khuxuong.maps.wfs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.maps.layer.Viewer;
import vn.khuxuong.maps.wfs.WfsException.Code;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.Language;

/** The door: {@code /wfs}, by address, by form or by XML; refusals in the protocol's own form. */
@RestController
class WfsController {
  private static final Logger LOG = LoggerFactory.getLogger(WfsController.class);

  /** Bytes of an XML request that are read. */
  private static final int MOST_BYTES = 1 << 20;

  private final XmlRequests xmlRequests;
  private final WfsAnswers answers;

  WfsController(XmlRequests xmlRequests, WfsAnswers answers) {
    this.xmlRequests = xmlRequests;
    this.answers = answers;
  }

  private interface Reading {
    WfsRequest read(Set<String> roles) throws IOException;
  }

  @GetMapping("/wfs")
  void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer(request, response, roles -> byParameters(request));
  }

  /** The same parameters in a form. */
  @PostMapping(path = "/wfs", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  void postForm(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer(request, response, roles -> byParameters(request));
  }

  /** A request in XML; other bodies are not read. */
  @PostMapping("/wfs")
  void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer(request, response, roles -> xmlRequests.read(body(request), roles));
  }

  private static WfsRequest byParameters(HttpServletRequest request) {
    Kvp kvp = Kvp.of(request.getParameterMap());
    String operation = kvp.get("request");
    return new WfsRequest(operation, kvp, null, !request.getMethod().equals("POST"));
  }

  private static InputStream body(HttpServletRequest request) throws IOException {
    String type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
    String bare = type.split(";")[0].strip();
    if (!bare.equals("text/xml") && !bare.equals("application/xml") && !bare.endsWith("+xml")) {
      throw new WfsException(
          Code.UNREAD_BODY,
          "Yêu cầu POST phải là XML hoặc biểu mẫu.",
          "A POST request must be XML or a form.",
          null);
    }
    byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new WfsException(
          Code.TOO_LARGE, "Yêu cầu dài hơn 1 MiB.", "The request is longer than 1 MiB.", null);
    }
    return new ByteArrayInputStream(bytes);
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, Reading reading)
      throws IOException {
    boolean readable = isReadable(request);
    Language language = Language.of(request);
    Set<String> roles = Viewer.roles(request);
    try {
      if (!readable) {
        throw WfsException.unreadable();
      }
      WfsRequest read = reading.read(roles);
      requireService(read.kvp());
      answers.answer(read, roles, language, request, response);
    } catch (WfsException e) {
      refuse(e, language, response);
    } catch (ProblemException e) {
      refuse(WfsException.of(e), language, response);
    } catch (QueryTimeoutException
        | DataAccessResourceFailureException
        | CannotCreateTransactionException e) {
      LOG.warn("No features, the database did not answer in time: {}", e.toString());
      refuse(WfsException.busy(), language, response);
    } catch (UncheckedIOException e) {
      throw e.getCause(); // the client went away, or the answer broke off
    } catch (RuntimeException e) {
      if (response.isCommitted()) {
        throw e;
      }
      LOG.error("A WFS request failed", e);
      refuse(WfsException.failed(), language, response);
    }
  }

  /** Only the first to ask is told that parameters are no UTF-8. */
  private static boolean isReadable(HttpServletRequest request) {
    try {
      request.getParameterMap();
      return true;
    } catch (InvalidParameterException | RequestRejectedException e) {
      return false;
    }
  }

  private static void requireService(Kvp kvp) {
    if (!kvp.find("service").orElse("WFS").equalsIgnoreCase("WFS")) {
      throw WfsException.invalid("service", "phải là WFS", "must be WFS");
    }
  }

  private static void refuse(WfsException e, Language language, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      throw new IOException("an answer broke off: " + e.getMessage());
    }
    response.reset();
    response.setStatus(e.status().value());
    response.setContentType("text/xml;charset=UTF-8");
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (e.isBusy()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "2");
    }
    response.getOutputStream().write(e.report(language));
  }
}
