/**
 * Who may do what: accounts, roles, form login for people, HTTP Basic for tools. URLs {@code
 * /login}, {@code /api/v1/accounts}, where a firm's person makes an account.
 */
@NullMarked
package vn.khuxuong.platform.security;

import org.jspecify.annotations.NullMarked;
