package lockstep.rewrite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.emit.python.Expression;
import lockstep.rewrite.Rewriting.Remark;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;

/// The errors of the client that code names: what the client raised, SQLAlchemy raises by another
/// name.
final class ClientErrors {
  static final String MODULE = "prisma.errors";

  private static final Map<String, String> ERRORS =
      Map.of(
          "RecordNotFoundError", "NoResultFound",
          "UniqueViolationError", "IntegrityError",
          "ForeignKeyViolationError", "IntegrityError",
          "MissingRequiredValueError", "IntegrityError",
          "RawQueryError", "DBAPIError",
          "PrismaError", "SQLAlchemyError");

  /// What is one error in SQLAlchemy, by what PostgreSQL says (PostgreSQL 18, Appendix A).
  private static final Map<String, String> SQL_STATES =
      Map.of(
          "UniqueViolationError", "23505",
          "ForeignKeyViolationError", "23503",
          "MissingRequiredValueError", "23502");

  /// What errors of the client say beside their text (Prisma Client Python 0.15, `DataError`).
  private static final Set<String> SAID = Set.of("code", "data", "meta");

  private final PythonFile file;
  private final ClientNames names;
  private final Imported imports;
  private final Conversions conversions;

  ClientErrors(PythonFile file, ClientNames names, Imported imports, Conversions conversions) {
    this.file = file;
    this.names = names;
    this.imports = imports;
    this.conversions = conversions;
  }

  /// Returns whether SQLAlchemy has another error for one of the client's.
  static boolean isKnown(String name) {
    return ERRORS.containsKey(name);
  }

  /// The errors of calls that stay are the client's: then those are renamed that only converted
  /// calls can raise.
  void edit(Assembly assembly, List<Remark> remarks) {
    var exchanged =
        conversions.areAll()
            ? file.statements().toList()
            : file.statements()
                .filter(conversions::raisesOnlyConverted)
                .flatMap(ClientErrors::withHandlers)
                .toList();
    exchanged.stream()
        .flatMap(it -> it.expressions().stream())
        .flatMap(Expr::all)
        .forEach(it -> exchange(it, assembly, remarks));
    exchanged.stream()
        .filter(Stmt.Handler.class::isInstance)
        .forEach(it -> asked((Stmt.Handler) it, remarks));
  }

  private static Stream<Stmt> withHandlers(Stmt statement) {
    return statement instanceof Stmt.Compound it
        ? Stream.concat(Stream.of(it), it.handlers())
        : Stream.of(statement);
  }

  /// What is asked of an error that a handler has caught, as `error.code`.
  private void asked(Stmt.Handler handler, List<Remark> remarks) {
    var other = handler.caught().stream().flatMap(Expr::all).flatMap(it -> known(it).stream());
    var errors = other.map(ERRORS::get).distinct().toList();
    if (errors.isEmpty() || handler.name().isEmpty()) {
      return;
    }
    handler
        .all()
        .flatMap(it -> it.expressions().stream())
        .flatMap(Expr::all)
        .filter(it -> isAsked(it, handler.name().get()))
        .forEach(it -> remarks.add(otherwise((Expr.Attribute) it, errors)));
  }

  private static boolean isAsked(Expr expression, String error) {
    return expression instanceof Expr.Attribute(var _, Expr.Name(var _, var id), var name)
        && id.equals(error)
        && SAID.contains(name);
  }

  private static Remark otherwise(Expr.Attribute asked, List<String> errors) {
    return new Remark(
        RewriteCode.USED_OTHERWISE,
        asked.span(),
        "Errors of SQLAlchemy have no `%s` that says what Prisma's did.".formatted(asked.name()),
        errors.equals(List.of("NoResultFound"))
            ? "This one says no more than that no row was found."
            : "Ask its `orig`, where it has one: `orig.sqlstate` is PostgreSQL's code.");
  }

  private static Remark wider(Expr place, String name) {
    return new Remark(
        RewriteCode.USED_OTHERWISE,
        place.span(),
        "`IntegrityError` is every broken constraint, where `%s` was one kind.".formatted(name),
        "Where another kind may come here too, ask for `error.orig.sqlstate == \"%s\"`."
            .formatted(SQL_STATES.get(name)));
  }

  private String error(String name) {
    var other = ERRORS.get(name);
    return imports.name("sqlalchemy.exc", other, "Database" + other);
  }

  private Optional<String> known(Expr expression) {
    return names.in(MODULE, expression).filter(ERRORS::containsKey);
  }

  private void exchange(Expr expression, Assembly assembly, List<Remark> remarks) {
    var hasPlace =
        switch (expression) {
          case Expr.Name(var span, var id) -> span.end() - span.start() == id.length();
          case Expr.Attribute _ -> true;
          default -> false;
        };
    var named = known(expression).filter(_ -> hasPlace);
    named.filter(SQL_STATES::containsKey).ifPresent(it -> remarks.add(wider(expression, it)));
    named.ifPresent(it -> assembly.replace(expression.span(), Expression.verbatim(error(it))));
  }
}
