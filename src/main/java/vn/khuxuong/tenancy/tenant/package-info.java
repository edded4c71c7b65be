/**
 * Who is in a building, for officers and administrators only: {@code
 * /api/v1/buildings/{code}/tenants}, {@code …/rollover} and {@code …/vacancy}. Nothing of it is
 * ever public.
 */
@NullMarked
package vn.khuxuong.tenancy.tenant;

import org.jspecify.annotations.NullMarked;
