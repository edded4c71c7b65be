package vn.khuxuong.zoning.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.zoning.Attribute;
import vn.khuxuong.zoning.StorageGrid;
import vn.khuxuong.zoning.edit.EditRefusal.Reason;

class EditJsonTest {
  private static final String LINE =
      "{'crs':'EPSG:9210','axes':'EN','coordinates':[[584000,1195000],[584100,1195100]]}";
  private static final String POINT =
      "{'type':'Point','crs':'EPSG:9210','coordinates':[584000,1195000]}";
  private static final String RING =
      "{'crs':'EPSG:9210','axes':'NE','table':'X;Y\\n1195000;584000\\n1195000;584100\\n"
          + "1195100;584100'}";

  private static List<Edit> read(String json) {
    String text =
        json.replace("LINE", LINE).replace("POINT", POINT).replace("RING", RING).replace('\'', '"');
    return EditJson.read(GeoJson.parse(text), Town.LEGAL);
  }

  private static EditRefusal refused(String json) {
    EditRefusal refusal = catchThrowableOfType(EditRefusal.class, () -> read(json));
    assertThat(refusal).as(json).isNotNull();
    return refusal;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'op':'create','attributes':{'landUse':'ROAD'},'shape':RING}",
        "{'op':'remove','subzone':'A'}",
        "{'op':'reshape','subzone':'A','shape':RING}",
        "{'op':'setAttributes','subzone':'A','attributes':{'far':null}}",
        "{'op':'split','subzone':'A','line':LINE,'codes':['B']}",
        "{'op':'merge','subzones':['A','B'],'keep':'B'}",
        "{'op':'cutCorridor','line':LINE,'widthM':12,'attributes':{'landUse':'ROAD'}}",
        "{'op':'cutCorridor','area':RING,'through':['A']}",
        "{'op':'moveSharedEdge','subzones':['A','B'],'line':LINE}",
        "{'op':'moveSharedEdge','from':LINE,'to':LINE}",
        "{'op':'moveVertex','from':POINT,'to':POINT}",
        "{'op':'fillGap','at':POINT,'to':'A'}",
        "{'op':'fillGap','area':RING,'attributes':{'landUse':'GREEN'}}",
        "{'op':'trimOverlap','subzone':'A','keeper':'B'}",
        "{'op':'clipToZone'}",
        "{'op':'snap','subzones':['A'],'toleranceM':0.2}",
        "{'op':'removeVertex','at':POINT}",
        "{'op':'insertVertex','at':POINT}",
        "{'op':'makeValid','subzone':'A','maySplit':true}",
        "{'op':'renumber','landUses':['industry']}"
      })
  void readsEveryEdit(String edit) {
    assertThat(read("[" + edit + "]")).hasSize(1);
    assertThat(read("{'edits':[" + edit + "]}")).hasSize(1);
    EditRefusal refusal =
        refused("[{'op':'clipToZone'}," + edit.replaceFirst("\\{", "{'odd':1,") + "]");
    assertThat(refusal.reason()).isEqualTo(Reason.BAD_JSON);
    assertThat(refusal.field()).contains("odd");
    assertThat(refusal.index()).isEqualTo(1);
  }

  @Test
  void sameShapeInEveryWritingIsTheSame() {
    Polygon shape = Town.polygon(0, 0, 100, 0, 100, 100);
    Crs other = Crs.EPSG_5899;
    String lonLat = GeoJson.write(StorageGrid.toStored(shape, Town.LEGAL), 9).toString();
    String metres =
        GeoJson.write(CoordinateOperation.between(Town.LEGAL, other).apply(shape)).toString();
    String withCrs = metres.replaceFirst("\\{", "{\"crs\":\"EPSG:5899\",");
    for (String json : List.of(lonLat, withCrs, RING)) {
      Edit.Create edit =
          (Edit.Create) read("[{'op':'create','attributes':{},'shape':" + json + "}]").get(0);
      assertThat(edit.shape().equalsNorm(shape)).as(json).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'op':'explode'} | op",
        "{'op':'remove'} | subzone",
        "{'op':'remove','subzone':7} | subzone",
        "{'op':'snap','toleranceM':'1'} | toleranceM",
        "{'op':'create','shape':RING,'attributes':{'colour':1}} | attributes.colour",
        "{'op':'create','shape':RING,'attributes':{'maxDensityPct':101}} |"
            + " attributes.maxDensityPct",
        "{'op':'create','shape':{'type':'Point','coordinates':[106.7,10.8]}} | shape",
        "{'op':'create','shape':{'crs':'EPSG:9210','axes':'XY','coordinates':[]}} | shape",
        "{'op':'create','shape':{'crs':'EPSG:1','axes':'NE','coordinates':[]}} | shape",
        "{'op':'create','shape':{'crs':'EPSG:9210','axes':'NE','table':'x'}} | shape",
        "{'op':'create','shape':{'crs':'EPSG:9210','axes':'EN','coordinates':[[1195000,584000],"
            + "[1195100,584000],[1195000,584100]]}} | shape",
        "{'op':'split','subzone':'A','line':[1]} | line",
        "{'op':'cutCorridor','line':LINE,'area':RING} | line",
        "{'op':'renumber','landUses':['SEA']} | landUses"
      })
  void refusesNamingTheMember(String edit, String field) {
    EditRefusal refusal = refused("[" + edit + "]");
    assertThat(refusal.field()).contains(field);
    assertThat(refusal.index()).isZero();
    assertThat(refusal.vi()).isNotBlank();
  }

  @Test
  void saysWhereABowTieCrosses() {
    EditRefusal refusal =
        refused(
            "[{'op':'create','attributes':{},'shape':{'crs':'EPSG:9210','axes':'EN','coordinates':"
                + "[[584000,1195000],[584100,1195100],[584100,1195000],[584000,1195100]]}}]");
    assertThat(refusal.reason()).isEqualTo(Reason.BAD_SHAPE);
    assertThat(refusal.place().orElseThrow().getCoordinate().distance(Town.exactly(50, 50)))
        .isLessThan(0.01);
  }

  @Test
  void refusesWhatIsNoBatch() {
    assertThat(refused("{'edits':[],'more':1}").field()).contains("more");
    assertThat(refused("7").field()).contains("edits");
    assertThat(refused("[7]").reason()).isEqualTo(Reason.BAD_JSON);
    assertThat(refused("[" + "{'op':'clipToZone'},".repeat(1000) + "7]").reason())
        .isEqualTo(Reason.TOO_MUCH);
  }

  @Test
  void nullClearsAnAttribute() {
    Edit.SetAttributes edit =
        (Edit.SetAttributes)
            read("[{'op':'setAttributes','subzone':'A','attributes':{'far':null,'phase':2}}]")
                .get(0);
    assertThat(edit.patch().get(Attribute.FAR)).isEmpty();
    assertThat(edit.patch().get(Attribute.PHASE)).contains(2);
  }
}
