package vn.khuxuong.zoning.exchange;

import java.time.Duration;

/**
 * How much of a file is taken in. Ten times the largest plan the editor is made for (5,000
 * subzones, 500,000 vertices), small enough for a heap of 768 MB.
 *
 * @param fileBytes largest upload
 * @param unpackedBytes largest content of an archive
 * @param entries most members of an archive
 * @param ratio an archive's content may be this many times its size
 * @param features most features
 * @param vertices most vertices of all features
 * @param patience how long one run of ogr2ogr may take
 */
record ImportLimits(
    long fileBytes,
    long unpackedBytes,
    int entries,
    int ratio,
    int features,
    int vertices,
    Duration patience) {

  static ImportLimits standard() {
    return new ImportLimits(
        50_000_000, 300_000_000, 200, 200, 20_000, 500_000, Duration.ofSeconds(60));
  }
}
