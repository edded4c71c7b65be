package vn.khuxuong.space.search.vacancy;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.List;
import java.util.function.Supplier;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Says at {@code /api} which parameters the search has; it reads them itself. */
@Component
class VacancyDocumentation implements OperationCustomizer {
  private static final Supplier<Schema<?>> NUMBER = NumberSchema::new;
  private static final Supplier<Schema<?>> WHOLE = IntegerSchema::new;
  private static final Supplier<Schema<?>> TEXT = StringSchema::new;
  private static final Supplier<Schema<?>> FLAG = BooleanSchema::new;

  private record Line(String name, Supplier<Schema<?>> type, String text) {}

  private static final List<Line> LINES =
      List.of(
          new Line("areaMin", NUMBER, "least m² of neighbouring bays"),
          new Line("areaMax", NUMBER, "most m²; a part of a stretch counts"),
          new Line("split", FLAG, "the area may lie on two adjacent floors of a building"),
          new Line("load", NUMBER, "uniform floor load, kN/m²"),
          new Line("pointLoad", NUMBER, "largest single load, kN"),
          new Line("height", NUMBER, "clear height, m"),
          new Line("lift", NUMBER, "goods lift, t; not needed on levels that trucks reach"),
          new Line("liftDoorWidth", NUMBER, "clear width of the lift's door, m"),
          new Line("liftDoorHeight", NUMBER, "clear height of the lift's door, m"),
          new Line("power", NUMBER, "kVA that floor and building have left over the days"),
          new Line("wastewater", NUMBER, "m³ per day that the building has left over the days"),
          new Line("hazard", TEXT, "class of production, QCVN 06:2022/BXD annex C: A to E"),
          new Line("industry", TEXT, "code of the line of business"),
          new Line("rentMaxUsd", NUMBER, "most USD per m² and month"),
          new Line("rentMaxVnd", NUMBER, "most VND per m² and month"),
          new Line("zone", TEXT, "code; may be repeated"),
          new Line("building", TEXT, "code"),
          new Line("bbox", TEXT, "west,south,east,north in degrees (CRS84)"),
          new Line("near", TEXT, "lon,lat that distances are measured from, in a straight line"),
          new Line("withinKm", NUMBER, "kilometres from there at most"),
          new Line("floorMin", WHOLE, "lowest level, 1 is the ground floor"),
          new Line("floorMax", WHOLE, "highest level"),
          new Line("from", DateSchema::new, "day from which it must be free; today without"),
          new Line("months", WHOLE, "free for so long, within the zone's land term"),
          new Line("incentive", FLAG, "only parks with a rent cut by law in force"),
          new Line("machineWeight", NUMBER, "largest machine, t: floor, feet and lift follow"),
          new Line("machineLength", NUMBER, "its length, m"),
          new Line("machineWidth", NUMBER, "its width, m"),
          new Line("machineHeight", NUMBER, "its height, m"),
          new Line("machines", TEXT, "up to three: t,m,m,m;t,m,m,m with empty places"),
          new Line("sort", TEXT, "fit, rent, area, from or distance; - in front turns it round"),
          new Line("limit", WHOLE, "results of a page, up to 100"),
          new Line("cursor", TEXT, "from next of the page before"),
          new Line("f", TEXT, "json, geojson or csv"));

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    if (method.getBeanType().equals(VacancyController.class)) {
      operation.summary("Free floor space by what a firm and its machines need");
      for (Line line : LINES) {
        operation.addParametersItem(
            new QueryParameter()
                .name(line.name())
                .description(line.text())
                .schema(line.type().get()));
      }
    }
    return operation;
  }
}
