package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.schema.Index.Order;

/// One field of an id, a unique criterion or an index.
///
/// @param name of a scalar field of the same model
public record IndexField(
    String name,
    Optional<Order> order,
    Optional<Integer> length,
    Optional<OperatorClass> operatorClass) {
  static IndexField of(String name) {
    return new IndexField(name, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// Returns the names of fields, in their order.
  public static List<String> names(List<IndexField> fields) {
    var names = new ArrayList<String>(fields.size());
    for (var field : fields) {
      names.add(field.name);
    }
    return names;
  }

  public boolean hasArguments() {
    return order.isPresent() || length.isPresent() || operatorClass.isPresent();
  }
}
