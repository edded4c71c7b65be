package vn.khuxuong.maps.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;

class SameAskTest {

  @Test
  void bothAreAskedForWhatLiesUnderAPixelAndNotBesideIt() {
    BBox box = new BBox(Crs.EPSG_3857, 0, 0, 1024, 768);
    Ask.Map map = new Ask.Map(List.of("plots"), 16, box, 1024, 768);
    assertThat(OurService.words(new Ask.Info(map, 5, 6)))
        .contains("REQUEST=GetFeatureInfo", "&BUFFER=0&", "&I=5&J=6&");
  }
}
