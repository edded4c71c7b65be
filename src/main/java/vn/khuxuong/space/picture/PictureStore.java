package vn.khuxuong.space.picture;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.file.FileType;
import vn.khuxuong.platform.file.Sha256;
import vn.khuxuong.platform.file.StoredFile;

/** SQL of photos and plans of buildings. */
@Component
class PictureStore {
  private final JdbcClient jdbc;

  PictureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A picture without its content; size in bytes. */
  record Picture(
      long id,
      PictureKind kind,
      String mediaType,
      long size,
      String altVi,
      String altEn,
      OffsetDateTime uploadedAt) {}

  /** The building's row, locked against others who add pictures. */
  Optional<Long> lockBuilding(String code) {
    return jdbc.sql("select id from space.buildings where code = :code for no key update")
        .param("code", code)
        .query(Long.class)
        .optional();
  }

  boolean hasBuilding(String code) {
    return jdbc.sql("select exists (select from space.buildings where code = :code)")
        .param("code", code)
        .query(Boolean.class)
        .single();
  }

  /** Pictures that were not taken back, photos first, in the order in which they came. */
  List<Picture> list(String building) {
    return jdbc.sql(
            """
            select p.id, p.kind, p.media_type, octet_length(p.content) as size, p.alt_vi, p.alt_en,
                   p.uploaded_at
            from space.building_pictures p
            join space.buildings b on b.id = p.building_id
            where b.code = :building and p.removed_at is null
            order by p.kind, p.id""")
        .param("building", building)
        .query(Picture.class)
        .list();
  }

  Optional<StoredFile> find(String building, long id) {
    return jdbc.sql(
            """
            select p.media_type, p.sha256, p.content
            from space.building_pictures p
            join space.buildings b on b.id = p.building_id
            where b.code = :building and p.id = :id and p.removed_at is null""")
        .param("building", building)
        .param("id", id)
        .query(
            (row, n) ->
                new StoredFile(
                    "",
                    row.getString("media_type"),
                    row.getString("sha256"),
                    row.getBytes("content")))
        .optional();
  }

  long insert(
      long building,
      PictureKind kind,
      FileType type,
      byte[] content,
      String altVi,
      String altEn,
      String by) {
    return jdbc.sql(
            """
            insert into space.building_pictures (building_id, kind, media_type, content, sha256,
              alt_vi, alt_en, uploaded_by)
            values (:building, :kind, :type, :content, :sha256, :altVi, :altEn, :by)
            returning id""")
        .param("building", building)
        .param("kind", kind.name())
        .param("type", type.mediaType())
        .param("content", content)
        .param("sha256", Sha256.of(content))
        .param("altVi", altVi)
        .param("altEn", altEn)
        .param("by", by)
        .query(Long.class)
        .single();
  }

  /** Takes a picture back; false where there is none. */
  boolean remove(String building, long id, String by) {
    return jdbc.sql(
                """
                update space.building_pictures p set removed_at = now(), removed_by = :by
                from space.buildings b
                where b.id = p.building_id and b.code = :building and p.id = :id
                  and p.removed_at is null""")
            .param("building", building)
            .param("id", id)
            .param("by", by)
            .update()
        == 1;
  }
}
