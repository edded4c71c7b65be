package vn.khuxuong.platform.time;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class TimeConfiguration {

  @Bean
  Clock clock() {
    return Clock.system(CivilTime.ZONE);
  }
}
