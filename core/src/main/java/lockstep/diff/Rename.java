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

  /// Returns the same thing with another new name.
  Rename to(String name) {
    return new Rename(object, value, name);
  }

  /// Returns what gives the same thing yet another name, afterwards.
  Rename then(String name) {
    return new Rename(renamed(), value.map(_ -> to), name);
  }

  /// Returns how deep in others it stands: a column is deeper than its table.
  public int depth() {
    return object.names().size() + (value.isPresent() ? 1 : 0);
  }

  /// Returns whether another one is about the same thing, or gives something the same name.
  public boolean competesWith(Rename other) {
    var isSameThing = object.equals(other.object) && value.equals(other.value);
    var isSameName =
        renamed().equals(other.renamed())
            && to.equals(other.to)
            && value.isPresent() == other.value.isPresent();
    return isSameThing || isSameName;
  }

  /// Returns whether another one gives something the name that this one takes away.
  boolean makesRoomFor(Rename other) {
    return value.isPresent()
        ? object.equals(other.object) && value.equals(Optional.of(other.to))
        : other.value.isEmpty() && object.equals(other.renamed());
  }

  /// Returns what a thing is called afterwards, which may be the object, a part of it, or another.
  public ObjectPath after(ObjectPath path) {
    if (value.isPresent()) {
      return path;
    }
    if (path.equals(object)) {
      return renamed();
    }
    if (!path.parent().equals(Optional.of(object))) {
      return path;
    }
    var names = new ArrayList<>(renamed().names());
    names.add(path.names().getLast());
    return new ObjectPath(path.kind(), names, path.arguments());
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
