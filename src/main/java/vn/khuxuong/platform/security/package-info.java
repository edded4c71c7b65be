/** Who may do what: accounts, roles, form login for people, HTTP Basic for tools. */
@NullMarked
package vn.khuxuong.platform.security;

import org.jspecify.annotations.NullMarked;
