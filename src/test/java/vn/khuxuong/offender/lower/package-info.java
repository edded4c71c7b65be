/** May use nothing, and does. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package vn.khuxuong.offender.lower;
