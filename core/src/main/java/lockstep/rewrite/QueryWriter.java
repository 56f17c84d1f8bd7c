package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.emit.python.Expression;
import lockstep.emit.python.Expression.Call;
import lockstep.emit.python.Expression.Chain;
import lockstep.rewrite.Loading.Way;
import lockstep.rewrite.syntax.Expr;

/// Writes one call on a model as a statement of SQLAlchemy that a session runs.
///
/// What it returns means the same: a row or None, a list of rows, a number; the `_or_raise` forms
/// raise. Each is one statement, and one more for each relation that is loaded beside it.
final class QueryWriter {
  static final String POSTGRESQL = "sqlalchemy.dialects.postgresql";

  private final Draft draft;
  private final Session session;
  private final Operation operation;
  private final Conditions conditions;

  /// What runs statements.
  ///
  /// @param variable that holds it
  /// @param await `await ` where it has to be awaited, else nothing
  /// @param sharing whether other statements run in it too
  record Session(String variable, String await, Result result, Sharing sharing) {
    Call call(String method, Expression... arguments) {
      if (sharing == Sharing.COLLECTED) {
        return Expression.call(variable + ".append", arguments);
      }
      return Expression.call(await + variable + "." + method, arguments);
    }
  }

  /// Whether a session is one statement's alone.
  enum Sharing {
    ALONE,
    /// Rows that are read again are to be as they are then.
    TRANSACTION,
    /// Nothing is read, and each is written before the next.
    BATCH,
    /// Nothing is run: statements are put into a list.
    COLLECTED
  }

  /// Whether anybody looks at what a call returns.
  enum Result {
    USED,
    IGNORED
  }

  QueryWriter(Draft draft, Session session, Operation operation) {
    this.draft = draft;
    this.session = session;
    this.operation = operation;
    this.conditions = new Conditions(draft, Sense.of(operation));
  }

  Expression write(Entity entity, Expr.Call call) {
    var given = Arguments.of(call, operation.parameters(), draft);
    var code = draft.inOrder(write(entity, given));
    // Nothing that a call says is left out in silence.
    given.unasked().ifPresent(it -> draft.refuse("`%s` is not converted.".formatted(it)));
    return code;
  }

  /// Returns the conditions that say which rows it is about.
  private List<Expression> conditions(Entity entity, Arguments given) {
    var where = given.get("where");
    if (!operation.isOfOneRow()) {
      return where.map(it -> conditions.of(entity, it)).orElse(List.of());
    }
    if (where.isEmpty()) {
      return List.of(draft.refuse("it is not said which row it is about."));
    }
    return conditions.ofKey(entity, where.get());
  }

  private Expression write(Entity entity, Arguments given) {
    return switch (operation) {
      case FIND_UNIQUE -> session.call("scalar", selection(entity, given));
      case FIND_FIRST ->
          session.call("scalar", first(window(entity, selection(entity, given), given)));
      case FIND_UNIQUE_OR_RAISE -> one(selection(entity, given));
      case FIND_FIRST_OR_RAISE -> one(first(window(entity, selection(entity, given), given)));
      case FIND_MANY -> many(entity, given);
      case COUNT -> count(entity, given);
      case CREATE -> create(entity, given);
      case CREATE_MANY -> new ManyRows(draft, session, this, entity).write(given);
      case UPDATE -> update(entity, given);
      case UPDATE_MANY -> updateMany(entity, given);
      case UPSERT -> upsert(entity, given);
      case DELETE -> delete(entity, given);
      case DELETE_MANY -> changed(entity, deleting(entity, given));
      case GROUP_BY -> groups(entity, given);
    };
  }

  private Expression one(Chain statement) {
    return new Chain(
        new Expression.Grouped(session.call("scalars", statement)),
        List.of(Expression.call("one")));
  }

  static Chain with(Chain chain, Call link) {
    var links = new ArrayList<>(chain.links());
    links.add(link);
    return new Chain(chain.first(), links);
  }

  private String model(Entity entity) {
    return draft.imports().model(entity);
  }

  /// Returns the beginning of a statement, as in `select(User)`.
  private Chain about(String statement, Entity entity) {
    return new Chain(draft.sqlAlchemy(statement, Expression.verbatim(model(entity))), List.of());
  }

  private Chain selection(Entity entity, Arguments given) {
    var select = about("select", entity);
    var selected = options(entity, filtered(entity, select, given), given, Way.SELECTED);
    return session.sharing() == Sharing.TRANSACTION
        ? with(
            selected,
            Expression.call("execution_options", Expression.verbatim("populate_existing=True")))
        : selected;
  }

  private Chain filtered(Entity entity, Chain statement, Arguments given) {
    var where = new ArrayList<>(conditions(entity, given).stream().map(Expression::item).toList());
    if (given.get("distinct").isEmpty()) {
      given.get("cursor").ifPresent(it -> where.add(fromCursor(entity, it, given)));
    }
    return where.isEmpty() ? statement : with(statement, new Call("where", where));
  }

  private Chain options(Entity entity, Chain statement, Arguments given, Way way) {
    var options =
        given
            .get("include")
            .map(it -> new Loading(draft, way).options(entity, it))
            .orElse(List.of());
    return options.isEmpty()
        ? statement
        : with(statement, Expression.call("options", options.toArray(Expression[]::new)));
  }

  private static Chain first(Chain statement) {
    return with(statement, Expression.call("limit", Expression.verbatim("1")));
  }

  /// Adds the order, and which part of the rows is wanted in it.
  private Chain window(Entity entity, Chain statement, Arguments given) {
    var order = OrderedRows.of(draft, entity, given);
    var distinct = given.get("distinct").map(it -> attributes(entity, it)).orElse(List.of());
    if (!distinct.isEmpty()) {
      return part(
          ordered(distinct(statement, distinct, order), leading(entity, distinct, order)), given);
    }
    return given.get("cursor").isEmpty()
        ? part(ordered(statement, order), given)
        : part(ordered(statement, OrderedRows.withKey(draft, entity, order)), given);
  }

  private List<String> attributes(Entity entity, Expr fields) {
    return draft
        .scalars(entity, fields, "by what rows are distinct is only known when it runs.")
        .stream()
        .map(it -> model(entity) + "." + entity.attribute(it))
        .toList();
  }

  /// The first row of each is kept, so what they are distinct by comes first in the order
  /// (PostgreSQL 18, `DISTINCT ON`).
  private Chain distinct(Chain statement, List<String> attributes, List<Expression> order) {
    var isLeading =
        order.size() >= attributes.size()
            && order.stream()
                .limit(attributes.size())
                .map(OrderedRows::column)
                .allMatch(attributes::contains);
    if (!order.isEmpty() && !isLeading) {
      draft.refuse("rows are distinct by other columns than those that they are ordered by.");
    }
    return with(
        statement,
        Expression.call(
            "distinct", attributes.stream().map(Expression::verbatim).toArray(Expression[]::new)));
  }

  /// Where no order is asked for, the first by its key is kept of each.
  private List<Expression> leading(Entity entity, List<String> attributes, List<Expression> order) {
    return order.isEmpty()
        ? OrderedRows.withKey(draft, entity, attributes.stream().map(Expression::verbatim).toList())
        : order;
  }

  /// Rows that are equal in the order are told apart by their key.
  private Expression.Item fromCursor(Entity entity, Expr cursor, Arguments given) {
    var order = OrderedRows.of(draft, entity, given);
    if (order.stream()
        .anyMatch(it -> it.flat().matches("(?s)\\*.*|.*\\.(nulls_|scalar_subquery).*"))) {
      draft.refuse("rows after a cursor are not known in such an order.");
    }
    if (OrderedRows.fromEnd(given.get("take"), draft).isPresent()
        && !OrderedRows.tellsApart(draft, entity, given.get("order"))) {
      draft.refuse("rows before a cursor are not known where some are equal in the order.");
    }
    var from = new FromCursor(draft, entity, OrderedRows.withKey(draft, entity, order));
    if (from.isPlain()
        && cursor instanceof Expr.Name variable
        && draft.follow(variable, Variables.Use.CURSOR).isPresent()) {
      return new Expression.Item("*", Expression.verbatim(variable.id()));
    }
    if (from.isPlain()
        && draft.precedence() == Draft.Precedence.LINES
        && cursor instanceof Expr.Dict dict
        && FromCursor.names(entity, dict)) {
      var written = from.written(dict);
      draft.before().add(written.start());
      return Expression.item(written.condition());
    }
    var arguments = new ArrayList<Expression.Item>();
    arguments.add(Expression.item(Expression.verbatim(model(entity))));
    arguments.add(Expression.item(Expression.verbatim(draft.source(cursor))));
    order.forEach(it -> arguments.add(Expression.item(it)));
    return new Expression.Item("*", draft.help("from_cursor", arguments));
  }

  private static Chain ordered(Chain statement, List<Expression> order) {
    return order.isEmpty()
        ? statement
        : with(statement, Expression.call("order_by", order.toArray(Expression[]::new)));
  }

  private Chain part(Chain statement, Arguments given) {
    var ordered = statement;
    var skip = given.get("skip");
    if (skip.isPresent()) {
      ordered =
          with(ordered, Expression.call("offset", Expression.verbatim(draft.source(skip.get()))));
    }
    var take = given.get("take");
    if (take.isEmpty()) {
      return ordered;
    }
    var limit = OrderedRows.fromEnd(take, draft).orElse(take.get());
    if (limit != take.get() && operation != Operation.FIND_MANY) {
      draft.refuse("a negative `take` counts from the end.");
    }
    return with(ordered, Expression.call("limit", Expression.verbatim(draft.source(limit))));
  }

  private Expression many(Entity entity, Arguments given) {
    var found = session.call("scalars", window(entity, selection(entity, given), given));
    var rows =
        OrderedRows.fromEnd(given.get("take"), draft).isPresent()
            ? Expression.call(
                "reversed",
                new Chain(new Expression.Grouped(found), List.of(Expression.call("all"))))
            : found;
    return draft.list(rows);
  }

  private Expression count(Entity entity, Arguments given) {
    if (given.get("select").isPresent()) {
      var counted = new Counts(draft, entity).of(given.get("select").get());
      var row = new Expression.Grouped(session.call("execute", filtered(entity, counted, given)));
      return Expression.call(
          "dict", new Chain(row, List.of(Expression.call("mappings"), Expression.call("one"))));
    }
    var count =
        Expression.call(
            draft.imports().sqlAlchemy("select"),
            Expression.verbatim(draft.imports().sqlAlchemy("func") + ".count()"));
    var rows = Expression.verbatim(model(entity));
    if (given.get("take").isEmpty() && given.get("skip").isEmpty()) {
      var all = new Chain(count, List.of(Expression.call("select_from", rows)));
      return one(filtered(entity, all, given));
    }
    var some = window(entity, filtered(entity, about("select", entity), given), given);
    return one(
        new Chain(
            count,
            List.of(Expression.call("select_from", with(some, Expression.call("subquery"))))));
  }

  private Expression groups(Entity entity, Arguments given) {
    var grouping = new Grouping(draft, entity);
    given
        .get("by")
        .ifPresentOrElse(grouping::by, () -> draft.refuse("it is not said by what is grouped."));
    for (var it : Grouping.Aggregate.values()) {
      given.get(it.word()).ifPresent(fields -> grouping.compute(it, fields));
    }
    var columns = new Chain(draft.sqlAlchemy("select", grouping.columns()), List.of());
    var grouped =
        with(filtered(entity, columns, given), Expression.call("group_by", grouping.groups()));
    var having = given.get("having").map(grouping::having).orElse(List.of());
    if (!having.isEmpty()) {
      grouped = with(grouped, Expression.call("having", having.toArray(Expression[]::new)));
    }
    var order = given.get("order").map(grouping::order).orElse(List.of());
    var rows = session.call("execute", part(ordered(grouped, order), given));
    return new Expression.Comprehension(grouping.dict(), "row", rows);
  }

  private Expression create(Entity entity, Arguments given) {
    var data = given.get("data");
    if (data.isEmpty()) {
      return draft.refuse("it is not said what is created.");
    }
    if (data.get() instanceof Expr.Dict dict
        && new RelatedRows(draft, session).areWritten(entity, dict)) {
      return new RelatedRows(draft, session).create(entity, dict, given.get("include"));
    }
    var insert = inserting("sqlalchemy", entity, data.get());
    return isIgnored() ? session.call("execute", insert) : one(returning(entity, insert, given));
  }

  boolean isIgnored() {
    return session.result() == Result.IGNORED;
  }

  /// @param module whose `insert` it is: PostgreSQL's own knows what to do about conflicts
  private Chain inserting(String module, Entity entity, Expr data) {
    var statement = inserting(module, entity);
    return new Assignments(draft, Assignments.Kind.INSERT)
        .call(entity, data)
        .map(it -> with(statement, it))
        .orElse(statement);
  }

  Chain inserting(String module, Entity entity) {
    var otherwise = module.equals(POSTGRESQL) ? "pg_insert" : "sa_insert";
    var insert = draft.imports().name(module, "insert", otherwise);
    return new Chain(Expression.call(insert, Expression.verbatim(model(entity))), List.of());
  }

  /// Adds that the written row is returned, and what is loaded beside it.
  private Chain returning(Entity entity, Chain statement, Arguments given) {
    var returning =
        with(statement, Expression.call("returning", Expression.verbatim(model(entity))));
    if (given.get("include").isEmpty()) {
      return returning;
    }
    var selected = options(entity, about("select", entity), given, Way.RETURNED);
    return with(selected, Expression.call("from_statement", returning));
  }

  Call returningKey(Entity entity) {
    var keys =
        entity.key().stream()
            .map(it -> Expression.verbatim(model(entity) + "." + entity.attribute(it)));
    var first = keys.findFirst();
    return Expression.call(
        "returning", first.isPresent() ? first.get() : draft.refuse("the model has no key."));
  }

  static Expression counted(Call scalars) {
    return Expression.call(
        "len", new Chain(new Expression.Grouped(scalars), List.of(Expression.call("all"))));
  }

  private Chain updating(Entity entity, Arguments given, PerhapsNothing nothing) {
    var update = about("update", entity);
    var data = given.get("data");
    if (data.isEmpty()) {
      draft.refuse("it is not said what is changed.");
      return update;
    }
    var values = new Assignments(draft, Assignments.Kind.UPDATE).call(entity, data.get());
    if (values.isPresent()) {
      return apart(with(filtered(entity, update, given), nothing.held(values.get())));
    }
    draft.refuse("nothing is changed.");
    return update;
  }

  private Expression update(Entity entity, Arguments given) {
    if (given.get("data").orElse(null) instanceof Expr.Dict data
        && new RelatedRows(draft, session).areWritten(entity, data)) {
      return new RelatedRows(draft, session)
          .update(entity, conditions(entity, given), data, given.get("include"));
    }
    if (!isIgnored() && PerhapsNothing.isWritten(given)) {
      return unchanged(entity, given);
    }
    var nothing = PerhapsNothing.in(given, draft);
    var statement = updating(entity, given, nothing);
    return isIgnored()
        ? nothing.leftOut(ofOne(entity, statement))
        : nothing.otherwise(
            session.call("scalar", returning(entity, statement, given)),
            () -> unchanged(entity, given));
  }

  /// Where nothing is assigned the client returns the row as it is, with the time of its last
  /// change (Prisma 7).
  private Expression unchanged(Entity entity, Arguments given) {
    return session.call("scalar", selection(entity, given));
  }

  private Expression updateMany(Entity entity, Arguments given) {
    var nothing = PerhapsNothing.in(given, draft);
    var changed = changed(entity, updating(entity, given, nothing));
    return isIgnored() ? nothing.leftOut(changed) : nothing.counted(changed);
  }

  private Chain deleting(Entity entity, Arguments given) {
    return apart(filtered(entity, about("delete", entity), given));
  }

  /// Rows that a transaction has read stay as they were, as they do in the client; what returns a
  /// row cannot do so, as there is one object for it.
  private Chain apart(Chain statement) {
    return session.sharing() == Sharing.TRANSACTION
        ? with(
            statement,
            Expression.call("execution_options", Expression.verbatim("synchronize_session=False")))
        : statement;
  }

  private Expression delete(Entity entity, Arguments given) {
    if (given.get("include").isPresent()) {
      return draft.refuse("what belongs to a row is not loaded while the row is deleted.");
    }
    var statement = deleting(entity, given);
    return isIgnored()
        ? ofOne(entity, statement)
        : session.call("scalar", returning(entity, statement, given));
  }

  /// A row that is missing stops a batch, and nothing else (Prisma 7).
  private Expression ofOne(Entity entity, Chain statement) {
    if (session.sharing() == Sharing.COLLECTED) {
      draft.note("a row that is missing stops the batch no more.");
    }
    return session.sharing() == Sharing.BATCH
        ? one(with(statement, returningKey(entity)))
        : session.call("execute", statement);
  }

  private Expression changed(Entity entity, Chain statement) {
    return isIgnored()
        ? session.call("execute", statement)
        : counted(session.call("scalars", with(statement, returningKey(entity))));
  }

  private Expression upsert(Entity entity, Arguments given) {
    if (given.get("where").isEmpty()
        || !(given.get("data").orElse(given.get("where").get()) instanceof Expr.Dict data)) {
      return draft.refuse("what is created or changed is only known when it runs.");
    }
    var halves = new Upsert(draft, entity);
    var create = part(data, "create");
    var change = part(data, "update");
    if (create.isEmpty() || change.isEmpty()) {
      return draft.refuse("what is created or changed is only known when it runs.");
    }
    var where = given.get("where").get();
    conditions.requireKey(entity, where);
    var created = halves.created(where, create.get());
    var insert = inserting(POSTGRESQL, entity, created);
    var statement = with(insert, halves.onConflict(where, created, change.get()));
    return isIgnored()
        ? session.call("execute", statement)
        : one(returning(entity, statement, given));
  }

  private static Optional<Expr> part(Expr.Dict data, String name) {
    return data.entries().stream()
        .filter(it -> it.name().filter(name::equals).isPresent())
        .map(Expr.Entry::value)
        .findFirst();
  }
}
