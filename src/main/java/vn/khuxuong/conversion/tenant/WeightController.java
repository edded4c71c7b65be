package vn.khuxuong.conversion.tenant;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The rules of the score, for everybody: {@code GET /api/v1/conversions/weights?on=…} those that
 * count on a day, {@code …/weights/versions} all that were ever published. Officers publish new
 * ones.
 */
@RestController
@RequestMapping("/api/v1/conversions/weights")
class WeightController {
  private final PublishWeights weights;

  WeightController(PublishWeights weights) {
    this.weights = weights;
  }

  @GetMapping
  ResponseEntity<WeightSet> get(@RequestParam(required = false) @Nullable String on) {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(weights.on(on));
  }

  @GetMapping("/versions")
  ResponseEntity<PublishWeights.All> versions() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(weights.all());
  }

  @PostMapping
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<PublishWeights.All> publish(
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody WeightsAsked asked) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(weights.publish(asked, ifMatch));
  }
}
