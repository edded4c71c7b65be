/**
 * Indicators of the programme: a ledger of projects as events, reports as in force on any day and
 * as known on any day, and registers on their way in. URLs {@code /api/v1/indicators…}; schema
 * {@code reporting}. Reads nothing but schemas {@code published} and {@code reporting}.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package vn.khuxuong.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
