package vn.khuxuong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests their {@link Visitor}. They share one, since a browser takes long to start: it comes
 * with the first test and goes after the last. Each begins with a clean sheet, and ends with one.
 */
final class SharedBrowser implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

  private static Visitor visitor(ExtensionContext test) {
    return test.getRoot()
        .getStore(Namespace.create(SharedBrowser.class))
        .computeIfAbsent(Visitor.class, key -> new Visitor(), Visitor.class);
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    visitor(test).forgets();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    assertThat(visitor(test).complaints()).isEmpty();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Visitor.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return visitor(test);
  }
}
