package vn.khuxuong.tenancy.application;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.file.FileType;
import vn.khuxuong.platform.file.PhotoOrigin;
import vn.khuxuong.platform.file.StoredFile;
import vn.khuxuong.platform.problem.ProblemException;

/** Papers of an application: added and taken back while it is open, read by firm and officers. */
@Component
public class KeepDocuments {
  private static final Set<FileType> PAPERS = EnumSet.of(FileType.PDF, FileType.JPEG, FileType.PNG);
  private static final int MOST_MIB = 10;
  private static final int MOST_PAPERS = 40;
  private static final long MOST_BYTES_OF_ALL = 100L << 20;

  private final DocumentStore documents;
  private final ApplicationStore applications;
  private final ApplicationAccess access;
  private final Audit audit;

  KeepDocuments(
      DocumentStore documents,
      ApplicationStore applications,
      ApplicationAccess access,
      Audit audit) {
    this.documents = documents;
    this.applications = applications;
    this.access = access;
    this.audit = audit;
  }

  /** A paper added, and the application as it then is. */
  record Added(int no, KeptApplication application) {}

  /**
   * Adds a paper to an application of the caller's firm; a photo's place and device are not kept. A
   * PDF stays as it was sent: it may be signed, it is evidence, and only the authority reads it.
   *
   * @throws ProblemException {@link ApplicationProblem#UNKNOWN_APPLICATION}, {@link
   *     ApplicationProblem#WRONG_STATUS}, {@link ApplicationProblem#BAD_DOCUMENT}, {@link
   *     ApplicationProblem#TOO_LARGE}, {@link ApplicationProblem#TOO_MANY}
   */
  @Transactional
  Added add(String code, DocumentKind kind, String sentName, byte[] content) {
    KeptApplication application = access.lockOpen(code);
    if (content.length > MOST_MIB << 20) {
      throw ApplicationProblem.TOO_LARGE
          .with(
              "Tệp vượt quá " + MOST_MIB + " MiB.", "The file is larger than " + MOST_MIB + " MiB.")
          .field("file")
          .remedy("Quét với độ phân giải thấp hơn.", "Scan it at a lower resolution.");
    }
    FileType type =
        FileType.of(content).filter(PAPERS::contains).orElseThrow(KeepDocuments::refused);
    byte[] kept =
        type == FileType.PDF
            ? content
            : PhotoOrigin.remove(content, type).orElseThrow(KeepDocuments::refused);
    DocumentStore.Used used = documents.used(application.id());
    if (used.papers() >= MOST_PAPERS || used.bytes() + content.length > MOST_BYTES_OF_ALL) {
      throw ApplicationProblem.TOO_MANY
          .with(
              "Mỗi đơn nhận tối đa "
                  + MOST_PAPERS
                  + " tệp, tổng "
                  + (MOST_BYTES_OF_ALL >> 20)
                  + " MiB, kể cả tệp đã gỡ.",
              "An application takes at most "
                  + MOST_PAPERS
                  + " files of "
                  + (MOST_BYTES_OF_ALL >> 20)
                  + " MiB together, those taken back included.")
          .field("file");
    }
    String name = FileName.clean(sentName, type);
    int no = documents.insert(application.id(), kind, name, type, kept, access.caller());
    applications.touch(application.id());
    audit.record(
        "application.document-added",
        "application",
        code,
        Map.of("document", no, "kind", kind, "bytes", kept.length));
    return new Added(no, applications.get(application.id()));
  }

  /**
   * Takes a paper of an open application back; its number is not given again.
   *
   * @throws ProblemException {@link ApplicationProblem#UNKNOWN_APPLICATION}, {@link
   *     ApplicationProblem#UNKNOWN_DOCUMENT}, {@link ApplicationProblem#WRONG_STATUS}
   */
  @Transactional
  KeptApplication remove(String code, int no) {
    KeptApplication application = access.lockOpen(code);
    if (!documents.remove(application.id(), no)) {
      throw unknown(no);
    }
    applications.touch(application.id());
    audit.record("application.document-removed", "application", code, Map.of("document", no));
    return applications.get(application.id());
  }

  /**
   * A paper with its content.
   *
   * @throws ProblemException {@link ApplicationProblem#UNKNOWN_APPLICATION}, {@link
   *     ApplicationProblem#UNKNOWN_DOCUMENT}
   */
  @Transactional(readOnly = true)
  StoredFile get(String code, int no) {
    return documents.find(access.readable(code).id(), no).orElseThrow(() -> unknown(no));
  }

  private static ProblemException refused() {
    return ApplicationProblem.BAD_DOCUMENT
        .with(
            "Tệp không phải PDF, JPG hay PNG trọn vẹn, hoặc có nội dung khác nối phía sau.",
            "The file is no whole PDF, JPG or PNG, or something else is appended to it.")
        .field("file")
        .remedy(
            "Lưu lại thành PDF, JPG hoặc PNG rồi gửi.", "Save it as PDF, JPG or PNG and send it.");
  }

  private static ProblemException unknown(int no) {
    return ApplicationProblem.UNKNOWN_DOCUMENT
        .with("Đơn không có giấy tờ số " + no + ".", "The application has no document " + no + ".")
        .field("n");
  }
}
