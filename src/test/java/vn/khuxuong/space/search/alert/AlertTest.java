package vn.khuxuong.space.search.alert;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.ServerSocket;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import vn.khuxuong.Khuxuong;
import vn.khuxuong.platform.database.Database;
import vn.khuxuong.platform.database.TestDatabase;

/** A test of the running application with a mail server, in a database of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = Khuxuong.class,
    webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
    properties = {
      "khu.demo=off",
      "khu.map-warm-up=0s",
      "khu.smtp.host=127.0.0.1",
      "khu.smtp.tls=off",
      "khu.smtp.from=Khu Xưởng <bao@khuxuong.test>"
    })
@ContextConfiguration(initializers = AlertTest.OwnWorld.class)
public @interface AlertTest {

  /** Makes the database, and settles the address that mails lead to. */
  final class OwnWorld implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      Database own = TestDatabase.empty("khuxuong_alerts");
      int port = freePort();
      TestPropertyValues.of(
              "server.port=" + port,
              "khu.base-url=http://127.0.0.1:" + port,
              "khu.smtp.port=" + MailServer.port(),
              "spring.datasource.url=" + own.url(),
              "spring.datasource.username=" + own.user(),
              "spring.datasource.password=" + own.password())
          .applyTo(context);
    }

    static int freePort() {
      try (ServerSocket socket = new ServerSocket(0)) {
        return socket.getLocalPort();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
