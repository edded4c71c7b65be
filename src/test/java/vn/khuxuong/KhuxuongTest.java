package vn.khuxuong;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import vn.khuxuong.platform.database.TestDatabase;

/**
 * A test of the running application on real PostGIS with the demo data: one context for all of
 * them, so a test that writes puts back what it changed or works on rows of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = Khuxuong.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"khu.demo-round.seconds=5", "khu.map-warm-up=0s", "khu.published.wait=5s"})
@ContextConfiguration(initializers = TestDatabase.class)
public @interface KhuxuongTest {}
