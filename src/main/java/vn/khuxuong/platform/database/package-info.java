/**
 * Where PostGIS is: an external server, or the private local cluster that the service starts and
 * stops itself.
 */
@NullMarked
package vn.khuxuong.platform.database;

import org.jspecify.annotations.NullMarked;
