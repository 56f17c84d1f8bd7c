package lockstep.rewrite;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.emit.Names;
import lockstep.rewrite.Rewriting.Remark;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;

/// Enums of the client whose values come from outside of the program, or go there: what a route
/// takes and answers, fields of classes, what is looked up by a value.
///
/// A member of the client's had its name for its value (Prisma Client Python 0.15); one of the
/// models has what is stored.
///
/// @param imports which names are enums of the client's
record OutsideEnums(ClientImports imports) {
  /// What FastAPI reads a parameter of a function by that is no route (FastAPI 0.115).
  private static final Set<String> READERS =
      Set.of("Query", "Path", "Body", "Header", "Cookie", "Form");

  List<Remark> remarks(PythonFile file) {
    return Stream.concat(
            file.statements().flatMap(OutsideEnums::annotations).flatMap(this::named),
            file.expressions().flatMap(OutsideEnums::lookedUp).flatMap(this::named))
        .toList();
  }

  private static Stream<Expr> annotations(Stmt statement) {
    return switch (statement) {
      case Stmt.ClassDef it ->
          it.body().stream()
              .filter(Stmt.Assign.class::isInstance)
              .flatMap(field -> ((Stmt.Assign) field).annotation().stream());
      case Stmt.Function it -> {
        var route = Route.of(it);
        yield Stream.concat(
            it.parameters().stream()
                .filter(one -> route.isPresent() || isRead(one))
                .flatMap(one -> one.annotation().stream()),
            route.flatMap(Route::model).stream());
      }
      default -> Stream.empty();
    };
  }

  private static boolean isRead(Stmt.Parameter parameter) {
    return parameter.standard().orElse(null) instanceof Expr.Call call
        && ClientCalls.lastName(call.function()).filter(READERS::contains).isPresent();
  }

  /// `Role(text)`.
  private static Stream<Expr> lookedUp(Expr expression) {
    return expression instanceof Expr.Call(var _, var function, var arguments)
            && arguments.size() == 1
            && arguments.getFirst() instanceof Argument.Positional
        ? Stream.of(function)
        : Stream.empty();
  }

  private Stream<Remark> named(Expr expression) {
    return expression.all().flatMap(it -> remark(it).stream());
  }

  private Optional<Remark> remark(Expr expression) {
    return imports
        .enumOf(expression)
        .flatMap(
            it ->
                it.members().stream()
                    .filter(OutsideEnums::isOther)
                    .findFirst()
                    .map(member -> remark(expression, it, member)));
  }

  private static Remark remark(Expr place, Names.OfEnum known, Names.OfMember member) {
    return new Remark(
        RewriteCode.USED_OTHERWISE,
        place.span(),
        "`%s` takes and gives `%s` now, where the client's took and gave `%s`."
            .formatted(known.symbol(), member.value(), member.member()),
        "Tell those who call, or take an enum of your own with the values that they know.");
  }

  private static boolean isOther(Names.OfMember member) {
    return !member.value().equals(member.member());
  }
}
