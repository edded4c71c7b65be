package vn.khuxuong.space.search.alert;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.web.Language;

/**
 * A kept search.
 *
 * @param query canonical
 * @param owner account that lists it, null without one
 * @param email null for a feed
 * @param active whether it is watched; one by mail only once its address was confirmed
 * @param newsAt when something was last found, null for never
 */
record SavedSearch(
    UUID id,
    String query,
    @Nullable String owner,
    Channel channel,
    @Nullable String email,
    Language language,
    Frequency frequency,
    boolean active,
    OffsetDateTime madeAt,
    @Nullable OffsetDateTime newsAt) {}
