package vn.khuxuong.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.khuxuong.KhuxuongTest;

/** A test of pages with the demo data, in the browser that all of them share. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@KhuxuongTest
@ExtendWith(SharedBrowser.class)
@interface BrowserTest {}
