package vn.khuxuong.maps.feature;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.EditableCollection;
import vn.khuxuong.maps.layer.Layer;

/** Which collections may be changed, through whom, and by whom. */
@Component
class Editors {

  private final List<EditableCollection> collections;

  Editors(ObjectProvider<EditableCollection> collections) {
    this.collections = collections.orderedStream().toList();
  }

  /** Who takes changes of the layer's features; empty for a layer that is read only. */
  Optional<EditableCollection> of(Layer layer) {
    return collections.stream()
        .filter(collection -> layer.editable() && collection.layer().equals(layer.id()))
        .findFirst();
  }

  /** Whether somebody of these roles may change features of the layer. */
  boolean mayEdit(Layer layer, Set<String> roles) {
    return of(layer)
        .filter(collection -> !Collections.disjoint(collection.editors(), roles))
        .isPresent();
  }
}
