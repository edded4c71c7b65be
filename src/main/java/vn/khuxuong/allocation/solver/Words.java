package vn.khuxuong.allocation.solver;

/** The words of {@link ReasonText} in each language; {0}, {1}, ... are filled in. */
enum Words {
  VIETNAMESE(
      " và ",
      "Doanh nghiệp được bố trí tại {0}, {1}: {2} m² (đề nghị ít nhất {3} m²), nhận mặt bằng từ"
          + " {4}.",
      "Đây là khu doanh nghiệp ưu tiên nhất.",
      "Đây là khu xếp thứ {0} trong {1} khu doanh nghiệp đã chọn.",
      "Khu này nằm ngoài danh sách đã chọn; doanh nghiệp đã đồng ý nhận khu khác.",
      "Không có tầng nào đạt yêu cầu tại các khu được ưu tiên hơn.",
      "Tại các khu được ưu tiên hơn có {0} tầng đạt yêu cầu nhưng phương án tốt nhất cho cả đợt"
          + " dành các tầng đó cho doanh nghiệp khác.",
      "Không tầng nào trong {0} tầng đáp ứng yêu cầu của doanh nghiệp. Điều kiện đầu tiên không"
          + " đạt: {1}.",
      "Chỉ riêng điều kiện {0} đã loại tất cả các tầng.",
      "Các điều kiện {0} cộng lại đã loại tất cả các tầng.",
      "{0} tầng vì {1}",
      "Có {0} tầng đáp ứng yêu cầu của doanh nghiệp nhưng sau phân bổ không còn đủ chỗ: {1}.",
      "Điểm ưu tiên của doanh nghiệp là {0}.",
      "Tại {0} tầng, mọi doanh nghiệp được bố trí đều có điểm bằng hoặc cao hơn.",
      "Tại {0} tầng có đơn ít điểm hơn được bố trí, vì diện tích, nguyện vọng khu và cách lấp"
          + " khoang cũng tính vào tổng điểm của cả đợt.",
      "Tại {0} tầng có đơn ít điểm hơn được bố trí: đợt này dành ít nhất {1}; diện tích, nguyện"
          + " vọng khu và cách lấp khoang cũng tính vào tổng điểm.",
      "Gần đạt nhất: {0}.",
      "{0} – {1}",
      "{0}: cần {1}, còn {2} {3}",
      "Đã có chỗ",
      "Không tầng nào đạt: {0}",
      "Có tầng đạt, nhưng đã hết chỗ",
      "không còn khoang trống, doanh nghiệp cần ít nhất {0} m²") {
    @Override
    String rule(Rule rule) {
      return switch (rule) {
        case LOAD -> "tải trọng sàn";
        case CLEAR_HEIGHT -> "chiều cao thông thủy";
        case LIFT -> "tải trọng thang hàng";
        case HAZARD -> "hạng nguy hiểm cháy nổ";
        case INDUSTRY -> "ngành nghề được phép";
        case BUDGET -> "giá thuê";
        case ZONE -> "khu doanh nghiệp chấp nhận";
        case TENANT_ON_FLOOR -> "hoạt động không tương thích đang có trên tầng";
        case BUILDING_POWER -> "công suất điện của tòa nhà";
        case WASTEWATER -> "công suất xử lý nước thải của tòa nhà";
        case AREA -> "diện tích liền khối";
        case START -> "thời điểm nhận mặt bằng";
        case TERM -> "thời hạn khai thác của tầng";
        case TENANT_NEIGHBOUR -> "hoạt động không tương thích ở khoang liền kề";
        case FLOOR_POWER -> "công suất điện của tầng";
        case FOREIGN_CAP -> "hạn mức diện tích cho doanh nghiệp có vốn nước ngoài";
      };
    }

    @Override
    String shortfall(Rule rule) {
      return switch (rule) {
        case LOAD -> "tải trọng sàn {1} kN/m², cần {0} kN/m²";
        case CLEAR_HEIGHT -> "chiều cao thông thủy {1} m, cần {0} m";
        case LIFT -> "thang hàng {1} tấn, cần {0} tấn";
        case HAZARD -> "không cho phép hạng nguy hiểm cháy nổ {2}";
        case INDUSTRY -> "không cho phép ngành {2}";
        case BUDGET -> "giá thuê {1} nghìn đồng/m²/tháng, ngân sách {0}";
        case ZONE -> "{2} không thuộc các khu doanh nghiệp chấp nhận";
        case TENANT_ON_FLOOR -> "trên tầng đã có hoạt động không tương thích";
        case BUILDING_POWER -> "tòa nhà còn {1} kVA, cần {0} kVA";
        case WASTEWATER -> "tòa nhà còn nhận {1} m³ nước thải/ngày, cần {0} m³";
        case AREA -> "khối gần nhất {1} m², giới hạn của doanh nghiệp {0} m²";
        case START -> "trống từ {1}, doanh nghiệp cần muộn nhất {0}";
        case TERM -> "khai thác đến hết {1}, hợp đồng cần đến hết {0}";
        case TENANT_NEIGHBOUR -> "chỗ trống duy nhất nằm cạnh hoạt động không tương thích";
        case FLOOR_POWER -> "tầng còn {1} kVA, cần {0} kVA";
        case FOREIGN_CAP -> "hạn mức của khu còn {1} m², cần {0} m²";
      };
    }

    @Override
    String capacity(Capacity capacity) {
      return switch (capacity) {
        case AREA -> "hết diện tích liền khối";
        case FLOOR_POWER -> "hết công suất điện của tầng";
        case BUILDING_POWER -> "hết công suất điện của tòa nhà";
        case WASTEWATER -> "hết công suất xử lý nước thải";
        case FOREIGN_CAP -> "hết hạn mức diện tích cho doanh nghiệp có vốn nước ngoài";
        case NEIGHBOUR -> "hoạt động xung quanh không tương thích";
        case NO_GAIN -> "bố trí thêm không làm tăng tổng điểm";
      };
    }

    @Override
    String wastewaterUnit() {
      return "m³/ngày";
    }
  },
  ENGLISH(
      " and ",
      "The firm is placed on {0}, {1}: {2} m² (at least {3} m² asked), from {4}.",
      "This is the zone it prefers most.",
      "This is number {0} of the {1} zones it listed.",
      "It did not list this zone, but accepts others.",
      "No floor in a zone it prefers meets its needs.",
      "In zones it prefers, floors that meet its needs: {0}; the best plan for the whole round"
          + " gives them to others.",
      "None of the {0} floors meets the firm's needs. First condition that fails: {1}.",
      "One condition alone, {0}, rules out every floor.",
      "Together, {0} rule out every floor.",
      "{1} ({0})",
      "Floors that meet the firm's needs: {0}; after the allocation none has room: {1}.",
      "The firm has {0} priority points.",
      "Floors where every firm placed has as many points or more: {0}.",
      "Floors that went to applications with fewer points, because area, choice of zone and the"
          + " filling of bays count for the whole round too: {0}.",
      "Floors that went to applications with fewer points: {0}. This round keeps at least {1};"
          + " area, choice of zone and the filling of bays count too.",
      "Closest: {0}.",
      "{0} – {1}",
      "{0}: {1} needed, {2} {3} left",
      "Placed",
      "No floor meets: {0}",
      "Some floors fit, but have no room left",
      "no free bay, the firm needs at least {0} m²") {
    @Override
    String rule(Rule rule) {
      return switch (rule) {
        case LOAD -> "floor load";
        case CLEAR_HEIGHT -> "clear height";
        case LIFT -> "goods lift";
        case HAZARD -> "fire hazard category";
        case INDUSTRY -> "permitted industry";
        case BUDGET -> "rent";
        case ZONE -> "zones the firm accepts";
        case TENANT_ON_FLOOR -> "incompatible activity already on the floor";
        case BUILDING_POWER -> "power of the building";
        case WASTEWATER -> "wastewater capacity of the building";
        case AREA -> "contiguous area";
        case START -> "date the space is free";
        case TERM -> "end date of the floor";
        case TENANT_NEIGHBOUR -> "incompatible activity next door";
        case FLOOR_POWER -> "power of the floor";
        case FOREIGN_CAP -> "cap on non-domestic area";
      };
    }

    @Override
    String shortfall(Rule rule) {
      return switch (rule) {
        case LOAD -> "load {0} > {1} kN/m²";
        case CLEAR_HEIGHT -> "clear height {0} > {1} m";
        case LIFT -> "lift {0} > {1} t";
        case HAZARD -> "fire hazard category {2} not permitted";
        case INDUSTRY -> "industry {2} not permitted";
        case BUDGET -> "rent {1} > budget {0} thousand VND/m²/month";
        case ZONE -> "{2} is not a zone the firm accepts";
        case TENANT_ON_FLOOR -> "an incompatible activity is on the floor";
        case BUILDING_POWER -> "power {0} > {1} kVA left in the building";
        case WASTEWATER -> "wastewater {0} > {1} m³/day left in the building";
        case AREA -> "nearest block {1} m², the firm's limit {0} m²";
        case START -> "free from {1}, needed by {0}";
        case TERM -> "usable to the end of {1}, the lease would run to the end of {0}";
        case TENANT_NEIGHBOUR -> "the only space lies next to an incompatible activity";
        case FLOOR_POWER -> "power {0} > {1} kVA left on the floor";
        case FOREIGN_CAP -> "area {0} > {1} m² left under the zone's cap";
      };
    }

    @Override
    String capacity(Capacity capacity) {
      return switch (capacity) {
        case AREA -> "no contiguous area left";
        case FLOOR_POWER -> "no power left on the floor";
        case BUILDING_POWER -> "no power left in the building";
        case WASTEWATER -> "no wastewater capacity left";
        case FOREIGN_CAP -> "cap on non-domestic area reached";
        case NEIGHBOUR -> "incompatible activities around";
        case NO_GAIN -> "placing one more firm adds no points";
      };
    }

    @Override
    String wastewaterUnit() {
      return "m³/day";
    }
  };

  final String and;
  final String placed;
  final String firstChoice;
  final String choice;
  final String otherZone;
  final String noBetterFits;
  final String betterTaken;
  final String noFloorFits;
  final String oneRuleAlone;
  final String rulesTogether;
  final String count;
  final String outscored;
  final String points;
  final String heldByMore;
  final String heldByFewer;
  final String heldByFewerQuota;
  final String nearest;
  final String onFloor;
  final String lack;
  final String placedCause;
  final String noFloorFitsCause;
  final String outscoredCause;
  final String noBay;

  Words(
      String and,
      String placed,
      String firstChoice,
      String choice,
      String otherZone,
      String noBetterFits,
      String betterTaken,
      String noFloorFits,
      String oneRuleAlone,
      String rulesTogether,
      String count,
      String outscored,
      String points,
      String heldByMore,
      String heldByFewer,
      String heldByFewerQuota,
      String nearest,
      String onFloor,
      String lack,
      String placedCause,
      String noFloorFitsCause,
      String outscoredCause,
      String noBay) {
    this.and = and;
    this.placed = placed;
    this.firstChoice = firstChoice;
    this.choice = choice;
    this.otherZone = otherZone;
    this.noBetterFits = noBetterFits;
    this.betterTaken = betterTaken;
    this.noFloorFits = noFloorFits;
    this.oneRuleAlone = oneRuleAlone;
    this.rulesTogether = rulesTogether;
    this.count = count;
    this.outscored = outscored;
    this.points = points;
    this.heldByMore = heldByMore;
    this.heldByFewer = heldByFewer;
    this.heldByFewerQuota = heldByFewerQuota;
    this.nearest = nearest;
    this.onFloor = onFloor;
    this.lack = lack;
    this.placedCause = placedCause;
    this.noFloorFitsCause = noFloorFitsCause;
    this.outscoredCause = outscoredCause;
    this.noBay = noBay;
  }

  /** A rule as a noun. */
  abstract String rule(Rule rule);

  /** A rule broken on one floor: {0} the firm's number, {1} the floor's, {2} the subject. */
  abstract String shortfall(Rule rule);

  /** What lacks, as a remark. */
  abstract String capacity(Capacity capacity);

  abstract String wastewaterUnit();

  /** Unit of a capacity, empty where it has no number. */
  String unit(Capacity capacity) {
    return switch (capacity) {
      case AREA, FOREIGN_CAP -> "m²";
      case FLOOR_POWER, BUILDING_POWER -> "kVA";
      case WASTEWATER -> wastewaterUnit();
      case NEIGHBOUR, NO_GAIN -> "";
    };
  }
}
