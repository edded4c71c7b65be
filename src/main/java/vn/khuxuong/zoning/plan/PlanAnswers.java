package vn.khuxuong.zoning.plan;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * How answers about plans may be kept: what is not published stays out of every cache, and what is
 * published is asked for again with its entity tag.
 */
@Component
public class PlanAnswers {
  /** GeoJSON (RFC 7946). */
  public static final MediaType GEOJSON = MediaType.valueOf("application/geo+json");

  private final PlanAccess access;

  PlanAnswers(PlanAccess access) {
    this.access = access;
  }

  /** Headers of an answer about one plan. */
  public HttpHeaders headers(Plan plan) {
    HttpHeaders headers = new HttpHeaders();
    headers.setETag(plan.etag());
    headers.setCacheControl(
        plan.status().isPublic() && !access.seesDrafts()
            ? CacheControl.noCache().cachePublic()
            : CacheControl.noStore().cachePrivate());
    headers.setVary(java.util.List.of("Authorization", "Cookie", "Accept-Language"));
    return headers;
  }

  /** An answer about one plan. */
  public <T> ResponseEntity<T> of(Plan plan, T body) {
    return ResponseEntity.ok().headers(headers(plan)).body(body);
  }

  /** An answer about several plans, which nobody keeps. */
  public <T> ResponseEntity<T> ofMany(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
  }

  /** The plan as the caller may see it. */
  public PlanJson json(Plan plan) {
    return access.seesDrafts() ? PlanJson.forStaff(plan) : PlanJson.forPublic(plan);
  }
}
