package vn.khuxuong.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** Before the data are there nobody is told that something does not exist. */
class UntilReadyTest {
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext(ApplicationAvailabilityBean.class);
  private UntilReady filter;

  @BeforeEach
  void notReady() {
    filter =
        new UntilReady(
            context.getBean(ApplicationAvailabilityBean.class),
            new FrontAnswers(JsonMapper.shared()));
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void toolsAreToldWhenToComeAgain() throws Exception {
    MockHttpServletResponse answer = ask("/api/v1/buildings/TT-A", "application/json");
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("2");
    assertThat(answer.getContentType()).isEqualTo("application/problem+json");
    assertThat(answer.getContentAsString()).contains("/problems/starting", "Đang khởi động");
  }

  @Test
  void peopleGetAPageThatAsksAgainByItself() throws Exception {
    MockHttpServletResponse answer = ask("/units/TT-A/3/5", "text/html,*/*;q=0.8");
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getContentAsString())
        .contains("<meta http-equiv=\"refresh\" content=\"2\">", "đang nạp dữ liệu");
  }

  @Test
  void operatorsAndWhatTheWaitingPageIsMadeOfAreAnswered() throws Exception {
    assertThat(ask("/actuator/health/readiness", "*/*").getStatus()).isEqualTo(200);
    assertThat(ask("/css/tokens.css", "text/css").getStatus()).isEqualTo(200);
  }

  @Test
  void onceReadyItAnswersUntilItHasStopped() throws Exception {
    AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
    assertThat(ask("/", "text/html").getStatus()).isEqualTo(200);
    AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
    assertThat(ask("/", "text/html").getStatus()).isEqualTo(200);
  }

  private MockHttpServletResponse ask(String path, String accept) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.addHeader("Accept", accept);
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(request, response, new MockFilterChain());
    return response;
  }
}
