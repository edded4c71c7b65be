package vn.khuxuong.maps.wms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.picture.PictureFormat;
import vn.khuxuong.maps.picture.PictureRequest;
import vn.khuxuong.maps.style.Colour;
import vn.khuxuong.maps.wms.WmsException.Code;

/** Turns parameters into requests; refuses all that is wrong before any work is done. */
@Component
class RequestReader {
  /** Dots an inch of the screens that styles are made for. */
  private static final double USUAL_DPI = 90;

  /**
   * What would make us read styles or data from somewhere else; nothing of it is ever looked at.
   */
  private static final List<String> FOREIGN =
      List.of("SLD", "SLD_BODY", "REMOTE_OWS_TYPE", "REMOTE_OWS_URL");

  private final RequestedLayers layers;
  private final Selections selections;

  RequestReader(RequestedLayers layers, Selections selections) {
    this.layers = layers;
    this.selections = selections;
  }

  /**
   * @param format of the picture, PNG where none is made
   * @param roles of the client, without prefix
   * @throws WmsException for the first fault found
   */
  MapRequest map(
      Parameters parameters, WmsVersion version, PictureFormat format, Set<String> roles) {
    refuseForeign(parameters);
    int width = parameters.integer("WIDTH", 1, MapRequest.MAX_SIZE);
    int height = parameters.integer("HEIGHT", 1, MapRequest.MAX_SIZE);
    double dpiFactor = dpiFactor(parameters);
    BBox box = box(parameters, version);
    List<RequestedLayers.Named> named = layers.read(parameters, "LAYERS", roles);
    Crs crs = box.crs();
    List<RequestedLayer> requested =
        selections.apply(parameters, named, crs, version).stream()
            .flatMap(name -> name.layers().stream())
            .toList();
    return new MapRequest(
        new MapView(box, width, height), requested, ground(parameters), format, dpiFactor);
  }

  /** Styles and data come from here only. */
  static void refuseForeign(Parameters parameters) {
    for (String name : FOREIGN) {
      if (parameters.find(name).isPresent()) {
        throw new WmsException(
            Code.OPERATION_NOT_SUPPORTED,
            name + " không được nhận: kiểu vẽ và dữ liệu chỉ lấy từ dịch vụ này.",
            name + " is not taken: styles and data come from this service only.",
            name);
      }
    }
  }

  private static BBox box(Parameters parameters, WmsVersion version) {
    String name = parameters.get(version.crsParameter());
    Crs crs =
        Crs.find(name)
            .filter(version.referenceSystems()::contains)
            .orElseThrow(
                () ->
                    new WmsException(
                        Code.INVALID_CRS,
                        "Dịch vụ không có hệ tọa độ " + WmsException.quoted(name) + ".",
                        "There is no map in " + WmsException.quoted(name) + ".",
                        version.crsParameter()));
    try {
      return BBox.parse(parameters.get("BBOX"), crs, version.axisOrder());
    } catch (GeoRefusal refusal) {
      throw WmsException.of(refusal, "BBOX");
    }
  }

  /** The layers to ask about: all must be on the map. */
  List<RequestedLayer> queried(Parameters parameters, MapRequest map, Set<String> roles) {
    List<RequestedLayer> queried = new ArrayList<>();
    for (RequestedLayers.Named named : layers.read(parameters, "QUERY_LAYERS", roles)) {
      for (RequestedLayer wanted : named.layers()) {
        Optional<RequestedLayer> found =
            map.layers().stream()
                .filter(on -> on.layer().id().equals(wanted.layer().id()))
                .findFirst();
        RequestedLayer layer =
            found.orElseThrow(() -> RequestedLayers.undefined(named.name(), "QUERY_LAYERS"));
        if (!queried.contains(layer)) {
          queried.add(layer);
        }
      }
    }
    return queried;
  }

  /** How much finer the picture is than a screen: DPI, MAP_RESOLUTION or FORMAT_OPTIONS=dpi:N. */
  static double dpiFactor(Parameters parameters) {
    Optional<String> inOptions =
        parameters.find("FORMAT_OPTIONS").stream()
            .flatMap(options -> Stream.of(options.split(";")))
            .map(option -> option.strip().toLowerCase(Locale.ROOT))
            .filter(option -> option.startsWith("dpi:"))
            .map(option -> option.substring("dpi:".length()).strip())
            .findFirst();
    Optional<String> dpi =
        parameters.find("DPI").or(() -> parameters.find("MAP_RESOLUTION")).or(() -> inOptions);
    if (dpi.isEmpty()) {
      return 1;
    }
    double dots = dpi.get().matches("\\d{1,6}(\\.\\d{1,6})?") ? Double.parseDouble(dpi.get()) : 0;
    double factor = dots / USUAL_DPI;
    if (factor < PictureRequest.MIN_DPI_FACTOR || factor > PictureRequest.MAX_DPI_FACTOR) {
      throw new WmsException(
          Code.INVALID_PARAMETER,
          "DPI phải là số từ " + dpiLimits("đến") + ".",
          "DPI must be a number from " + dpiLimits("to") + ".",
          "DPI");
    }
    return factor;
  }

  private static String dpiLimits(String between) {
    return (int) (PictureRequest.MIN_DPI_FACTOR * USUAL_DPI)
        + " "
        + between
        + " "
        + (int) (PictureRequest.MAX_DPI_FACTOR * USUAL_DPI);
  }

  static @Nullable Colour ground(Parameters parameters) {
    boolean transparent =
        parameters.find("TRANSPARENT").map("TRUE"::equalsIgnoreCase).orElse(false);
    String colour = parameters.find("BGCOLOR").orElse("0xFFFFFF");
    if (!colour.matches("(?i)(0x|#)[0-9a-f]{6}")) {
      throw new WmsException(
          Code.INVALID_PARAMETER,
          "BGCOLOR phải có dạng 0xRRGGBB.",
          "BGCOLOR must have the form 0xRRGGBB.",
          "BGCOLOR");
    }
    int rgb = Integer.parseInt(colour.replaceFirst("(?i)0x|#", ""), 16);
    return transparent ? null : new Colour(0xff000000 | rgb);
  }
}
