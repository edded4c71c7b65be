/**
 * What every module stands on: problems, security, audit, jobs, the database, the clock. Knows no
 * business word.
 */
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@NullMarked
package vn.khuxuong.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
