package vn.khuxuong.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import vn.khuxuong.Khuxuong;
import vn.khuxuong.platform.database.Database;
import vn.khuxuong.platform.database.TestDatabase;

/**
 * A test of the running application in a database of its own without demo data: what happens on the
 * way from a hold to a lease is never forgotten, so nothing could be put back.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = Khuxuong.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"khu.demo=off", "khu.map-warm-up=0s", "khu.published.wait=5s"})
@ContextConfiguration(initializers = ProcessTest.OwnDatabase.class)
public @interface ProcessTest {

  /** Makes the database. */
  final class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      Database own = TestDatabase.empty("khuxuong_process");
      TestPropertyValues.of(
              "spring.datasource.url=" + own.url(),
              "spring.datasource.username=" + own.user(),
              "spring.datasource.password=" + own.password())
          .applyTo(context);
    }
  }
}
