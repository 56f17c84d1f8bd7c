package lockstep.rewrite;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;

/// Clients that are made for a database of their own, as `Prisma(datasource={"url": …})`: sessions
/// go to the one that `DATABASE_URL` names, and what such a client writes and deletes must not.
///
/// @param names what a file calls them
record OwnDatabases(Set<String> names) {
  static final String REASON =
      "its client is made for a database of its own, and sessions go to the one of `DATABASE_URL`.";

  private static final Pattern USUAL = Pattern.compile("(?i)(?<!\\w)database_url(?!\\w)");

  static OwnDatabases in(PythonFile file, Vocabulary words) {
    var names = made(file);
    file.statements()
        .filter(Stmt.ImportFrom.class::isInstance)
        .map(Stmt.ImportFrom.class::cast)
        .forEach(
            it ->
                it.names().stream()
                    .filter(name -> words.clients().goesElsewhere(it.module(), name.name()))
                    .forEach(name -> names.add(name.bound())));
    file.statements()
        .filter(Stmt.With.class::isInstance)
        .flatMap(it -> ((Stmt.With) it).items().stream())
        .filter(it -> isTransaction(it.context(), names))
        .flatMap(it -> it.target().stream())
        .flatMap(it -> ClientCalls.lastName(it).stream())
        .forEach(names::add);
    return new OwnDatabases(names);
  }

  /// Returns what is assigned such a client, and what a block calls one.
  static Set<String> made(PythonFile file) {
    var names = new LinkedHashSet<String>();
    for (var it : file.statements().toList()) {
      switch (it) {
        case Stmt.Assign one when one.value().filter(value -> isMade(file, value)).isPresent() ->
            one.targets().stream()
                .flatMap(target -> ClientCalls.lastName(target).stream())
                .forEach(names::add);
        case Stmt.With one ->
            one.items().stream()
                .filter(item -> isMade(file, item.context()))
                .flatMap(item -> item.target().stream())
                .flatMap(target -> ClientCalls.lastName(target).stream())
                .forEach(names::add);
        default -> {}
      }
    }
    return names;
  }

  /// Returns whether this makes one; a `datasource` that is `DATABASE_URL`, of the environment or
  /// of settings, is the database of all.
  static boolean isMade(PythonFile file, Expr value) {
    return ClientCalls.isConstruction(value)
        && ((Expr.Call) value)
            .keyword("datasource")
            .filter(it -> !USUAL.matcher(file.text(it)).find())
            .isPresent();
  }

  private static boolean isTransaction(Expr context, Set<String> names) {
    return context instanceof Expr.Call(var _, Expr.Attribute(var _, var of, var _), var _)
        && ClientCalls.lastName(of).filter(names::contains).isPresent();
  }

  boolean have(ClientCall call) {
    return call.client().flatMap(ClientCalls::lastName).filter(names::contains).isPresent();
  }
}
