package vn.khuxuong.allocation.solver;

/** The firms that one step of a search has moved, and where they stood, so that it can go back. */
final class Trail {
  private static final int MOST = 256;

  private final State state;
  private final int[] firms = new int[MOST];
  private final int[] before = new int[MOST];
  private final int[] seenIn;
  private int count;
  private int step;
  private long objective;

  Trail(State state) {
    this.state = state;
    seenIn = new int[state.chosen.length];
  }

  /** Begins a step; what was noted before is forgotten. */
  void begin() {
    step++;
    count = 0;
    objective = state.objective;
  }

  /** Points won or lost since the step began. */
  long change() {
    return state.objective - objective;
  }

  int count() {
    return count;
  }

  boolean full() {
    return count == MOST;
  }

  /** Whether the firm was noted in this step. */
  boolean holds(int firm) {
    return seenIn[firm] == step;
  }

  /** Must be called before a firm is placed or removed for the first time in a step. */
  void note(int firm) {
    if (seenIn[firm] != step && count < MOST) {
      seenIn[firm] = step;
      firms[count] = firm;
      before[count++] = state.chosen[firm];
    }
  }

  /** Puts every noted firm back where it stood and begins the step again. */
  void undo() {
    for (int i = 0; i < count; i++) {
      if (state.chosen[firms[i]] >= 0) {
        state.remove(firms[i]);
      }
    }
    for (int i = 0; i < count; i++) {
      if (before[i] >= 0) {
        state.place(firms[i], before[i]);
      }
    }
    state.objective = objective;
    begin();
  }
}
