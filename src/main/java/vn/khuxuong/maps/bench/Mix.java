package vn.khuxuong.maps.bench;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A kind of traffic: what is asked for, where, and how much quicker than MapServer we mean to be.
 */
enum Mix {
  /** 256 x 256 pictures of many zones at once. */
  TILE_CITY(Kind.MAP, 11, 11, 256, 256, 4, 0),
  /** 256 x 256 pictures of a zone with its subzones and plots. */
  TILE_ZONE(Kind.MAP, 14, 14, 256, 256, 4, 0),
  /** 256 x 256 pictures of plots and buildings. */
  TILE_PLOT(Kind.MAP, 16, 16, 256, 256, 4, 0),
  SCREEN_CITY(Kind.MAP, 11, 11, 1024, 768, 4, 0),
  SCREEN_ZONE(Kind.MAP, 14, 14, 1024, 768, 4, 0),
  SCREEN_PLOT(Kind.MAP, 16, 16, 1024, 768, 4, 0),
  /** A click on a screen of plots. */
  INFO(Kind.INFO, 16, 16, 1024, 768, 1, 0),
  /** 1,000 plots as GeoJSON. */
  PAGE(Kind.PAGE, 13, 13, 0, 0, 5, 0.9),
  /** Vector tiles z8 to z11, from coarser copies. */
  MVT_LOW(Kind.TILE, 8, 11, 0, 0, 8, 0.9),
  /** Vector tiles z12 to z14. */
  MVT_ZONE(Kind.TILE, 12, 14, 0, 0, 4, 0.9),
  /** Vector tiles z15 to z17. */
  MVT_PLOT(Kind.TILE, 15, 17, 0, 0, 4, 0.9);

  private enum Kind {
    MAP,
    INFO,
    PAGE,
    TILE
  }

  private static final int PAGE_LIMIT = 1000;
  private static final double PAGE_WIDTH_M = 5000;

  private final Kind kind;
  private final int lowest;
  private final int highest;
  private final int width;
  private final int height;
  private final double times;
  private final double ofBare;

  Mix(Kind kind, int lowest, int highest, int width, int height, double times, double ofBare) {
    this.kind = kind;
    this.lowest = lowest;
    this.highest = highest;
    this.width = width;
    this.height = height;
    this.times = times;
    this.ofBare = ofBare;
  }

  /** Its name on the command line and in the report. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it asks for pictures. */
  boolean isMap() {
    return kind == Kind.MAP;
  }

  /** Whether it asks for vector tiles. */
  boolean isTile() {
    return kind == Kind.TILE;
  }

  /** Zoom of its pictures, lowest of its tiles. */
  int zoom() {
    return lowest;
  }

  /** MapServer's requests a second times this is what we aim at. */
  double times() {
    return times;
  }

  /** The bare database's requests a second times this is what we aim at, 0 for no aim. */
  double ofBare() {
    return ofBare;
  }

  /** The largest share of MapServer's 95th percentile that we aim at, 0 for no aim. */
  double ofP95() {
    return kind == Kind.MAP ? 0.35 : 0;
  }

  /** The layers drawn at a zoom, the lowest first. */
  static List<String> layers(int zoom) {
    if (zoom < 10) {
      return List.of("zones");
    }
    if (zoom < 14) {
      return List.of("subzones", "zones");
    }
    return zoom < 15
        ? List.of("subzones", "plots", "zones")
        : List.of("subzones", "plots", "buildings", "zones");
  }

  /** The next request of a stream. */
  Ask next(Places places, Random random) {
    int zoom = lowest + random.nextInt(highest - lowest + 1);
    return switch (kind) {
      case MAP -> map(places, random);
      case INFO -> new Ask.Info(map(places, random), random.nextInt(width), random.nextInt(height));
      case PAGE -> new Ask.Page("plots", places.lonLat(random, PAGE_WIDTH_M), PAGE_LIMIT);
      case TILE -> new Ask.Tile(layers(zoom), places.tile(random, zoom));
    };
  }

  private Ask.Map map(Places places, Random random) {
    return new Ask.Map(
        layers(lowest), lowest, places.box(random, lowest, width, height), width, height);
  }
}
