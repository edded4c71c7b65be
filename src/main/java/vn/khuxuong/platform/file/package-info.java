/** Files that people send: what they are, whatever they are called. */
@NullMarked
package vn.khuxuong.platform.file;

import org.jspecify.annotations.NullMarked;
