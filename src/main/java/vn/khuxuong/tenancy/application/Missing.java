package vn.khuxuong.tenancy.application;

/**
 * Something an application lacks before it can be handed in.
 *
 * @param type DOCUMENT for a paper, FACT for a member of the application
 * @param code kind of the paper, or name of the member
 * @param vi what is missing and where to put it
 * @param sourceVi law that asks for it, empty where none does
 */
record Missing(String type, String code, String vi, String en, String sourceVi, String sourceEn) {

  static Missing document(DocumentRule rule) {
    return new Missing(
        "DOCUMENT",
        rule.kind().name(),
        "Tải lên: " + rule.nameVi() + ".",
        "Upload: " + rule.nameEn() + ".",
        rule.sourceVi(),
        rule.sourceEn());
  }

  static Missing fact(String member, String vi, String en) {
    return new Missing("FACT", member, vi, en, "", "");
  }
}
