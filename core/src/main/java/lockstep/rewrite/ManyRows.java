package lockstep.rewrite;

import lockstep.emit.python.Expression;
import lockstep.emit.python.Expression.Chain;
import lockstep.rewrite.QueryWriter.Session;
import lockstep.rewrite.QueryWriter.Sharing;
import lockstep.rewrite.syntax.Expr;

/// Writes a call that makes many rows of one model: a statement that runs with all of them.
final class ManyRows {
  private final Draft draft;
  private final Session session;
  private final QueryWriter writer;
  private final Entity entity;

  ManyRows(Draft draft, Session session, QueryWriter writer, Entity entity) {
    this.draft = draft;
    this.session = session;
    this.writer = writer;
    this.entity = entity;
  }

  Expression write(Arguments given) {
    if (session.sharing() == Sharing.COLLECTED) {
      return draft.refuse("several rows in a batch are not converted.");
    }
    var data = given.get("data");
    var skips = given.get("skip_duplicates");
    if (data.isEmpty() || skips.isPresent() && !(skips.get() instanceof Expr.Constant)) {
      return draft.refuse("what is created, or whether twice, is only known when it runs.");
    }
    var isSkipping = skips.filter(Expr::isTrue).isPresent();
    var statement = writer.inserting(isSkipping ? QueryWriter.POSTGRESQL : "sqlalchemy", entity);
    if (isSkipping) {
      statement = QueryWriter.with(statement, Expression.call("on_conflict_do_nothing"));
    }
    statement =
        QueryWriter.with(
            statement,
            Expression.call("execution_options", Expression.verbatim("render_nulls=True")));
    return given(statement, data.get());
  }

  /// Runs a statement for each of some rows; without rows it would insert one of defaults.
  private Expression given(Chain statement, Expr data) {
    var rows = rows(data);
    if (data instanceof Expr.Display display && !display.elements().isEmpty()) {
      return ran(statement, rows);
    }
    var isNamed = data instanceof Expr.Name && rows.flat().equals(draft.source(data));
    var name = isNamed ? rows.flat() : draft.imports().free("new_rows");
    var condition = isNamed ? name : "(" + name + " := " + rows.flat() + ")";
    return new Expression.Conditional(
        ran(statement, Expression.verbatim(name)),
        condition,
        Expression.verbatim(writer.isIgnored() ? "None" : "0"));
  }

  private Expression ran(Chain statement, Expression rows) {
    return writer.isIgnored()
        ? session.call("execute", statement, rows)
        : QueryWriter.counted(
            session.call(
                "scalars", QueryWriter.with(statement, writer.returningKey(entity)), rows));
  }

  private Expression rows(Expr data) {
    var assignments = new Assignments(draft, Assignments.Kind.INSERT);
    if (data instanceof Expr.Name name && draft.follow(name, Variables.Use.ROWS).isPresent()) {
      return Expression.verbatim(name.id());
    }
    var known = draft.each(data, it -> Expression.dict(assignments.items(entity, it)));
    if (known.isPresent()) {
      return known.get();
    }
    if (!entity.keepsNames()) {
      var each = draft.helped("values", entity, Expression.verbatim("it")).flat();
      return Expression.verbatim("[" + each + " for it in " + draft.source(data) + "]");
    }
    draft.note("the keys of each row have to be columns of %s.".formatted(entity.name()));
    return Expression.verbatim(draft.source(data));
  }
}
