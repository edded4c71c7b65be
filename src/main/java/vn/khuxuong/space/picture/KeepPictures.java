package vn.khuxuong.space.picture;

import java.text.Normalizer;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.file.FileType;
import vn.khuxuong.platform.file.PhotoOrigin;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.space.SpaceProblem;

/** Photos and plans of a building: officers add them and take them back. */
@Component
public class KeepPictures {
  static final String STAFF = "hasAnyRole('OFFICER', 'ADMIN')";
  private static final int MOST_MIB = 10;
  private static final int MOST_PICTURES = 30;
  private static final int LONGEST_TEXT = 300;

  private final PictureStore pictures;
  private final Audit audit;

  KeepPictures(PictureStore pictures, Audit audit) {
    this.pictures = pictures;
    this.audit = audit;
  }

  /**
   * Adds a picture, without what a camera wrote into it of place and device; gives its id.
   *
   * @param altVi what is to be seen, in Vietnamese
   * @param altEn the same in English
   * @throws ProblemException {@link SpaceProblem#UNKNOWN_BUILDING}, {@link
   *     SpaceProblem#BAD_PICTURE}, {@link SpaceProblem#PICTURE_TOO_LARGE}, {@link
   *     SpaceProblem#TOO_MANY_PICTURES}
   */
  @PreAuthorize(STAFF)
  @Transactional
  long add(
      String building, PictureKind kind, byte[] content, String altVi, String altEn, String by) {
    String vi = text("altVi", altVi);
    String en = text("altEn", altEn);
    if (content.length > MOST_MIB << 20) {
      throw SpaceProblem.PICTURE_TOO_LARGE
          .with(
              "Tệp vượt quá " + MOST_MIB + " MiB.", "The file is larger than " + MOST_MIB + " MiB.")
          .field("file")
          .remedy("Thu nhỏ ảnh rồi gửi lại.", "Make the picture smaller and send it again.");
    }
    FileType type = FileType.of(content).orElseThrow(KeepPictures::refused);
    byte[] kept = PhotoOrigin.remove(content, type).orElseThrow(KeepPictures::refused);
    long id = pictures.lockBuilding(building).orElseThrow(() -> unknownBuilding(building));
    if (pictures.list(building).size() >= MOST_PICTURES) {
      throw SpaceProblem.TOO_MANY_PICTURES
          .with(
              "Mỗi nhà xưởng có tối đa " + MOST_PICTURES + " ảnh và bản vẽ.",
              "A building has at most " + MOST_PICTURES + " photos and plans.")
          .field("file")
          .remedy("Gỡ một ảnh cũ trước.", "Take an old one back first.");
    }
    long picture = pictures.insert(id, kind, type, kept, vi, en, by);
    audit.record(
        "building.picture-added",
        "building",
        building,
        Map.of("picture", picture, "kind", kind, "bytes", kept.length));
    return picture;
  }

  /**
   * Takes a picture back; its address then leads nowhere.
   *
   * @throws ProblemException {@link SpaceProblem#UNKNOWN_PICTURE}
   */
  @PreAuthorize(STAFF)
  @Transactional
  void remove(String building, long id, String by) {
    if (!pictures.remove(building, id, by)) {
      throw unknown(id);
    }
    audit.record("building.picture-removed", "building", building, Map.of("picture", id));
  }

  private static String text(String field, String sent) {
    String text = Normalizer.normalize(sent, Normalizer.Form.NFC).strip();
    if (text.isEmpty() || text.length() > LONGEST_TEXT) {
      throw SpaceProblem.BAD_PICTURE
          .with(
              "Cần lời tả ảnh bằng tiếng Việt và tiếng Anh, tối đa " + LONGEST_TEXT + " chữ.",
              "Say what is to be seen, in Vietnamese and in English, in at most "
                  + LONGEST_TEXT
                  + " letters.")
          .field(field)
          .remedy(
              "Ví dụ: Sân bốc dỡ phía nam, hai xe tải.",
              "For example: Loading yard on the south side, two trucks.");
    }
    return text;
  }

  static ProblemException unknownBuilding(String code) {
    return SpaceProblem.UNKNOWN_BUILDING
        .with("Không có nhà xưởng nào mang mã này.", "No building has this code.")
        .field("code")
        .with("code", code);
  }

  static ProblemException unknown(long id) {
    return SpaceProblem.UNKNOWN_PICTURE
        .with("Nhà xưởng không có ảnh số " + id + ".", "The building has no picture " + id + ".")
        .field("id");
  }

  private static ProblemException refused() {
    return SpaceProblem.BAD_PICTURE
        .with(
            "Tệp không phải JPG, PNG, WebP hay PDF trọn vẹn, hoặc có nội dung khác nối phía sau.",
            "The file is no whole JPG, PNG, WebP or PDF, or something else is appended to it.")
        .field("file")
        .remedy(
            "Lưu lại thành một trong các dạng đó rồi gửi.", "Save it as one of these and send it.");
  }
}
