package vn.khuxuong.space.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.space.AvailabilityDay;

/**
 * SQL of the search by name: every word must begin a word of the name, without case, accents, the
 * bar of đ and punctuation.
 */
@Component
class SearchStore {
  private static final int MOST_HITS = 20;

  private static final String SEARCH =
      """
      with asked as (
        select plain, regexp_split_to_array(plain, ' ') as words
        from (select btrim(regexp_replace(platform.fold(:text), '[^[:alnum:]]+', ' ', 'g'))
                       as plain) p
        where plain <> ''),
      things as (
        select 1 as position, 'ZONE' as kind, z.code, z.code as zone_code,
               z.short_name as title_vi, z.name_en as title_en,
               z.code || ' ' || z.name_vi || ' ' || z.name_en || ' ' || z.short_name as names,
               p.buildings as number, p.free_m2 as quantity, null as extra_vi, null as extra_en,
               z.geom
        from zoning.zones z
        join published.zones p on p.id = z.id
        union all
        select 2, 'BUILDING', b.code, z.code, b.name_vi || ', ' || z.short_name,
               b.name_en || ', ' || z.name_en,
               b.code || ' ' || b.name_vi || ' ' || b.name_en || ' ' || z.short_name
                 || ' ' || z.name_en,
               b.storeys, b.free_m2, null, null, b.geom
        from published.buildings b
        join zoning.zones z on z.code = b.zone_code
        union all
        select 3, 'SECTOR', i.code, null, i.name_vi, i.name_en,
               i.name_vi || ' ' || i.name_en || ' ' || i.code,
               (select count(*) from space.floor_industries fi where fi.industry = i.code),
               null, null, null, null
        from space.industries i
        union all
        select 4, 'SUBZONE', s.code, s.zone_code, s.name_vi, s.name_en,
               s.code || ' ' || s.name_vi || ' ' || s.name_en || ' ' || s.land_use_vi || ' '
                 || s.land_use_en,
               null, s.area_ha, s.land_use_vi, s.land_use_en, s.geom
        from published.subzones s)
      select t.kind, t.code, t.zone_code, t.title_vi, t.title_en, t.number, t.quantity,
             t.extra_vi, t.extra_en,
             round(st_x(c.point)::numeric, 6) as lon, round(st_y(c.point)::numeric, 6) as lat
      from things t
      cross join asked a
      cross join lateral (
        select ' ' || regexp_replace(platform.fold(t.names), '[^[:alnum:]]+', ' ', 'g') || ' '
                 as names,
               array[platform.fold(t.code), platform.fold(t.title_vi),
                     platform.fold(t.title_en)] as whole) n
      left join lateral (select st_pointonsurface(t.geom) as point) c on true
      where n.names like all (select '% ' || w || '%' from unnest(a.words) w)
      order by a.plain = any (n.whole) desc,
        (select count(*) from unnest(a.words) w where n.names like '% ' || w || ' %') desc,
        t.position, t.zone_code, t.code
      limit :most\
      """;

  private final JdbcClient jdbc;
  private final AvailabilityDay day;
  private final Clock clock;

  SearchStore(JdbcClient jdbc, AvailabilityDay day, Clock clock) {
    this.jdbc = jdbc;
    this.day = day;
    this.clock = clock;
  }

  /** At most 20 hits: whole names first, then by whole words, then zones before what is in them. */
  @Transactional(readOnly = true)
  List<Hit> search(LocalDate on, String text) {
    if (text.isBlank()) {
      return List.of();
    }
    day.set(on);
    // today's figures are ready; to work them out for all buildings takes long
    boolean today = on.equals(LocalDate.now(clock));
    return jdbc.sql(today ? SEARCH.replaceAll("published[.](\\w+)", "published.$1_now") : SEARCH)
        .param("text", text)
        .param("most", MOST_HITS)
        .query((row, n) -> hit(row))
        .list();
  }

  private static Hit hit(ResultSet row) throws SQLException {
    Hit.Kind kind = Hit.Kind.valueOf(row.getString("kind"));
    double lon = row.getDouble("lon");
    boolean somewhere = !row.wasNull();
    return new Hit(
        kind,
        row.getString("code"),
        row.getString("zone_code"),
        row.getString("title_vi"),
        row.getString("title_en"),
        note(kind, row, Language.VI),
        note(kind, row, Language.EN),
        somewhere ? List.of(lon, row.getDouble("lat")) : null);
  }

  private static String note(Hit.Kind kind, ResultSet row, Language language) throws SQLException {
    Locale locale = language.locale();
    int number = row.getInt("number");
    double quantity = row.getDouble("quantity");
    return switch (kind) {
      case ZONE ->
          String.format(
              locale,
              language.choose("%d nhà xưởng, %,.0f m² trống", "%d buildings, %,.0f m² free"),
              number,
              quantity);
      case BUILDING ->
          String.format(
              locale,
              language.choose("%d tầng, %,.0f m² trống", "%d storeys, %,.0f m² free"),
              number,
              quantity);
      case SECTOR ->
          String.format(
              locale,
              language.choose("Ngành nghề, nhận ở %d tầng", "Sector, admitted on %d floors"),
              number);
      case SUBZONE ->
          String.format(
              locale,
              "%s, %,.1f ha",
              language.choose(row.getString("extra_vi"), row.getString("extra_en")),
              quantity);
    };
  }
}
