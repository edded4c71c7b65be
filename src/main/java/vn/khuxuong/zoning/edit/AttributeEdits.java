package vn.khuxuong.zoning.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.zoning.Attribute;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.edit.EditRefusal.Reason;

/** Edits of what subzones are called and are for. */
final class AttributeEdits {
  private final Fabric fabric;

  AttributeEdits(Fabric fabric) {
    this.fabric = fabric;
  }

  /** A new subzone; code and names are made from the land use where they are missing. */
  static Subzone made(Fabric fabric, Map<Attribute, Optional<Object>> given, Polygon shape) {
    return made(fabric, fabric.uid(), given, shape);
  }

  /** As {@link #made(Fabric, Map, Polygon)}, under a uid that is free. */
  static Subzone made(
      Fabric fabric, String uid, Map<Attribute, Optional<Object>> given, Polygon shape) {
    Map<Attribute, Optional<Object>> values = new EnumMap<>(Attribute.class);
    values.putAll(given);
    if (values.getOrDefault(Attribute.LAND_USE, Optional.empty()).orElse(null)
        instanceof LandUse use) {
      values.putIfAbsent(Attribute.CODE, Optional.of(fabric.codeFor(use)));
      String code = String.valueOf(values.get(Attribute.CODE).orElse(""));
      values.putIfAbsent(Attribute.NAME_VI, Optional.of(use.nameVi() + " " + code));
      values.putIfAbsent(Attribute.NAME_EN, Optional.of(use.nameEn() + " " + code));
    }
    return Attribute.subzone(uid, values, shape);
  }

  void set(Edit.SetAttributes edit) {
    Subzone subzone = fabric.get(edit.subzone(), "subzone");
    Map<Attribute, Optional<Object>> values = Attribute.allOf(subzone);
    edit.patch()
        .forEach(
            (attribute, value) -> {
              if (value.isEmpty() && !attribute.isClearable()) {
                throw EditRefusal.because(
                        Reason.BAD_ATTRIBUTE,
                        "“" + attribute.key() + "” không được bỏ trống.",
                        "“" + attribute.key() + "” may not be empty.")
                    .field(attribute.key());
              }
              values.put(attribute, value);
            });
    fabric.put(Attribute.subzone(subzone.uid(), values, subzone.shape()));
  }

  void renumber(Edit.Renumber edit) {
    List<Subzone> chosen = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Subzone subzone : fabric.all()) {
      if (edit.landUses().isEmpty() || edit.landUses().contains(subzone.landUse())) {
        chosen.add(subzone);
      } else {
        taken.add(subzone.code());
      }
    }
    Map<LandUse, Integer> last = new EnumMap<>(LandUse.class);
    List<Subzone> renamed = new ArrayList<>();
    for (Subzone subzone : inReadingOrder(chosen)) {
      String code;
      do {
        int number = last.merge(subzone.landUse(), 1, Integer::sum);
        code = subzone.landUse().label() + "-" + Fabric.numbered(number, 2);
      } while (taken.contains(code));
      if (!code.equals(subzone.code())) {
        renamed.add(subzone.withCode(code));
      }
    }
    renamed.forEach(fabric::put);
  }

  /** A row is whatever has its middle above the foot of the row's first subzone. */
  private static List<Subzone> inReadingOrder(List<Subzone> subzones) {
    List<Subzone> fromNorth = new ArrayList<>(subzones);
    fromNorth.sort(
        Comparator.comparingDouble((Subzone s) -> -middle(s).y)
            .thenComparingDouble(s -> middle(s).x));
    List<Subzone> ordered = new ArrayList<>();
    List<Subzone> row = new ArrayList<>();
    double foot = Double.NEGATIVE_INFINITY;
    for (Subzone subzone : fromNorth) {
      if (middle(subzone).y <= foot || row.isEmpty()) {
        row.sort(Comparator.comparingDouble(s -> middle(s).x));
        ordered.addAll(row);
        row.clear();
        Envelope first = subzone.shape().getEnvelopeInternal();
        foot = first.getMinY();
      }
      row.add(subzone);
    }
    row.sort(Comparator.comparingDouble(s -> middle(s).x));
    ordered.addAll(row);
    return ordered;
  }

  private static Coordinate middle(Subzone subzone) {
    return subzone.shape().getEnvelopeInternal().centre();
  }
}
