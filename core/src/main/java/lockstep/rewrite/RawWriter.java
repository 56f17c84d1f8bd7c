package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lockstep.emit.python.Expression;
import lockstep.emit.python.Expression.Call;
import lockstep.emit.python.Expression.Chain;
import lockstep.mapping.Field;
import lockstep.rewrite.ClientCall.RawOperation;
import lockstep.rewrite.QueryWriter.Result;
import lockstep.rewrite.QueryWriter.Session;
import lockstep.rewrite.QueryWriter.Sharing;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;

/// Writes a call that is given SQL: the SQL stays, and gets its values by name.
final class RawWriter {
  private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)(::)?");

  /// What `text` would take for a parameter (SQLAlchemy 2.0, `TextClause._bind_params_regex`).
  private static final Pattern COLON = Pattern.compile("(?<![:\\w\\\\]):(?=\\w+(?!:))");

  /// What returns nothing but numbers.
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?i)\\bselect\\s+(\\d+|count\\([^)]*\\))(\\s+as\\s+\\w+)?\\s*(\"|'|;|\\bfrom\\b)");

  static final String VALUES =
      "ids, decimals, times and bytes are Python's own values, and were texts and floats.";

  private final Draft draft;
  private final Session session;
  private final Optional<Entity> entity;

  /// @param entity whose rows what the SQL returns is; empty for dicts
  RawWriter(Draft draft, Session session, Optional<Entity> entity) {
    this.draft = draft;
    this.entity = entity;
    this.session = session;
  }

  Expression write(RawOperation operation, Expr.Call call) {
    var values = new ArrayList<Expr>();
    for (var it : call.arguments()) {
      switch (it) {
        case Argument.Positional(var value) -> values.add(value);
        case Argument.Keyword(var name, var value) when name.equals("query") ->
            values.addFirst(value);
        case Argument.Keyword(var name, var value) when name.equals("model") -> {
          if (entity.isEmpty() && !value.isNone()) {
            draft.refuse(
                "`%s` is no model of the schema."
                    .formatted(Conditions.oneLine(draft.source(value))));
          }
        }
        case Argument.Keyword(var name, var _) ->
            draft.refuse("the argument `%s` is not converted.".formatted(name));
        case Argument.Spread(var value) ->
            draft.refuse(
                "the values that `%s` adds are only known when it runs."
                    .formatted(Conditions.oneLine(draft.source(value))));
      }
    }
    if (values.isEmpty()) {
      return draft.refuse("there is no SQL.");
    }
    var sql = values.removeFirst();
    return switch (sql) {
      case Expr.Text text -> ofText(operation, text, values);
      case Expr.Other(var _, var kind, var _) when kind.equals("JoinedStr") ->
          draft.refuse("its SQL is put together from an f-string.");
      default -> ofVariable(operation, sql, values);
    };
  }

  private Expression ofText(RawOperation operation, Expr.Text sql, List<Expr> values) {
    var alias = entity.flatMap(it -> alias(it, sql.value()));
    if (alias.isPresent() && operation != RawOperation.EXECUTE_RAW) {
      return draft.refuse(
          "its SQL calls a column `%s`, as the client's rows do; the models read it by its own name."
              .formatted(alias.get()));
    }
    if (operation != RawOperation.EXECUTE_RAW
        && entity.isEmpty()
        && VectorSql.mentionsDistance(sql.value())) {
      var query = new VectorQuery(draft, values).write(sql.value());
      if (query.isPresent()) {
        draft.does(Operation.Effect.READ);
        return result(operation, "execute", List.of(query.get()));
      }
    }
    return ofText(operation, draft.source(sql), values);
  }

  /// Returns the name of a field that its column does not have, where SQL says it.
  private static Optional<String> alias(Entity entity, String sql) {
    return entity
        .model()
        .scalars()
        .filter(it -> !it.column().text().equals(it.name()))
        .map(Field.Scalar::name)
        .filter(it -> sql.contains('"' + it + '"'))
        .findFirst();
  }

  private Expression ofText(RawOperation operation, String literal, List<Expr> values) {
    var escape = literal.startsWith("r") || literal.startsWith("R") ? "\\\\:" : "\\\\\\\\:";
    var escaped = COLON.matcher(literal).replaceAll(escape);
    var cast = escape.replace(":", "") + ":" + escape.replace(":", "") + ":";
    var named =
        PARAMETER
            .matcher(escaped)
            .replaceAll(
                it -> {
                  var isValue = Integer.parseInt(it.group(1)) <= values.size();
                  return !isValue
                      ? Matcher.quoteReplacement(it.group())
                      : it.group(2) == null ? ":p" + it.group(1) : ":p" + it.group(1) + cast;
                });
    return ofStatement(operation, draft.sqlAlchemy("text", Expression.verbatim(named)), values);
  }

  /// @param statement whose parameters are called `p1` and so on
  private Expression ofStatement(RawOperation operation, Expression statement, List<Expr> values) {
    var isOfRows = entity.isPresent() && operation != RawOperation.EXECUTE_RAW;
    var arguments = new ArrayList<Expression>();
    arguments.add(isOfRows ? fromStatement(entity.get(), statement) : statement);
    if (!values.isEmpty()) {
      var entries = new ArrayList<Expression.Item>();
      for (var i = 0; i < values.size(); i++) {
        entries.add(
            Expression.entry(
                Expression.text("p" + (i + 1)), Expression.verbatim(draft.source(values.get(i)))));
      }
      arguments.add(Expression.dict(entries));
    }
    noteValues(operation, statement.flat());
    return isOfRows ? rows(operation, arguments) : result(operation, "execute", arguments);
  }

  private Expression fromStatement(Entity entity, Expression statement) {
    draft.note("columns that the SQL does not return are not loaded.");
    var select = draft.sqlAlchemy("select", Expression.verbatim(draft.imports().model(entity)));
    return new Chain(select, List.of(Expression.call("from_statement", statement)));
  }

  private Expression rows(RawOperation operation, List<Expression> arguments) {
    var given = arguments.toArray(Expression[]::new);
    return operation == RawOperation.QUERY_FIRST
        ? session.call("scalar", given)
        : draft.list(session.call("scalars", given));
  }

  private Expression ofVariable(RawOperation operation, Expr sql, List<Expr> values) {
    if (entity.isPresent() && operation != RawOperation.EXECUTE_RAW || isOfPsycopg()) {
      var source = Expression.item(Expression.verbatim(draft.source(sql)));
      return ofStatement(operation, draft.help("raw_sql", List.of(source)), values);
    }
    draft.note("the SQL goes to the driver as it is: asyncpg understands `$1`, psycopg does not.");
    var arguments = new ArrayList<Expression>();
    arguments.add(Expression.verbatim(draft.source(sql)));
    if (!values.isEmpty()) {
      arguments.add(
          Expression.tuple(
              values.stream().map(it -> Expression.verbatim(draft.source(it))).toList()));
    }
    noteValues(operation, draft.source(sql));
    return result(operation, "exec_driver_sql", arguments);
  }

  private Expression result(RawOperation operation, String method, List<Expression> arguments) {
    var isOfDriver = method.equals("exec_driver_sql");
    var given = arguments.toArray(Expression[]::new);
    var run = isOfDriver ? onConnection(method, given) : session.call(method, given);
    if (session.result() == Result.IGNORED) {
      return run;
    }
    return switch (operation) {
      case QUERY_RAW ->
          rows(new Chain(new Expression.Grouped(run), List.of(Expression.call("mappings"))));
      case QUERY_FIRST -> {
        draft.note("what it returns reads as a dict, and is none: `dict(row)` makes one.");
        yield new Chain(
            new Expression.Grouped(run),
            List.of(Expression.call("mappings"), Expression.call("first")));
      }
      case EXECUTE_RAW ->
          new Expression.Member(new Expression.Grouped(onConnection(method, given)), "rowcount");
    };
  }

  /// The client makes texts and floats of them (Prisma Client Python 0.15, `_raw_query`).
  private void noteValues(RawOperation operation, String sql) {
    var isRead = operation != RawOperation.EXECUTE_RAW && session.result() != Result.IGNORED;
    if (isRead && entity.isEmpty() && !PLAIN.matcher(sql).find()) {
      draft.note(VALUES);
    }
  }

  private Expression rows(Expression mappings) {
    return draft.list(Expression.call("map", Expression.verbatim("dict"), mappings));
  }

  /// Sessions that are not awaited have no other driver, and it does not understand `$1`.
  private boolean isOfPsycopg() {
    return session.await().isEmpty() && session.sharing() != Sharing.COLLECTED;
  }

  private Call onConnection(String method, Expression... arguments) {
    var connection = session.await() + session.variable() + ".connection()";
    var whole = session.await().isEmpty() ? connection : "(" + connection + ")";
    return Expression.call(session.await() + whole + "." + method, arguments);
  }
}
