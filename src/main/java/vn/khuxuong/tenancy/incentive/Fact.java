package vn.khuxuong.tenancy.incentive;

/**
 * What a programme may ask of a firm. For each fact there is a sentence where it holds, one where
 * it does not, and the name of the evidence that would show it.
 */
public enum Fact {
  SME(
      Proof.PROFILE,
      "là doanh nghiệp siêu nhỏ, nhỏ hoặc vừa theo số liệu đã khai",
      "is a micro, small or medium firm by its figures",
      "là doanh nghiệp lớn theo số liệu đã khai",
      "is a large firm by its figures",
      "số lao động đóng bảo hiểm xã hội và doanh thu hoặc nguồn vốn năm gần nhất",
      "insured employees, and revenue or capital, of the last year"),
  PRIVATE_HIGHTECH(
      Proof.OFFICER,
      "là doanh nghiệp công nghệ cao của tư nhân trong nước",
      "is a private high-tech firm",
      "có phần vốn nước ngoài chi phối",
      "has a foreign majority",
      "giấy chứng nhận doanh nghiệp công nghệ cao, được cán bộ xác nhận",
      "the certificate of a high-tech firm, confirmed by an officer"),
  STARTUP(
      Proof.OFFICER,
      "là doanh nghiệp khởi nghiệp sáng tạo",
      "is an innovative start-up",
      "không phải doanh nghiệp khởi nghiệp sáng tạo",
      "is no innovative start-up",
      "văn bản công nhận doanh nghiệp khởi nghiệp sáng tạo, được cán bộ xác nhận",
      "the recognition as an innovative start-up, confirmed by an officer"),
  SUPPORTING_PRODUCT(
      Proof.PROFILE,
      "làm sản phẩm trong danh mục công nghiệp hỗ trợ",
      "makes a product of the supporting-industry list",
      "không làm sản phẩm trong danh mục công nghiệp hỗ trợ",
      "makes no product of the supporting-industry list",
      "sản phẩm trong danh mục công nghiệp hỗ trợ, khai ở hồ sơ doanh nghiệp",
      "a product of the supporting-industry list, stated in the profile"),
  SUPPORTING_CERTIFICATE(
      Proof.PROFILE,
      "có giấy xác nhận ưu đãi công nghiệp hỗ trợ",
      "has a certificate of incentives for supporting industry",
      "không có giấy xác nhận ưu đãi công nghiệp hỗ trợ",
      "has no certificate of incentives for supporting industry",
      "số và ngày giấy xác nhận ưu đãi công nghiệp hỗ trợ, khai ở hồ sơ doanh nghiệp",
      "number and day of the certificate of incentives, stated in the profile"),
  DISPLACED(
      Proof.OFFICER,
      "phải di dời khỏi nơi hiện nay",
      "must leave its present place",
      "không thuộc diện phải di dời",
      "need not leave its present place",
      "văn bản yêu cầu di dời, được cán bộ xác nhận",
      "the order to move, confirmed by an officer"),
  LEASE(
      Proof.LEASE,
      "đang thuê xưởng trong khu",
      "rents floor space in a zone",
      "chưa có hợp đồng thuê đang chạy",
      "has no running lease",
      "hợp đồng thuê",
      "a lease"),
  CONVERTING_ZONE(
      Proof.LEASE,
      "thuê trong khu thí điểm chuyển đổi",
      "rents in a zone in pilot conversion",
      "không thuê trong khu thí điểm chuyển đổi",
      "does not rent in a zone in pilot conversion",
      "hợp đồng thuê trong khu thí điểm chuyển đổi",
      "a lease in a zone in pilot conversion"),
  RESEARCH_PARTNER(
      Proof.OFFICER,
      "có hợp đồng hợp tác với tổ chức khoa học và công nghệ",
      "works with a science and technology organisation under contract",
      "không hợp tác với tổ chức khoa học và công nghệ",
      "works with no science and technology organisation",
      "hợp đồng hợp tác với tổ chức khoa học và công nghệ, được cán bộ xác nhận",
      "the contract with a science and technology organisation, confirmed by an officer"),
  INVESTMENT_PLAN(
      Proof.OFFICER,
      "có dự án, phương án đầu tư khả thi",
      "has a feasible investment plan",
      "không có dự án đầu tư",
      "has no investment plan",
      "dự án hoặc phương án đầu tư, kèm phần vốn tự có, được cán bộ xác nhận",
      "the investment plan with the firm's own capital, confirmed by an officer");

  /** Where evidence is given. */
  public enum Proof {
    /** The firm writes it into its profile. */
    PROFILE,
    /** An officer sees a paper and records it. */
    OFFICER,
    /** It follows from leases on record. */
    LEASE
  }

  /** Whether a fact holds. */
  public enum State {
    MET,
    NOT_MET,
    /** Nothing on record shows it, and nothing shows the contrary. */
    MISSING
  }

  private final Proof proof;
  private final String metVi;
  private final String metEn;
  private final String notVi;
  private final String notEn;
  private final String evidenceVi;
  private final String evidenceEn;

  Fact(
      Proof proof,
      String metVi,
      String metEn,
      String notVi,
      String notEn,
      String evidenceVi,
      String evidenceEn) {
    this.proof = proof;
    this.metVi = metVi;
    this.metEn = metEn;
    this.notVi = notVi;
    this.notEn = notEn;
    this.evidenceVi = evidenceVi;
    this.evidenceEn = evidenceEn;
  }

  /** Where its evidence is given. */
  public Proof proof() {
    return proof;
  }

  /** What is said of a firm in this state: a clause, or the evidence that is missing. */
  public String text(State state, boolean vi) {
    return switch (state) {
      case MET -> vi ? metVi : metEn;
      case NOT_MET -> vi ? notVi : notEn;
      case MISSING -> vi ? evidenceVi : evidenceEn;
    };
  }
}
