package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lockstep.emit.python.Expression;
import lockstep.mapping.Field;
import lockstep.rewrite.Rewriting.Remark;
import lockstep.rewrite.syntax.Expr;
import lockstep.text.Span;

/// One call while it is written anew: what stands in the way, and what its reader should know.
final class Draft {
  /// What binds more loosely than a comparison does.
  private static final Set<String> LOOSE =
      Set.of("BoolOp", "Compare", "IfExp", "Lambda", "NamedExpr", "Not", "Yield");

  /// Annotations that None does not have.
  private static final Set<String> SOMETHING =
      Set.of("str", "int", "float", "bool", "UUID", "datetime", "date", "Decimal");

  private final Renames text;
  private final Vocabulary words;
  private final Imported imports;
  private final Variables variables;
  private final List<String> refusals = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Remark> demands = new ArrayList<>();
  private final List<String> helped = new ArrayList<>();
  private final List<List<Expression>> orders = new ArrayList<>();
  private final List<Variables.Followed> followed = new ArrayList<>();
  private final List<Assembly.Hoisted> before = new ArrayList<>();
  private Precedence precedence = Precedence.NONE;
  private Expectation expectation = Expectation.NONE;
  private Optional<String> condition = Optional.empty();
  private Optional<Operation.Effect> effect = Optional.empty();

  /// Whether lines may be put before the statement that a call stands in.
  enum Precedence {
    NONE,
    LINES
  }

  /// Whether code around a call catches what the client raises where a row is missing.
  enum Expectation {
    NONE,
    MISSING_ROW
  }

  Draft(Renames text, Vocabulary words, Imported imports, Variables variables) {
    this.text = text;
    this.words = words;
    this.imports = imports;
    this.variables = variables;
  }

  Vocabulary words() {
    return words;
  }

  Imported imports() {
    return imports;
  }

  /// Says why the call cannot be converted, and returns what stands for the part meanwhile.
  Expression refuse(String reason) {
    refusals.add(reason);
    return Expression.verbatim("...");
  }

  void note(String note) {
    if (!notes.contains(note)) {
      notes.add(note);
    }
  }

  /// Says what a value has to be, where the client took others as well.
  void demand(Expr value, String fact, String advice) {
    demands.add(new Remark(RewriteCode.USED_OTHERWISE, value.span(), fact, advice));
  }

  List<Remark> demands() {
    return demands;
  }

  /// Returns which expressions of the function are times.
  Times times() {
    return variables.times();
  }

  /// Returns a column of a model; empty, and said here, where the name is none.
  Optional<Field.Scalar> scalar(Entity entity, String name) {
    if (entity.field(name).orElse(null) instanceof Field.Scalar scalar) {
      return Optional.of(scalar);
    }
    refuse("`%s` is no column of %s.".formatted(name, entity.name()));
    return Optional.empty();
  }

  /// Returns the columns that a list of names says.
  ///
  /// @param otherwise what to say where the names are not written out
  List<Field.Scalar> scalars(Entity entity, Expr names, String otherwise) {
    if (names instanceof Expr.Display display
        && display.elements().stream().allMatch(Expr.Text.class::isInstance)) {
      return display.elements().stream()
          .flatMap(it -> scalar(entity, ((Expr.Text) it).value()).stream())
          .toList();
    }
    refuse(otherwise);
    return List.of();
  }

  /// Says that what is loaded beside rows is put in order once it is there.
  ///
  /// @param order the arguments that say by what
  void order(List<Expression> order) {
    if (!orders.contains(order)) {
      orders.add(order);
    }
  }

  /// Returns rows in the order that was said of what is loaded beside them.
  Expression inOrder(Expression rows) {
    var ordered = rows;
    for (var order : orders) {
      var arguments = new ArrayList<Expression.Item>();
      arguments.add(Expression.item(ordered));
      order.forEach(it -> arguments.add(Expression.item(it)));
      ordered = help("in_order", arguments);
    }
    return ordered;
  }

  /// Says what a dict has to have whose keys are not known here.
  ///
  /// @param source the dict
  void noteKeys(Entity entity, String source) {
    note(
        "the keys of `%s` have to be columns of %s, and their values plain ones."
            .formatted(Conditions.oneLine(source), entity.name()));
  }

  /// Returns a call of a function that does what no expression of SQLAlchemy says.
  Expression help(String function, List<Expression.Item> arguments) {
    helped.add(function);
    return Expression.call(imports.name(words.helpers(), function, "query_" + function), arguments);
  }

  /// Returns what the file calls a function of the helpers, where another runs it.
  String helper(String function) {
    helped.add(function);
    return imports.name(words.helpers(), function, "query_" + function);
  }

  /// Returns a call of a function that reads a dict when it runs.
  ///
  /// @param function of the module of helpers
  /// @param dict as it stands in the call
  Expression helped(String function, Entity entity, Expression dict) {
    return helped(function, entity, dict, List.of());
  }

  /// @param more what it is given besides
  Expression helped(String function, Entity entity, Expression dict, List<Expression.Item> more) {
    var model = Expression.verbatim(imports.model(entity));
    var arguments = new ArrayList<>(List.of(Expression.item(model), Expression.item(dict)));
    arguments.addAll(more);
    return help(function, arguments);
  }

  /// Says whether a part of the call may get a variable of its own, in a line before it.
  void allow(Precedence allowed) {
    precedence = allowed;
  }

  /// Says what the code around the call is ready for.
  void expect(Expectation expected) {
    expectation = expected;
  }

  /// Returns whether a row that is missing has to be looked for, as code catches that.
  boolean expectsMissingRow() {
    return expectation == Expectation.MISSING_ROW;
  }

  Precedence precedence() {
    return precedence;
  }

  /// Gives a part of the call a variable, and returns what it is called.
  ///
  /// @param name which nothing else in the file may have
  String before(String name, Expression value) {
    var own = imports.own(name);
    before.add(new Assembly.Hoisted(own, value));
    return own;
  }

  /// Returns what is computed in lines before the statement.
  List<Assembly.Hoisted> before() {
    return before;
  }

  /// Says that the statement is left out where something does not hold.
  void onlyIf(String holds) {
    condition = Optional.of(holds);
  }

  Optional<String> condition() {
    return condition;
  }

  /// Says what the call is known to do once it is understood.
  void does(Operation.Effect known) {
    effect = Optional.of(known);
  }

  Optional<Operation.Effect> effect() {
    return effect;
  }

  /// Returns the functions that read dicts when the converted call runs.
  List<String> helped() {
    return helped;
  }

  Optional<String> refusal() {
    return refusals.stream().findFirst();
  }

  List<String> notes() {
    return notes;
  }

  /// Returns the variables whose dicts it was written with, also those that are named in others of
  /// them. What cannot be written of them is said here.
  List<Variables.Followed> followed() {
    for (var i = 0; i < followed.size(); i++) {
      new FollowedDict(followed.get(i), this).check();
    }
    return List.copyOf(followed);
  }

  /// Returns whether what is no dict here is one when it runs.
  boolean hidesDict(Expr value) {
    return !(value instanceof Expr.Dict) && variables.mayBeDict(value);
  }

  /// Returns a dict that a variable holds, if all that is done with it is known.
  Optional<Variables.Followed> follow(Expr.Name name, Variables.Use use) {
    var found = variables.follow(name, use);
    found.filter(it -> !followed.contains(it)).ifPresent(followed::add);
    return found;
  }

  /// Returns what [#follow] does, where it is not said yet that a call is written with it.
  Optional<Variables.Followed> held(Expr.Name name, Variables.Use use) {
    return variables.follow(name, use);
  }

  /// Returns the dict that a variable says what is loaded by, where it can stand in its place.
  Optional<Expr.Dict> included(Expr.Name name) {
    return follow(name, Variables.Use.INCLUDE)
        .flatMap(it -> it.literals().findFirst())
        .or(() -> variables.constant(name));
  }

  /// Returns what a constant says that calls include by, or a part of it, as `POSTS["include"]`.
  Optional<Expr.Dict> includedBy(Expr constant) {
    return switch (constant) {
      case Expr.Dict it -> Optional.of(it);
      case Expr.Name(var _, var id) when !variables.isOwn(id) -> imports.include(id);
      case Expr.Subscript(var _, var of, Expr.Text(var _, var key)) ->
          includedBy(of)
              .flatMap(
                  it ->
                      it.entries().stream()
                          .filter(one -> one.name().filter(key::equals).isPresent())
                          .map(Expr.Entry::value)
                          .filter(Expr.Dict.class::isInstance)
                          .map(Expr.Dict.class::cast)
                          .findFirst());
      default -> Optional.empty();
    };
  }

  /// Returns what is known of the dict that an expression is when it runs.
  Stream<Expr.Dict> knownOf(Expr value) {
    return switch (value) {
      case Expr.Dict dict -> Stream.of(dict);
      case Expr.Name(var _, var id) -> variables.writtenFor(id);
      case Expr.Other it -> it.parts().stream().flatMap(this::knownOf);
      default -> Stream.empty();
    };
  }

  /// Returns whether all is known that is done with the dict of a variable.
  boolean follows(Expr.Name name, Variables.Use use) {
    return variables.follow(name, use).isPresent();
  }

  /// Returns whether a value cannot be None: one that is written out, or a parameter whose
  /// annotation says so.
  boolean isSomething(Expr value) {
    return switch (value) {
      case Expr.Text _, Expr.Display _, Expr.Dict _, Expr.Comprehension _ -> true;
      case Expr.Constant it -> it.kind() != Expr.Kind.NONE;
      case Expr.Name it -> variables.annotation(it.id()).filter(SOMETHING::contains).isPresent();
      case Expr.Other it -> it.kind().equals("JoinedStr");
      default -> false;
    };
  }

  /// Returns whether a value is known to be a text.
  boolean isText(Expr value) {
    return switch (value) {
      case Expr.Text _ -> true;
      case Expr.Name it -> variables.annotation(it.id()).filter("str"::equals).isPresent();
      case Expr.Call(var _, Expr.Attribute(var _, var _, var method), var _) ->
          method.equals("isoformat") || method.equals("strftime");
      case Expr.Other it -> it.kind().equals("JoinedStr");
      default -> false;
    };
  }

  /// Returns what the model of Pydantic has that a parameter is annotated with.
  Optional<RequestClasses.Shape> classOf(Expr.Name parameter) {
    return variables.annotation(parameter.id()).flatMap(imports::shape);
  }

  /// Returns a list of what each dict becomes; empty where a value is no list of dicts that are
  /// written out, nor made of one for each turn.
  Optional<Expression> each(Expr value, Function<Expr.Dict, Expression> one) {
    return switch (value) {
      case Expr.Display(var _, var _, var elements)
          when elements.stream().allMatch(Expr.Dict.class::isInstance) ->
          Optional.of(
              Expression.list(elements.stream().map(it -> one.apply((Expr.Dict) it)).toList()));
      case Expr.Comprehension it
          when it.results().size() == 1 && it.results().getFirst() instanceof Expr.Dict dict ->
          loops(it)
              .map(loops -> Expression.verbatim("[" + one.apply(dict).flat() + " " + loops + "]"));
      default -> Optional.empty();
    };
  }

  /// Returns a list of what can be run through.
  Expression list(Expression rows) {
    return imports.isTaken("list")
        ? new Expression.Display(Expression.Brackets.LIST, List.of(new Expression.Item("*", rows)))
        : Expression.call("list", rows);
  }

  /// Returns an expression as its author wrote it.
  String source(Expr value) {
    return text.text(value);
  }

  /// Returns what stands in a comprehension behind its result, from its first `for` on; empty where
  /// something else is in between.
  Optional<String> loops(Expr.Comprehension comprehension) {
    var from = comprehension.results().getLast().span().end();
    var to = comprehension.span().end();
    var rest = text.text(new Span(from, to)).strip();
    var loops = rest.substring(0, rest.length() - 1).strip();
    return Optional.of(loops)
        .filter(it -> it.startsWith("for ") || it.startsWith("async for "))
        .filter(it -> !it.contains("#"));
  }

  /// Returns an expression as it may stand behind `name=`.
  String argument(Expr value) {
    var isLoose =
        value instanceof Expr.Other(var _, var kind, var _)
            && (kind.equals("NamedExpr") || kind.equals("Yield"));
    return isLoose ? "(" + source(value) + ")" : source(value);
  }

  /// Returns an expression as it may stand between `if` and `else`.
  String condition(Expr value) {
    var isLoose =
        value instanceof Expr.Other(var _, var kind, var _)
            && (kind.equals("IfExp") || kind.equals("Lambda"));
    return isLoose ? "(" + source(value) + ")" : argument(value);
  }

  /// Returns an expression as it may stand beside an operator.
  String operand(Expr value) {
    var isLoose = value instanceof Expr.Other(var _, var kind, var _) && LOOSE.contains(kind);
    return isLoose ? "(" + source(value) + ")" : source(value);
  }

  Expression sqlAlchemy(String function, Expression... arguments) {
    return Expression.call(imports.sqlAlchemy(function), arguments);
  }
}
