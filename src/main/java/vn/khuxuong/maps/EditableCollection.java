package vn.khuxuong.maps;

import java.util.List;
import java.util.Set;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * The features of one editable layer, offered by the module that owns them; the doors know nothing
 * of what they are. What is read comes from the layer's view, what is changed goes through here.
 */
public interface EditableCollection {

  /** Id of the layer. */
  String layer();

  /**
   * Role names, without prefix, of which one is needed to change anything. Whether this very
   * feature may be changed is judged with the change.
   */
  Set<String> editors();

  /**
   * Does all of the changes in one transaction, in their order, or none of them. Who asks is
   * whoever is signed in.
   *
   * @param changes at least one
   * @throws FeatureRefusal what is wrong with which of them
   * @throws ProblemException when the caller may not change these features, or not now
   */
  Changed change(List<FeatureChange> changes);

  /**
   * What the changes led to.
   *
   * @param features one for each change, in their order
   * @param moved every feature whose version is another now, also neighbours that were not named
   * @param notices what the owner's checks say about the whole; not refusals
   */
  record Changed(List<Feature> features, List<Moved> moved, List<Notice> notices) {
    /** Copies the lists. */
    public Changed {
      features = List.copyOf(features);
      moved = List.copyOf(moved);
      notices = List.copyOf(notices);
    }
  }

  /**
   * A feature after a change.
   *
   * @param id its id in the collection
   * @param version its version, 0 where it is gone
   * @param created whether it was not there before
   */
  record Feature(String id, int version, boolean created) {}

  /** A feature whose version moved. */
  record Moved(String id, int before, int after) {}

  /**
   * What the checks say, in one sentence.
   *
   * @param path where the whole report is, below the service's own address
   */
  record Notice(String path, String vi, String en) {}
}
