package lockstep.engine.postgres.introspection;

import java.util.ArrayList;
import java.util.List;
import lockstep.schema.Identifier;

/// What follows each key in an index's statement as PostgreSQL prints it.
final class CollatedKeys {
  private final List<String> tails = new ArrayList<>();

  /// @param definition as in `CREATE INDEX i ON t USING btree (lower(a) COLLATE "C", b)`
  /// @param keys as in `lower(a)`, `b`
  CollatedKeys(String definition, List<String> keys) {
    var at = definition.indexOf(" USING ");
    var starts = new ArrayList<Integer>();
    for (var key : keys) {
      var before = starts.isEmpty() ? "(" : ", ";
      var start = definition.indexOf(before + key, at) + before.length();
      starts.add(start);
      at = start + key.length();
    }
    for (var i = 0; i < keys.size(); i++) {
      var end = i + 1 < keys.size() ? starts.get(i + 1) : definition.length();
      tails.add(definition.substring(starts.get(i) + keys.get(i).length(), end));
    }
  }

  boolean hasCollation(int key) {
    return tails.get(key).startsWith(" COLLATE ");
  }

  /// Returns whether the operator class stands there, possibly after a collation.
  boolean names(int key, Identifier operatorClass) {
    var words = tails.get(key).split("\\)(,| |$)", 2)[0];
    return words.contains(operatorClass.text());
  }
}
