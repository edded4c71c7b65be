package vn.khuxuong.zoning.edit;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import vn.khuxuong.zoning.AttributeRefusal;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.Zone;
import vn.khuxuong.zoning.edit.EditRefusal.Reason;

/**
 * Applies edits to the subzones of a draft.
 *
 * <p>All geometry is in the zone's legal CRS. Vertices that edits make lie on the storage grid, and
 * neighbours that share one share it to the last bit before and after storing. Whether the result
 * is a clean coverage is for the check to say; edits only never make it worse by themselves.
 */
public final class Drawing {
  /** More edits are no hand drawing but an import. */
  public static final int MAX_EDITS = 1_000;

  /** Vertices of all shapes in a batch. */
  public static final int MAX_VERTICES = 200_000;

  private Drawing() {}

  /**
   * What the subzones are after all edits, one upon another.
   *
   * @param before by uid, as they are read from store; never changed
   * @param newUid gives a UUID for each subzone that is made
   * @return by uid in the order of {@code before}, new ones behind; a subzone that no edit touched
   *     is the same instance
   * @throws EditRefusal when an edit cannot be done; then none is
   */
  public static Map<String, Subzone> apply(
      Map<String, Subzone> before, Zone zone, List<Edit> edits, Supplier<String> newUid) {
    refuseTooMuch(edits);
    Fabric fabric = new Fabric(before, zone, newUid);
    for (int i = 0; i < edits.size(); i++) {
      try {
        apply(edits.get(i), fabric);
        fabric.judge();
      } catch (EditRefusal e) {
        throw e.inEdit(i);
      } catch (AttributeRefusal e) {
        throw EditRefusal.because(Reason.BAD_ATTRIBUTE, e.vi(), e.en())
            .field(e.attribute().key())
            .inEdit(i);
      } catch (TopologyException e) {
        throw broken(fabric, e).inEdit(i);
      }
    }
    fabric.judgeCodes();
    return fabric.result();
  }

  private static EditRefusal broken(Fabric fabric, TopologyException e) {
    EditRefusal refusal =
        EditRefusal.because(
            Reason.BAD_SHAPE,
            "Hình học ở đây quá rối để thực hiện thao tác.",
            "The geometry here is too tangled for this edit.");
    return e.getCoordinate() == null
        ? refusal
        : refusal.at(fabric.factory().createPoint(e.getCoordinate()));
  }

  private static void apply(Edit edit, Fabric fabric) {
    if (edit instanceof Edit.Create e) {
      new GroundEdits(fabric).create(e);
    } else if (edit instanceof Edit.Remove e) {
      fabric.remove(fabric.get(e.subzone(), "subzone"));
    } else if (edit instanceof Edit.Reshape e) {
      new GroundEdits(fabric).reshape(e);
    } else if (edit instanceof Edit.SetAttributes e) {
      new AttributeEdits(fabric).set(e);
    } else if (edit instanceof Edit.Split e) {
      new CutEdits(fabric).split(e);
    } else if (edit instanceof Edit.Merge e) {
      new GroundEdits(fabric).merge(e);
    } else if (edit instanceof Edit.CutCorridor e) {
      new CutEdits(fabric).cutCorridor(e);
    } else if (edit instanceof Edit.MoveSharedEdge e) {
      new GroundEdits(fabric).moveSharedEdge(e);
    } else if (edit instanceof Edit.MoveVertices e) {
      new VertexEdits(fabric).move(e);
    } else if (edit instanceof Edit.FillGap e) {
      new GroundEdits(fabric).fillGap(e);
    } else if (edit instanceof Edit.TrimOverlap e) {
      new CutEdits(fabric).trimOverlap(e);
    } else if (edit instanceof Edit.ClipToZone e) {
      new CutEdits(fabric).clipToZone(e);
    } else if (edit instanceof Edit.Snap e) {
      new VertexEdits(fabric).snap(e);
    } else if (edit instanceof Edit.RemoveVertex e) {
      new VertexEdits(fabric).remove(e);
    } else if (edit instanceof Edit.InsertVertex e) {
      new VertexEdits(fabric).insert(e);
    } else if (edit instanceof Edit.MakeValid e) {
      new GroundEdits(fabric).makeValid(e);
    } else if (edit instanceof Edit.Renumber e) {
      new AttributeEdits(fabric).renumber(e);
    } else {
      throw new IllegalStateException(edit.getClass().getName());
    }
  }

  private static void refuseTooMuch(List<Edit> edits) {
    if (edits.size() > MAX_EDITS) {
      throw tooMuch(MAX_EDITS, "thao tác", "edits");
    }
    long vertices = 0;
    for (Edit edit : edits) {
      vertices += vertices(edit);
    }
    if (vertices > MAX_VERTICES) {
      throw tooMuch(MAX_VERTICES, "đỉnh", "vertices");
    }
  }

  static EditRefusal tooMuch(int most, String whatVi, String whatEn) {
    return EditRefusal.because(
            Reason.TOO_MUCH,
            "Mỗi lần gửi tối đa " + most + " " + whatVi + ".",
            "At most " + most + " " + whatEn + " at a time.")
        .field("edits")
        .remedy(
            "Chia thành nhiều lần gửi, hoặc nhập tệp.", "Send several batches, or import a file.");
  }

  static int vertices(Edit edit) {
    if (edit instanceof Edit.MoveVertices e) {
      return 2 * e.from().size();
    }
    Geometry shape = null;
    if (edit instanceof Edit.Create e) {
      shape = e.shape();
    } else if (edit instanceof Edit.Reshape e) {
      shape = e.shape();
    } else if (edit instanceof Edit.Split e) {
      shape = e.line();
    } else if (edit instanceof Edit.CutCorridor e) {
      shape = e.area();
    } else if (edit instanceof Edit.MoveSharedEdge e) {
      shape = e.course();
    } else if (edit instanceof Edit.FillGap e) {
      shape = e.where();
    }
    return shape == null ? 0 : shape.getNumPoints();
  }
}
