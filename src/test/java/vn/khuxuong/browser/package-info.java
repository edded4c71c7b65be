/** The pages in a real browser: one golden path per screen, by mouse and by keyboard. */
@NullMarked
package vn.khuxuong.browser;

import org.jspecify.annotations.NullMarked;
