package vn.khuxuong.maps.layer;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells who starts the service what is wrong with the layer catalogue, without a stack trace. */
class BrokenCatalogueAnalyzer extends AbstractFailureAnalyzer<BrokenCatalogueException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, BrokenCatalogueException cause) {
    return new FailureAnalysis(
        cause.getMessage(), "Mend the files named above; the folder is that of KHU_MAPS.", cause);
  }
}
