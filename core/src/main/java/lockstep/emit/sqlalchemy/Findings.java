package lockstep.emit.sqlalchemy;

import java.util.ArrayList;
import java.util.List;
import lockstep.diagnostic.Diagnostic;
import lockstep.schema.ObjectPath;

/// Collects what SQLAlchemy has no word for, by the object's name.
final class Findings {
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /// @param fact what is so, after the object's name, as in "is UNLOGGED …"
  void add(SqlAlchemyCode code, ObjectPath object, String fact, String advice) {
    var name = object.toString();
    var start = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    add(code, start + " " + fact + ".", advice);
  }

  /// @param sentence the whole fact
  void add(SqlAlchemyCode code, String sentence, String advice) {
    diagnostics.add(Diagnostic.of(code, sentence).withAdvice(advice));
  }

  /// Forgets all but the first ones.
  void keep(int count) {
    diagnostics.subList(count, diagnostics.size()).clear();
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
