package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.emit.python.Expression;
import lockstep.rewrite.Variables.Extension;
import lockstep.rewrite.Variables.Followed;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Stmt;

/// Writes a dict that a variable holds as what converted calls are given: a list of conditions, or
/// a dict by the names of attributes.
final class FollowedDict {
  private static final Set<Operation> INSERTING =
      Set.of(Operation.CREATE, Operation.CREATE_MANY, Operation.UPSERT);

  private final Followed followed;
  private final Draft draft;

  FollowedDict(Followed followed, Draft draft) {
    this.followed = followed;
    this.draft = draft;
  }

  /// Says in the draft what cannot be written.
  void check() {
    if (followed.use() == Variables.Use.INCLUDE) {
      return;
    }
    if (followed.use().isOfList()) {
      followed.elements().forEach(this::element);
      return;
    }
    followed.literals().forEach(this::contents);
    followed.extensions().forEach(this::extended);
  }

  void write(Assembly assembly) {
    if (followed.use() == Variables.Use.INCLUDE) {
      // It stands in each call now.
      followed.assignments().forEach(it -> assembly.remove(it.span()));
      return;
    }
    if (followed.use().isOfList()) {
      writeList(assembly);
      return;
    }
    for (var assignment : followed.assignments()) {
      assembly.keepComments(assignment);
      var value = assignment.value().orElseThrow();
      var dict = EitherDict.written(value).orElse(new Expr.Dict(value.span(), List.of()));
      if (followed.use() == Variables.Use.CURSOR && !dict.entries().isEmpty()) {
        assembly.precede(assignment, List.of(fromCursor(dict).start()));
      }
      assembly.replace(value.span(), contents(dict));
      assignment.annotation().ifPresent(it -> assembly.replace(it.span(), annotation()));
    }
    annotate(assembly);
    followed
        .extensions()
        .forEach(
            it -> {
              assembly.keepComments(it.statement());
              assembly.replace(it.statement().span(), extended(it));
            });
  }

  /// A list stays as it is but for the dicts that come into it.
  private void writeList(Assembly assembly) {
    for (var it : followed.assignments()) {
      assembly.keepComments(it);
      it.annotation().ifPresent(one -> assembly.replace(one.span(), annotation()));
    }
    followed.extensions().forEach(it -> assembly.keepComments(it.statement()));
    annotate(assembly);
    followed.elements().forEach(it -> assembly.replace(it.span(), element(it)));
  }

  private void annotate(Assembly assembly) {
    var first = followed.assignments().getFirst();
    if (first.annotation().isEmpty() && isGrowing()) {
      var annotated = followed.name() + ": " + annotation().flat();
      assembly.replace(first.targets().getFirst().span(), Expression.verbatim(annotated));
    }
  }

  private Expression element(Expr.Dict dict) {
    return followed.use() == Variables.Use.ROWS
        ? new Assignments(draft, Assignments.Kind.INSERT).written(followed.entity(), dict)
        : element(dict, sense(followed.users().getFirst()));
  }

  private Expression element(Expr.Dict dict, Sense sense) {
    var conditions = new Conditions(draft, sense);
    return conditions.together(conditions(dict.entries(), sense));
  }

  /// A list that is given more, or others, says what it may hold.
  private boolean isGrowing() {
    return !followed.extensions().isEmpty() || followed.assignments().size() > 1;
  }

  private Expression annotation() {
    return Expression.verbatim(
        switch (followed.use()) {
          case WHERE, RELATED, CURSOR, CONDITIONS ->
              "list[" + draft.imports().sqlAlchemy("ColumnElement") + "[bool]]";
          case INCLUDE -> throw new IllegalStateException("an include that is kept");
          case DATA -> dict();
          case ROWS -> "list[" + dict() + "]";
        });
  }

  private String dict() {
    return "dict[str, " + draft.imports().name("typing", "Any", "AnyValue") + "]";
  }

  private Expression contents(Expr.Dict dict) {
    var either = EitherDict.of(dict);
    if (either.isPresent()) {
      return new Expression.Conditional(
          contents(either.get().first()),
          draft.condition(either.get().condition()),
          contents(either.get().second()));
    }
    return switch (followed.use()) {
      case WHERE, RELATED -> Expression.list(conditions(dict.entries()));
      case DATA -> new Assignments(draft, kind()).written(followed.entity(), dict);
      case INCLUDE, CONDITIONS, ROWS -> throw new IllegalStateException("no dict of its own");
      case CURSOR ->
          Expression.list(
              dict.entries().isEmpty() ? List.of() : List.of(fromCursor(dict).condition()));
    };
  }

  /// Where its row stands in the order of the one call that is given it.
  private FromCursor.Written fromCursor(Expr.Dict cursor) {
    var call = followed.users().getFirst();
    var parameters =
        call.target() instanceof ClientCall.Target.OfModel(var _, var operation)
            ? operation.parameters()
            : List.<String>of();
    var order =
        OrderedRows.of(draft, followed.entity(), Arguments.of(call.node(), parameters, draft));
    return new FromCursor(
            draft, followed.entity(), OrderedRows.withKey(draft, followed.entity(), order))
        .written(cursor);
  }

  private List<Expression> conditions(List<Expr.Entry> entries) {
    var sense =
        followed.use() == Variables.Use.WHERE ? sense(followed.users().getFirst()) : Sense.READ;
    return conditions(entries, sense);
  }

  private List<Expression> conditions(List<Expr.Entry> entries, Sense sense) {
    var conditions = new ArrayList<Expression>();
    entries.forEach(
        it -> conditions.addAll(new Conditions(draft, sense).entry(followed.entity(), it)));
    return conditions;
  }

  private static Sense sense(ClientCall user) {
    return user.target() instanceof ClientCall.Target.OfModel(var _, var operation)
        ? Sense.of(operation)
        : Sense.READ;
  }

  /// Returns whether the conditions that stand for the dict are right in another sense too.
  boolean isSaidBy(Sense sense) {
    if (followed.use().isOfList()) {
      return followed
          .elements()
          .allMatch(it -> element(it).flat().equals(element(it, sense).flat()));
    }
    return Stream.concat(
            followed.literals().map(Expr.Dict::entries),
            followed.extensions().stream().map(Extension::entries))
        .allMatch(it -> text(conditions(it)).equals(text(conditions(it, sense))));
  }

  private static List<String> text(List<Expression> conditions) {
    return conditions.stream().map(Expression::flat).toList();
  }

  private List<Expression.Item> items(List<Expr.Entry> entries) {
    return new Assignments(draft, kind())
        .items(followed.entity(), new Expr.Dict(followed.assignments().getFirst().span(), entries));
  }

  /// A dict that anybody updates with may compute with the row; a new row has nothing yet.
  private Assignments.Kind kind() {
    var isInserted =
        followed.users().stream()
            .anyMatch(
                it ->
                    it.target() instanceof ClientCall.Target.OfModel(var _, var operation)
                        && INSERTING.contains(operation));
    return isInserted ? Assignments.Kind.INSERT : Assignments.Kind.UPDATE;
  }

  private Expression extended(Extension extension) {
    return switch (followed.use()) {
      case WHERE, RELATED -> {
        var conditions = conditions(extension.entries());
        yield conditions.size() == 1
            ? Expression.call(followed.name() + ".append", conditions.getFirst())
            : Expression.call(followed.name() + ".extend", Expression.list(conditions));
      }
      case CURSOR, INCLUDE, CONDITIONS, ROWS ->
          throw new IllegalStateException("no dict that is extended");
      case DATA ->
          subscript(extension)
              .orElseGet(
                  () ->
                      Expression.call(
                          followed.name() + ".update",
                          Expression.dict(items(extension.entries()))));
    };
  }

  /// `name["field"] = value` keeps its form where one field is one attribute.
  private Optional<Expression> subscript(Extension extension) {
    if (!(extension.statement() instanceof Stmt.Assign)) {
      return Optional.empty();
    }
    var entry = extension.entries().getFirst();
    var assigned = new Assignments(draft, kind()).entry(followed.entity(), entry);
    if (assigned.size() != 1) {
      return Optional.empty();
    }
    var target =
        "%s[%s] = "
            .formatted(followed.name(), Expression.text(assigned.getFirst().attribute()).flat());
    var value = assigned.getFirst().value().flat();
    return Optional.of(
        Expression.verbatim(target + (value.contains("\n") ? "(" + value + ")" : value)));
  }
}
