package vn.khuxuong.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration
class PublishedConfiguration {

  /** Connects lazily: the role exists only after the first migration. */
  @Bean(defaultCandidate = false)
  @Published
  HikariDataSource publishedDataSource(
      DataSourceProperties owner,
      @Value("${khu.published.pool-size:8}") int poolSize,
      @Value("${khu.published.wait:250ms}") Duration wait) {
    HikariDataSource pool =
        owner.initializeDataSourceBuilder().type(HikariDataSource.class).build();
    pool.setPoolName("published");
    pool.setMaximumPoolSize(poolSize);
    // Who waits longer than this is told to come back: a queue would only make all answers late.
    pool.setConnectionTimeout(wait.toMillis());
    pool.setValidationTimeout(wait.toMillis());
    pool.setReadOnly(true);
    pool.setConnectionInitSql("set role khu_published; set statement_timeout = '5s'");
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    return pool;
  }

  @Bean(defaultCandidate = false)
  @Published
  JdbcClient publishedJdbcClient(@Published DataSource published) {
    return JdbcClient.create(published);
  }
}
