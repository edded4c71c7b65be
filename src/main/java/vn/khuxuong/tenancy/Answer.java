package vn.khuxuong.tenancy;

import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/** How holds, offers and leases are answered over HTTP: under their version, never from a cache. */
public final class Answer {
  private Answer() {}

  /**
   * The record as it is.
   *
   * @param json it, as it is sent
   */
  public static <J> ResponseEntity<J> of(Versioned kept, J json) {
    return sent(ResponseEntity.ok(), kept, json);
  }

  /**
   * The record that the request has made.
   *
   * @param path of its list, without a slash at the end
   * @param json it, as it is sent
   */
  public static <J> ResponseEntity<J> made(String path, Versioned kept, J json) {
    return sent(ResponseEntity.created(URI.create(path + "/" + kept.id())), kept, json);
  }

  /** What has no version of its own. */
  public static <J> ResponseEntity<J> of(J json) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json);
  }

  private static <J> ResponseEntity<J> sent(
      ResponseEntity.BodyBuilder answer, Versioned kept, J json) {
    return answer.cacheControl(CacheControl.noStore()).eTag(kept.etag()).body(json);
  }
}
