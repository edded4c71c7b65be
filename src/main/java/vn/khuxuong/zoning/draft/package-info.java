/**
 * Drawing: batches of edits that succeed or fail as a whole, every state kept as a revision, and
 * what the checks say about the result. URLs {@code /api/v1/plans/{id}/edits} and its neighbours;
 * tables {@code zoning.subzones}, {@code zoning.draft_revisions}, {@code zoning.draft_changes},
 * {@code zoning.draft_steps}.
 */
@NullMarked
package vn.khuxuong.zoning.draft;

import org.jspecify.annotations.NullMarked;
