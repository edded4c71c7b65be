/** What {@code lower} must not use. */
@org.springframework.modulith.ApplicationModule
package vn.khuxuong.offender.upper;
