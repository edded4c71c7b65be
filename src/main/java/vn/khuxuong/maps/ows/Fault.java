package vn.khuxuong.maps.ows;

/** What goes wrong in every service alike, whatever was asked of it. */
public enum Fault {
  UNREADABLE(
      "Các tham số không đọc được; chúng phải là UTF-8.",
      "The parameters cannot be read; they must be UTF-8."),
  BUSY(
      "Máy chủ bản đồ đang bận. Hãy thử lại sau giây lát.",
      "The map server is busy. Try again in a moment."),
  FAILED(
      "Yêu cầu không thực hiện được vì lỗi của máy chủ.",
      "The request failed through a fault of the server.");

  final String vi;
  final String en;

  Fault(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }
}
