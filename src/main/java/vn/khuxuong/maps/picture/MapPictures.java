package vn.khuxuong.maps.picture;

import java.util.List;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.draw.MapDrawing;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.draw.Scene;
import vn.khuxuong.maps.draw.Sketch;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.maps.style.Colour;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.platform.web.Client;
import vn.khuxuong.platform.web.SharedAnswers;

/** Makes the pictures of maps: reads what is to be seen, then draws. */
@Component
public class MapPictures {
  private static final Colour PAPER = new Colour(0xffffffff);

  private final PictureStore store;
  private final DrawingGate gate;
  private final SharedAnswers<PictureRequest, byte[]> shared =
      new SharedAnswers<>(MapsProblem::busy);
  private final MapDrawing drawing;

  MapPictures(PictureStore store, DrawingGate gate, Styles styles) {
    this.store = store;
    this.gate = gate;
    this.drawing = new MapDrawing(styles.patterns());
  }

  /**
   * The picture as a file of the wanted format. Equal requests get one picture as long as nothing
   * has been read for it: who comes later may know of a change that it does not show.
   *
   * @return an array that may be shared with others: it must not be changed
   * @throws vn.khuxuong.platform.problem.ProblemException {@code BUSY} if the server has too much
   *     to do, {@code TOO_MUCH} if the box holds more than can be drawn
   */
  public byte[] draw(PictureRequest request) {
    return shared.get(
        request,
        beforeReading ->
            gate.pass(
                request.pixelsHeld(),
                () -> {
                  if (Client.current().isGone()) {
                    throw MapsProblem.busy(); // nobody is there to be told
                  }
                  beforeReading.run();
                  return make(request);
                }));
  }

  private byte[] make(PictureRequest request) {
    MapView view = request.view();
    double scale = view.scaleDenominator() * request.dpiFactor();
    List<PictureLayer> layers =
        view.isResolvable()
            ? request.layers().stream().filter(layer -> layer.isDrawnAt(scale)).toList()
            : List.of();
    List<Sketch> sketches;
    try {
      sketches = store.read(request, layers);
    } catch (QueryTimeoutException | DataAccessResourceFailureException e) {
      throw MapsProblem.busy().causedBy(e);
    }
    boolean needsGround = request.format() == PictureFormat.JPEG && request.ground() == null;
    Colour ground = needsGround ? PAPER : request.ground();
    Scene scene = new Scene(view, request.dpiFactor(), sketches, ground);
    return switch (request.format()) {
      case PNG -> drawing.png(scene);
      case PNG8 -> drawing.png8(scene);
      case JPEG -> drawing.jpeg(scene);
    };
  }
}
