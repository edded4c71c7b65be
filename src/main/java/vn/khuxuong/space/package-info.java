/**
 * Buildings, floors and bays, and who occupies them when: the one owner of availability. Schema
 * {@code space}.
 */
@ApplicationModule(allowedDependencies = {"platform", "geo", "zoning"})
@NullMarked
package vn.khuxuong.space;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
