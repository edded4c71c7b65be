package vn.khuxuong.zoning.draft;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.databind.JsonNode;

/**
 * Gives handlers the {@link Precondition} of a request: header {@code If-Match}, and {@code
 * version} of the body where the body is {@link Versioned} or plain JSON. Arguments are made from
 * left to right, so a handler names its body before its precondition; one that does not would see
 * no version, and its clients be asked for one.
 */
@ControllerAdvice
class PreconditionArgument extends RequestBodyAdviceAdapter
    implements HandlerMethodArgumentResolver, WebMvcConfigurer, OperationCustomizer {
  private static final String VERSION = PreconditionArgument.class.getName();

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Precondition.class);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Precondition.class;
  }

  @Override
  public Precondition resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    String[] tags = request.getHeaderValues(HttpHeaders.IF_MATCH);
    return new Precondition(
        tags == null ? null : String.join(",", tags),
        (Integer) request.getAttribute(VERSION, RequestAttributes.SCOPE_REQUEST));
  }

  @Override
  public boolean supports(
      MethodParameter body, Type type, Class<? extends HttpMessageConverter<?>> converter) {
    return Arrays.asList(body.getExecutable().getParameterTypes()).contains(Precondition.class);
  }

  @Override
  public Object afterBodyRead(
      Object body,
      HttpInputMessage message,
      MethodParameter parameter,
      Type type,
      Class<? extends HttpMessageConverter<?>> converter) {
    Integer version = version(body);
    if (version != null) {
      RequestContextHolder.currentRequestAttributes()
          .setAttribute(VERSION, version, RequestAttributes.SCOPE_REQUEST);
    }
    return body;
  }

  private static @Nullable Integer version(Object body) {
    if (body instanceof Versioned versioned) {
      return versioned.version();
    }
    return body instanceof JsonNode json && json.path("version").isInt()
        ? (Integer) json.path("version").asInt()
        : null;
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    if (Arrays.stream(handler.getMethodParameters()).anyMatch(this::supportsParameter)) {
      operation.addParametersItem(
          new HeaderParameter()
              .name(HttpHeaders.IF_MATCH)
              .description(
                  "ETag of the plan as you read it; where no header can be sent, its lockVersion as"
                      + " version in the body")
              .schema(new StringSchema().example("\"2-1\"")));
    }
    return operation;
  }
}
