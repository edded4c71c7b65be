package vn.khuxuong.tenancy.application;

import java.sql.Array;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.file.FileType;
import vn.khuxuong.platform.file.Sha256;
import vn.khuxuong.platform.file.StoredFile;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Trait;

/** SQL of an application's papers, and of the rules on which it needs. */
@Component
class DocumentStore {
  private final JdbcClient jdbc;

  DocumentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A paper without its content; size in bytes. */
  record Document(
      int no,
      DocumentKind kind,
      String name,
      String mediaType,
      long size,
      String sha256,
      OffsetDateTime uploadedAt,
      String uploadedBy) {}

  /** Papers of an application that were not taken back, in their order. */
  List<Document> list(long application) {
    return jdbc.sql(
            """
            select no, kind, name, media_type, octet_length(content) as size, sha256, uploaded_at,
                   uploaded_by
            from tenancy.application_documents
            where application_id = :application and removed_at is null order by no""")
        .param("application", application)
        .query(Document.class)
        .list();
  }

  Optional<StoredFile> find(long application, int no) {
    return jdbc.sql(
            """
            select name, media_type, sha256, content
            from tenancy.application_documents
            where application_id = :application and no = :no and removed_at is null""")
        .param("application", application)
        .param("no", no)
        .query(
            (row, n) ->
                new StoredFile(
                    row.getString("name"),
                    row.getString("media_type"),
                    row.getString("sha256"),
                    row.getBytes("content")))
        .optional();
  }

  /** Adds a paper to the locked application; returns its number. */
  int insert(
      long application,
      DocumentKind kind,
      String name,
      FileType type,
      byte[] content,
      String uploadedBy) {
    return jdbc.sql(
            """
            insert into tenancy.application_documents (application_id, no, kind, name, media_type,
              content, sha256, uploaded_by)
            select :application, coalesce(max(no), 0) + 1, :kind, :name, :type, :content, :sha256,
                   :by
            from tenancy.application_documents where application_id = :application
            returning no""")
        .param("application", application)
        .param("kind", kind.name())
        .param("name", name)
        .param("type", type.mediaType())
        .param("content", content)
        .param("sha256", Sha256.of(content))
        .param("by", uploadedBy)
        .query(Integer.class)
        .single();
  }

  /** Takes a paper back; false where there is none. */
  boolean remove(long application, int no) {
    return jdbc.sql(
                """
                update tenancy.application_documents set removed_at = now()
                where application_id = :application and no = :no and removed_at is null""")
            .param("application", application)
            .param("no", no)
            .update()
        == 1;
  }

  /** Papers ever uploaded to an application, and their bytes. */
  record Used(int papers, long bytes) {}

  Used used(long application) {
    return jdbc.sql(
            """
            select count(*) as papers, coalesce(sum(octet_length(content)), 0) as bytes
            from tenancy.application_documents where application_id = :application""")
        .param("application", application)
        .query(Used.class)
        .single();
  }

  /** Rules in force on which papers are needed. */
  List<DocumentRule> rules() {
    return jdbc.sql(
            """
            select * from tenancy.document_rules where in_force @> zoning.on_date()
            order by always desc, kind""")
        .query(
            (row, n) ->
                new DocumentRule(
                    DocumentKind.valueOf(row.getString("kind")),
                    row.getBoolean("always"),
                    row.getBigDecimal("wastewater_over_m3_day") == null
                        ? null
                        : (Double) row.getDouble("wastewater_over_m3_day"),
                    set(row.getArray("hazards"), HazardClass::valueOf),
                    set(row.getArray("traits"), Trait::valueOf),
                    row.getBoolean("certificate_claimed"),
                    row.getBoolean("judged_by_person"),
                    row.getString("name_vi"),
                    row.getString("name_en"),
                    row.getString("source_vi"),
                    row.getString("source_en")))
        .list();
  }

  static <T> Set<T> set(Array array, Function<String, T> value) throws SQLException {
    return Arrays.stream((Object[]) array.getArray())
        .map(name -> value.apply(name.toString()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
