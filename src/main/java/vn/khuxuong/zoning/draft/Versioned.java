package vn.khuxuong.zoning.draft;

import org.jspecify.annotations.Nullable;

/** A body that may say which version of the plan it changes, see {@link Precondition#version}. */
public interface Versioned {
  /** The plan's lock version as the client knows it, null where it does not say. */
  @Nullable Integer version();
}
