package vn.khuxuong.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import vn.khuxuong.Khuxuong;
import vn.khuxuong.platform.database.Database;
import vn.khuxuong.platform.database.TestDatabase;

/**
 * A test of the planner's editor: the running application on a database of its own, since plans are
 * published here that other tests must not see.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = Khuxuong.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"khu.demo-round.seconds=1"})
@ContextConfiguration(initializers = EditorTest.OwnDatabase.class)
@ExtendWith(SharedBrowser.class)
@interface EditorTest {

  /** The database that the editor's tests share. */
  final class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      Database own = TestDatabase.empty("khuxuong_editor");
      TestPropertyValues.of(
              "spring.datasource.url=" + own.url(),
              "spring.datasource.username=" + own.user(),
              "spring.datasource.password=" + own.password())
          .applyTo(context);
    }
  }
}
