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
    return readOnly(owner, "published", poolSize, wait, "khu_published");
  }

  @Bean(defaultCandidate = false)
  @Published
  JdbcClient publishedJdbcClient(@Published DataSource published) {
    return JdbcClient.create(published);
  }

  @Bean(defaultCandidate = false)
  @PublishedPages
  HikariDataSource pagesDataSource(
      DataSourceProperties owner,
      @Value("${khu.pages.pool-size:3}") int poolSize,
      @Value("${khu.published.wait:250ms}") Duration wait) {
    return readOnly(owner, "pages", poolSize, wait, "khu_published");
  }

  @Bean(defaultCandidate = false)
  @PublishedPages
  JdbcClient pagesJdbcClient(@PublishedPages DataSource pages) {
    return JdbcClient.create(pages);
  }

  /** A pool of its own: planners at work and the public do not take connections from each other. */
  @Bean(defaultCandidate = false)
  @Drafting
  HikariDataSource draftingDataSource(
      DataSourceProperties owner,
      @Value("${khu.drafting.pool-size:3}") int poolSize,
      @Value("${khu.published.wait:250ms}") Duration wait) {
    return readOnly(owner, "drafting", poolSize, wait, "khu_drafting");
  }

  @Bean(defaultCandidate = false)
  @Drafting
  JdbcClient draftingJdbcClient(@Drafting DataSource drafting) {
    return JdbcClient.create(drafting);
  }

  private static HikariDataSource readOnly(
      DataSourceProperties owner, String name, int size, Duration wait, String role) {
    HikariDataSource pool = new ClientPool();
    pool.setJdbcUrl(owner.determineUrl());
    pool.setUsername(owner.determineUsername());
    pool.setPassword(owner.determinePassword());
    pool.setPoolName(name);
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(Math.min(2, size));
    // Who waits longer than this is told to come back: a queue would only make all answers late.
    pool.setConnectionTimeout(wait.toMillis());
    pool.setValidationTimeout(wait.toMillis());
    pool.setReadOnly(true);
    // Compiling a statement takes longer than any of these may.
    pool.setConnectionInitSql("set role " + role + "; set statement_timeout = '5s'; set jit = off");
    // Shapes travel as bytes, not as text, from the first time a statement is sent.
    pool.addDataSourceProperty("prepareThreshold", "-1");
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    return pool;
  }
}
