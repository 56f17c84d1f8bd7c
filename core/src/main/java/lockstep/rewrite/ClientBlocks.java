package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lockstep.emit.python.Expression;
import lockstep.rewrite.QueryRewriter.Life;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;
import lockstep.rewrite.syntax.Stmt.Colour;
import lockstep.text.Span;

/// `async with Prisma() as db:`, whose client lives as long as the block.
///
/// Where all that is done with it is converted, the block begins and ends the session layer, as
/// `connect()` and `disconnect()` become that. It is written last: what still names the client then
/// keeps it.
record ClientBlocks(PythonFile file, FoundCalls calls, Life life) {
  static final String LABEL = "Prisma";

  /// Returns what was replaced.
  List<Expr> write(Imported imports, Assembly assembly, List<Verdict> verdicts) {
    var replaced = new ArrayList<Expr>();
    for (var it : file.statements().filter(Stmt.With.class::isInstance).toList()) {
      var with = (Stmt.With) it;
      if (with.items().stream().anyMatch(item -> isClient(item.context()))) {
        replaced.addAll(write(with, imports, assembly, verdicts));
      }
    }
    return replaced;
  }

  private List<Expr> write(
      Stmt.With with, Imported imports, Assembly assembly, List<Verdict> verdicts) {
    var context =
        with.items().stream()
            .map(Stmt.Item::context)
            .filter(this::isClient)
            .findFirst()
            .orElseThrow();
    if (!mayGo(with, context, assembly)) {
      var reason =
          isAlone(with)
              ? "not all that is done with its client is converted."
              : "its head or its line has other code in it.";
      verdicts.add(new Verdict(LABEL, context.span(), new Verdict.Outcome.Refused(reason)));
      return List.of();
    }
    verdicts.add(new Verdict(LABEL, context.span(), new Verdict.Outcome.Converted()));
    var content = file.text().content();
    var start = with.span().start();
    var await = with.colour() == Colour.ASYNC ? "await " : "";
    var line = content.lastIndexOf('\n', start - 1) + 1;
    var indentation = content.substring(line, start);
    var step = indentation.contains("\t") ? "\t" : "    ";
    assembly.replace(
        new Span(start, content.indexOf(':', headEnd(with)) + 1),
        Expression.verbatim(await + imports.sessions("startup") + "()\n" + indentation + "try:"));
    assembly.addLinesBehind(
        with,
        List.of(
            indentation + "finally:",
            indentation + step + await + imports.sessions("shutdown") + "()"));
    return with.expressions();
  }

  private static int headEnd(Stmt.With with) {
    return with.expressions().stream().mapToInt(it -> it.span().end()).max().orElseThrow();
  }

  /// Returns whether a block begins and ends this: one that is made for it, or is known by a name.
  private boolean isClient(Expr context) {
    return ClientCalls.isConstruction(context) || calls.isMade(context);
  }

  /// A client that is registered, or has a name of its own, may serve calls anywhere.
  private boolean mayGo(Stmt.With with, Expr context, Assembly assembly) {
    var isOwn = context instanceof Expr.Call call && call.arguments().isEmpty();
    return isAlone(with)
        && (isOwn || life == Life.ENDS)
        && with.items().getFirst().target().stream()
            .allMatch(it -> it instanceof Expr.Name name && !isNamed(name, with, assembly));
  }

  private boolean isAlone(Stmt.With with) {
    return with.items().size() == 1
        && file.beginsLine(with)
        && file.beginsLine(with.body().getFirst());
  }

  private static boolean isNamed(Expr.Name client, Stmt.With with, Assembly assembly) {
    return inside(with)
        .anyMatch(
            it ->
                it instanceof Expr.Name(var span, var id)
                    && id.equals(client.id())
                    && !assembly.covers(span));
  }

  private static Stream<Expr> inside(Stmt.With with) {
    return with.body().stream()
        .flatMap(Stmt::all)
        .flatMap(it -> it.expressions().stream())
        .flatMap(Expr::all);
  }
}
