/**
 * Comments (góp ý): what staff say about a plan, pinned to a place or a subzone, answered and
 * resolved. URLs {@code /api/v1/plans/{id}/comments}; table {@code zoning.comments}.
 */
@NullMarked
package vn.khuxuong.zoning.comment;

import org.jspecify.annotations.NullMarked;
