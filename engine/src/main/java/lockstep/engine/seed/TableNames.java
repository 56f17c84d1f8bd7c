package lockstep.engine.seed;

import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;

/// How people name tables: those of one namespace without it.
record TableNames(Identifier home) {
  /// Returns the table that a name without or with its namespace means.
  QualifiedName of(String written) {
    var dot = written.indexOf('.');
    return dot <= 0 || dot == written.length() - 1
        ? QualifiedName.of(home, Identifier.of(written))
        : QualifiedName.of(written.substring(0, dot), written.substring(dot + 1));
  }

  /// Returns the name as a data file or a setting would have it.
  String shown(QualifiedName name) {
    return name.namespace().equals(home) ? name.name().text() : name.toString();
  }
}
