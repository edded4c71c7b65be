/**
 * The ledger itself: events of projects with their corrections, rates of the day, balances as
 * published. URLs {@code /api/v1/indicators/events}, {@code /rates}, {@code /projects/{code}};
 * tables {@code reporting.projects}, {@code events}, {@code rates}, {@code openings}, all
 * append-only.
 */
@NullMarked
package vn.khuxuong.report.ledger;

import org.jspecify.annotations.NullMarked;
