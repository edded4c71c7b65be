/** What every page and API needs to know of a request: its language, the service's own address. */
@NullMarked
package vn.khuxuong.platform.web;

import org.jspecify.annotations.NullMarked;
