package vn.khuxuong.allocation.round;

import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.tenancy.Answer;

/** The answer of a round on its floors, and who wanted a bay; for officers. */
@RestController
@RequestMapping(RoundController.PATH + "/{id}")
class BoardController {
  private final ReadBoard board;
  private final AskBay bays;

  BoardController(ReadBoard board, AskBay bays) {
    this.board = board;
    this.bays = bays;
  }

  @GetMapping("/board")
  ResponseEntity<BoardJson.Board> board(@PathVariable long id) {
    return Answer.of(board.read(id));
  }

  @GetMapping("/bays/{building}/{level}/{bay}")
  ResponseEntity<BoardJson.Bay> bay(
      @PathVariable long id,
      @PathVariable String building,
      @PathVariable int level,
      @PathVariable int bay) {
    return Answer.of(bays.ask(id, building.toUpperCase(Locale.ROOT), level, bay));
  }
}
