/**
 * E-mail addresses of accounts: confirmed by a link in a mail, and used to set a forgotten password
 * anew. URLs: pages {@code /accounts/forgot}, {@code /accounts/reset}, {@code /accounts/confirm},
 * and {@code /api/v1/accounts/me/email}. Tables: {@code platform.account_mails}, {@code
 * platform.account_tokens}.
 *
 * <p>Only an address that was confirmed lets a password be set anew, since one typed wrong belongs
 * to a stranger. Nothing that is answered tells whether an account or an address is known.
 */
@NullMarked
package vn.khuxuong.platform.account;

import org.jspecify.annotations.NullMarked;
