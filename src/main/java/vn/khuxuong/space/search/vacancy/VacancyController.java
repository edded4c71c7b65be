package vn.khuxuong.space.search.vacancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.web.BaseUrl;
import vn.khuxuong.platform.web.Turns;

/** {@code /api/v1/vacancies}: free floor space by what a firm and its machines need. */
@RestController
class VacancyController {
  /** Moves when the shape of the answers changes, so that no client keeps an old one. */
  private static final int FORMAT = 2;

  private final VacancyIndex index;
  private final VacancyFiles files;
  private final AnswerBytes bytes;
  private final BaseUrl base;
  private final Clock clock;
  private final Cache<Key, Answer> recent;

  /** A crowd waits in order: all at once would not be answered sooner, and most of them later. */
  private final Turns turns = Turns.byProcessors(Duration.ofSeconds(10));

  VacancyController(
      VacancyIndex index,
      VacancyFiles files,
      JsonMapper json,
      BaseUrl base,
      Clock clock,
      @Value("${khu.search.cache-size:16MB}") DataSize cacheSize) {
    this.index = index;
    this.files = files;
    this.bytes = new AnswerBytes(json);
    this.base = base;
    this.clock = clock;
    recent =
        Caffeine.newBuilder()
            .maximumWeight(cacheSize.toBytes())
            .<Key, Answer>weigher((key, answer) -> key.first().length() + answer.body().length)
            .build();
  }

  /** What an answer depends on; its address holds all that was asked. */
  private record Key(
      long revision, LocalDate day, Format format, Question question, String first) {}

  @SuppressWarnings("ArrayRecordComponent") // sent, never compared
  private record Answer(byte[] body, @Nullable String next) {}

  /** Answers by itself: of so quick an answer the search for who could write it was a tenth. */
  @GetMapping("/api/v1/vacancies")
  void search(HttpServletRequest request, HttpServletResponse response) throws IOException {
    LocalDate today = LocalDate.now(clock);
    VacancyIndex.Snapshot snapshot = index.current();
    Question question = QuestionReader.read(request.getParameterMap(), snapshot, today);
    Format format = Format.of(request.getParameter("f"), request.getHeader(HttpHeaders.ACCEPT));
    String tag =
        "\"" + FORMAT + "-" + snapshot.revision() + "-" + today + "-" + format.word() + "\"";
    if (new ServletWebRequest(request, response).checkNotModified(tag)) {
      return;
    }
    Key key = new Key(snapshot.revision(), today, format, question, first(request));
    Answer answer = recent.getIfPresent(key);
    if (answer == null) {
      answer = turns.take(() -> answer(snapshot, key));
      recent.put(key, answer);
    }
    response.setContentType(format.type().toString());
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    if (answer.next() != null) {
      response.setHeader(HttpHeaders.LINK, "<" + answer.next() + ">; rel=\"next\"");
    }
    response.setContentLength(answer.body().length);
    response.getOutputStream().write(answer.body());
  }

  private Answer answer(VacancyIndex.Snapshot snapshot, Key key) {
    VacancyJson found = new VacancyAnswer(snapshot, key.question()).json(key.first());
    byte[] body =
        switch (key.format()) {
          case JSON -> bytes.of(found);
          case GEOJSON -> files.geoJson(found);
          case CSV -> files.csv(found).getBytes(StandardCharsets.UTF_8);
        };
    return new Answer(body, found.next());
  }

  /** This address without its cursor, to which one can be added. */
  private String first(HttpServletRequest http) {
    String query = http.getQueryString();
    String kept =
        query == null
            ? ""
            : Arrays.stream(query.split("&", -1))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith("cursor="))
                .map(pair -> pair + "&")
                .collect(Collectors.joining());
    return base.of(http) + "/api/v1/vacancies?" + kept;
  }
}
