package vn.khuxuong.maps.filter;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Layer;

/**
 * Reads filters of all languages the doors speak. Every method takes the layer as the asker may see
 * it and throws {@link FilterRefusal} for what cannot be read, names what the layer has not, or is
 * larger than {@link Limits} allows.
 *
 * <p>A date-time stands for the day it falls on in Ho Chi Minh City, as in {@code datetime}.
 */
public final class FilterReader {

  private FilterReader() {}

  /** CQL2 text with shapes in CRS84. */
  public static Filter cql2Text(String text, Layer layer) {
    return cql2Text(text, layer, Crs.CRS84);
  }

  /**
   * CQL2 text.
   *
   * @param crs system of the shapes, with its axes in the registry's order ({@code filter-crs})
   */
  public static Filter cql2Text(String text, Layer layer, Crs crs) {
    requireLength(text);
    Shapes shapes = new Shapes(crs, AxisOrder.OGC_API_WITH_CRS);
    return new TextParser(text, new Terms(layer, false), shapes).filter();
  }

  /** CQL2 JSON with shapes in CRS84. */
  public static Filter cql2Json(String json, Layer layer) {
    return cql2Json(json, layer, Crs.CRS84);
  }

  /** CQL2 JSON; {@code crs} as for {@link #cql2Text(String, Layer, Crs)}. */
  public static Filter cql2Json(String json, Layer layer, Crs crs) {
    requireLength(json);
    Shapes shapes = new Shapes(crs, AxisOrder.OGC_API_WITH_CRS);
    return new JsonParser(new Terms(layer, false), shapes).filter(json);
  }

  /** ECQL with shapes in longitude and latitude. */
  public static Filter ecql(String text, Layer layer) {
    return ecql(text, layer, Crs.CRS84);
  }

  /**
   * What WMS clients send as {@code CQL_FILTER}: CQL2 text, and ECQL's ways besides. Texts adapt to
   * what they are compared with.
   *
   * @param crs system of the shapes that name none; x always comes first
   */
  public static Filter ecql(String text, Layer layer, Crs crs) {
    requireLength(text);
    Shapes shapes = new Shapes(crs, AxisOrder.WKT);
    return new EcqlParser(text, new Terms(layer, true), shapes).filter();
  }

  /**
   * FES 2.0 as the value of a parameter.
   *
   * @param crs system of the shapes that name none
   * @param order order of their axes
   */
  public static Filter fes(String xml, Layer layer, Crs crs, AxisOrder order) {
    requireLength(xml);
    try {
      XMLStreamReader reader = SecureXml.reader(xml);
      while (!reader.isStartElement()) {
        if (reader.next() == XMLStreamConstants.DTD) {
          throw new FilterRefusal("Không nhận DOCTYPE.", "A DOCTYPE is not allowed.");
        }
      }
      Filter filter = fes(reader, layer, crs, order);
      while (reader.hasNext()) {
        reader.next();
      }
      return filter;
    } catch (XMLStreamException e) {
      throw SecureXml.refusal(e);
    }
  }

  /**
   * FES 2.0 within a request. The reader must know no document types and no external entities.
   *
   * @param xml on the start of element {@code Filter}; afterwards on its end
   * @param crs system of the shapes that name none
   * @param order order of their axes
   */
  public static Filter fes(XMLStreamReader xml, Layer layer, Crs crs, AxisOrder order) {
    try {
      return new FesParser(xml, new Terms(layer, true), new Shapes(crs, order)).filter();
    } catch (XMLStreamException e) {
      throw SecureXml.refusal(e);
    }
  }

  private static void requireLength(String text) {
    if (text.length() > Limits.LENGTH) {
      throw new FilterRefusal(
          "Bộ lọc quá dài; tối đa " + Limits.LENGTH + " ký tự.",
          "The filter is too long; the limit is " + Limits.LENGTH + " characters.");
    }
    if (text.indexOf('\0') >= 0) {
      throw new FilterRefusal("Bộ lọc có ký tự NUL.", "The filter has a NUL character.");
    }
  }
}
