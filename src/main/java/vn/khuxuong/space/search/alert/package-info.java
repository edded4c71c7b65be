/**
 * Saved searches and their alerts (báo khi có chỗ): whoever keeps a search of {@code
 * /api/v1/vacancies} is told by mail or by an Atom feed when space frees that did not match before.
 *
 * <p>URLs: {@code /api/v1/saved-searches}, {@code /feeds/{token}}, {@code /alerts/confirm}, {@code
 * /alerts/unsubscribe}. Tables: {@code space.saved_searches}, {@code search_news}, {@code
 * alert_mails}, {@code search_tokens}, {@code search_watch}.
 *
 * <p>{@link vn.khuxuong.space.search.alert.WatchSearches} looks at all saved searches when the data
 * have changed or another day has begun, and writes what is new and the mail about it in one
 * transaction; {@link vn.khuxuong.space.search.alert.AlertMails} sends what is due. Both may run in
 * several instances and be killed at any time: nothing is lost. A mail that was handed over at the
 * very moment the service died is sent once more with the same Message-ID, since no protocol tells
 * which of the two happened first.
 */
@NullMarked
package vn.khuxuong.space.search.alert;

import org.jspecify.annotations.NullMarked;
