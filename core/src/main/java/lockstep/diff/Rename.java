package lockstep.diff;

import java.util.ArrayList;
import java.util.Optional;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;

/// One thing that gets another name and stays the same otherwise.
///
/// @param object as it is called now
/// @param value of an enum, where that is what is renamed
/// @param to the new name, without what stands before it
public record Rename(ObjectPath object, Optional<String> value, String to) {
  public static Rename of(ObjectPath object, Identifier to) {
    return new Rename(object, Optional.empty(), to.text());
  }

  public static Rename ofValue(ObjectPath type, String from, String to) {
    return new Rename(type, Optional.of(from), to);
  }

  /// Returns how deep in others it stands: a column is deeper than its table.
  public int depth() {
    return object.names().size() + (value.isPresent() ? 1 : 0);
  }

  /// Returns the object as it will be called; of an enum whose value is renamed, the enum.
  public ObjectPath renamed() {
    if (value.isPresent()) {
      return object;
    }
    var names = new ArrayList<>(object.names());
    names.set(names.size() - 1, Identifier.of(to));
    return new ObjectPath(object.kind(), names, object.arguments());
  }
}
