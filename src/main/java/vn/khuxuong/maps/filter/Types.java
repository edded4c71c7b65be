package vn.khuxuong.maps.filter;

import vn.khuxuong.maps.layer.FieldType;

/** Which types go together, and the words for them. */
final class Types {

  private Types() {}

  static boolean areAlike(FieldType a, FieldType b) {
    return a == b || (isNumber(a) && isNumber(b));
  }

  static FilterRefusal unlike(FieldType a, FieldType b, int at) {
    return new FilterRefusal(
        "Không so được " + wordVi(a) + " với " + wordVi(b) + ".",
        "A " + wordEn(a) + " cannot be compared with a " + wordEn(b) + ".",
        at);
  }

  static void requireNumber(Operand operand, int at) {
    if (!isNumber(operand.type())) {
      require(operand, FieldType.NUMBER, at);
    }
  }

  static void require(Operand operand, FieldType type, int at) {
    if (operand.type() != type) {
      throw new FilterRefusal(
          "Chỗ này cần " + wordVi(type) + ", không phải " + wordVi(operand.type()) + ".",
          "A " + wordEn(type) + " is needed here, not a " + wordEn(operand.type()) + ".",
          at);
    }
  }

  private static boolean isNumber(FieldType type) {
    return type == FieldType.NUMBER || type == FieldType.INTEGER;
  }

  private static String wordVi(FieldType type) {
    return switch (type) {
      case STRING -> "chữ";
      case INTEGER, NUMBER -> "số";
      case BOOLEAN -> "giá trị đúng sai";
      case DATE -> "ngày";
    };
  }

  private static String wordEn(FieldType type) {
    return switch (type) {
      case STRING -> "text";
      case INTEGER, NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
    };
  }
}
