package vn.khuxuong.offender.upper;

/** Public, so the compiler lets everybody use it. */
public record Temptation(String name) {}
