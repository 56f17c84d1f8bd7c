package lockstep.plan;

import java.util.Locale;
import lockstep.diff.Rename;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.sql.Names;
import lockstep.sql.Quote;

/// The statements that give things another name.
final class RenamePlan {
  private RenamePlan() {}

  static Step step(Rename rename, Names names) {
    var object = rename.object();
    var sql =
        rename
            .value()
            .map(it -> value(object, it, rename.to(), names))
            .orElseGet(() -> sql(object, Identifier.of(rename.to()), names));
    var reverse =
        rename
            .value()
            .map(it -> value(object, rename.to(), it, names))
            .orElseGet(() -> sql(rename.renamed(), object.names().getLast(), names));
    return new Step(
        Step.Kind.RENAME, object, sql, new Step.Reverse.Statement(reverse), Conduct.BRIEF);
  }

  private static String value(ObjectPath type, String from, String to, Names names) {
    return "ALTER TYPE "
        + names.of(Needs.nameOf(type))
        + " RENAME VALUE "
        + Quote.literal(from)
        + " TO "
        + Quote.literal(to);
  }

  private static String sql(ObjectPath object, Identifier to, Names names) {
    var name = Needs.nameOf(object);
    var last = object.names().getLast();
    var renameTo = " RENAME TO " + Quote.name(to);
    return switch (object.kind()) {
      case COLUMN ->
          "ALTER TABLE " + names.of(name) + " RENAME COLUMN " + Quote.name(last) + to(to);
      case CONSTRAINT ->
          "ALTER TABLE " + names.of(name) + " RENAME CONSTRAINT " + Quote.name(last) + to(to);
      case INDEX -> "ALTER INDEX " + names.of(QualifiedName.of(name.namespace(), last)) + renameTo;
      case ENUM -> "ALTER TYPE " + names.of(name) + renameTo;
      default ->
          "ALTER "
              + object.kind().word().toUpperCase(Locale.ROOT)
              + " "
              + names.of(name)
              + renameTo;
    };
  }

  private static String to(Identifier name) {
    return " TO " + Quote.name(name);
  }
}
