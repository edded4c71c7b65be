/**
 * Tenants of a zone in conversion: what is held of each, the published score with every
 * contribution, decisions of officers and what the firm says against them.
 */
@NullMarked
package vn.khuxuong.conversion.tenant;

import org.jspecify.annotations.NullMarked;
