package vn.khuxuong.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;

/** Libraries for the browser that come as webjars from npm. */
public final class Webjar {
  private Webjar() {}

  /** The version of a webjar on the class path, which is part of its address. */
  public static String version(String name) throws IOException {
    String file = "META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
    Properties properties = new Properties();
    try (InputStream in = new ClassPathResource(file).getInputStream()) {
      properties.load(in);
    }
    return properties.getProperty("version");
  }
}
