package vn.khuxuong.zoning.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads GeoJSON feature by feature, so that a large file needs no more room than its shapes. */
final class ReadGeoJson {
  private final Intake intake;

  /** RFC 7946, 4: what says nothing else is longitude and latitude on WGS 84. */
  private @Nullable String crs = "CRS:84";

  private ReadGeoJson(Intake intake) {
    this.intake = intake;
  }

  /** Hands the features to {@code intake} and gives back what the {@code crs} member says. */
  static @Nullable String read(Path file, Intake intake) throws IOException {
    ReadGeoJson reading = new ReadGeoJson(intake);
    JsonMapper mapper = Intake.mapper(intake.limits());
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = mapper.createParser(in)) {
      reading.document(parser);
    } catch (JacksonException e) {
      throw Intake.notJson(e, intake.limits());
    }
    return reading.crs;
  }

  private void document(JsonParser parser) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw notGeoJson();
    }
    String type = "";
    boolean hasFeatures = false;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("features") && value == JsonToken.START_ARRAY) {
        hasFeatures = true;
        features(parser);
      } else if (name.equals("type") && value == JsonToken.VALUE_STRING) {
        type = parser.getString();
      } else if (name.equals("crs") && value == JsonToken.START_OBJECT) {
        JsonNode said = parser.readValueAsTree();
        crs = said.path("properties").path("name").asString(null);
      } else {
        parser.skipChildren();
      }
    }
    if (!hasFeatures || !type.equals("FeatureCollection")) {
      throw notGeoJson();
    }
  }

  private void features(JsonParser parser) {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      int line = parser.currentTokenLocation().getLineNr();
      JsonNode feature = parser.readValueAsTree();
      intake.take("", line, feature);
    }
  }

  private static RuntimeException notGeoJson() {
    return BadFile.BROKEN.with(
        "Tệp JSON này không phải GeoJSON “FeatureCollection”.",
        "This JSON file is no GeoJSON FeatureCollection.");
  }
}
