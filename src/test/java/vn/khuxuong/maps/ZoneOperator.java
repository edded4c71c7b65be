package vn.khuxuong.maps;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The name of a zone's operator, which every door shows and which may hold anything. */
public final class ZoneOperator {

  private ZoneOperator() {}

  /**
   * Gives the operator of Hiệp Phước another name and waits until the doors show it.
   *
   * @return the name before
   */
  public static String rename(JdbcClient jdbc, String name) throws InterruptedException {
    String before =
        jdbc.sql("select operator_vi from zoning.zones where code = 'HP'")
            .query(String.class)
            .single();
    jdbc.sql("update zoning.zones set operator_vi = :name where code = 'HP'")
        .param("name", name)
        .update();
    Thread.sleep(250);
    return before;
  }
}
