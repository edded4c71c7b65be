package vn.khuxuong.maps.wfs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The addresses of the pages before and after one that was asked for by its parameters.
 *
 * @param url of the service, without a query
 */
record PageLinks(String url, Map<String, String> parameters) {

  String next(FeatureRequest request) {
    return at(request.start() + request.count(), request.count());
  }

  String previous(FeatureRequest request) {
    return at(Math.max(0, request.start() - request.count()), request.count());
  }

  private String at(int start, int count) {
    Map<String, String> all = new TreeMap<>(parameters);
    all.remove("maxfeatures");
    all.put("startindex", String.valueOf(start));
    all.put("count", String.valueOf(count));
    StringBuilder address = new StringBuilder(url);
    char separator = '?';
    for (Map.Entry<String, String> parameter : all.entrySet()) {
      address.append(separator).append(encoded(parameter.getKey()));
      address.append('=').append(encoded(parameter.getValue()));
      separator = '&';
    }
    return address.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
