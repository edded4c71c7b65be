package vn.khuxuong.platform.security;

import vn.khuxuong.platform.web.Language;

/**
 * Somebody has made an account; told in the transaction that made it.
 *
 * @param username name to sign in with
 * @param language the person reads
 */
public record AccountRegistered(String username, Language language) {}
