package vn.khuxuong.platform.database;

import com.zaxxer.hikari.HikariDataSource;
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
      DataSourceProperties owner, @Value("${khu.published.pool-size:8}") int poolSize) {
    return readOnly(owner, "published", poolSize, "khu_published");
  }

  @Bean(defaultCandidate = false)
  @Published
  JdbcClient publishedJdbcClient(@Published DataSource published) {
    return JdbcClient.create(published);
  }

  /** A pool of its own: planners at work and the public do not take connections from each other. */
  @Bean(defaultCandidate = false)
  @Drafting
  HikariDataSource draftingDataSource(
      DataSourceProperties owner, @Value("${khu.drafting.pool-size:3}") int poolSize) {
    return readOnly(owner, "drafting", poolSize, "khu_drafting");
  }

  @Bean(defaultCandidate = false)
  @Drafting
  JdbcClient draftingJdbcClient(@Drafting DataSource drafting) {
    return JdbcClient.create(drafting);
  }

  private static HikariDataSource readOnly(
      DataSourceProperties owner, String name, int size, String role) {
    HikariDataSource pool =
        owner.initializeDataSourceBuilder().type(HikariDataSource.class).build();
    pool.setPoolName(name);
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(2_000);
    pool.setReadOnly(true);
    pool.setConnectionInitSql("set role " + role + "; set statement_timeout = '10s'");
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    return pool;
  }
}
