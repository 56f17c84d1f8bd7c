package lockstep.rewrite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.rewrite.GivenDicts.Given;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;
import lockstep.text.Span;

/// The dicts that variables of one function hold when calls are given them.
///
/// A dict is followed where all is known of it: written out once, extended by keys that are written
/// out, and given to calls of the client and to nobody else.
final class Variables {
  private final PythonFile file;
  private final IncludedDicts constants;
  private final List<Stmt> body;
  private final List<Stmt> statements;
  private final Set<Expr> calls = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Given> given;
  private final List<Stmt.Parameter> parameters;
  private final Times times;
  private final Map<String, Optional<Followed>> found = new LinkedHashMap<>();

  /// The statements that set or extend a variable, in the order of the text.
  private final Map<String, List<Stmt>> writing = new HashMap<>();

  private final Flow flow;
  private final Set<String> assigned = new HashSet<>();
  private final Map<String, Integer> occurrences = new HashMap<>();

  /// How often it is asked whether there is anything in a variable, as in `if data:`.
  private final Map<String, Integer> asked = new HashMap<>();

  /// What a dict is given as.
  enum Use {
    WHERE,
    /// Inside of a `where`: what rows are like that a row is related to.
    RELATED,
    DATA,
    /// The row that others come after.
    CURSOR,
    /// What is loaded beside rows.
    INCLUDE,
    /// A list of conditions, of which all or any have to hold.
    CONDITIONS,
    /// A list of rows that are made.
    ROWS;

    boolean isOfList() {
      return this == CONDITIONS || this == ROWS;
    }
  }

  /// Whether a dict has anything in it when it is given to calls.
  enum Filling {
    ALWAYS,
    PERHAPS
  }

  /// A dict in a variable, or a list of dicts.
  ///
  /// @param assignments the statements that write it out, or set it to `None`; one runs before it
  ///   is given to anybody
  /// @param entity the model of all calls that are given it
  record Followed(
      String name,
      Use use,
      List<Stmt.Assign> assignments,
      List<Extension> extensions,
      Entity entity,
      List<ClientCall> users,
      Filling filling) {
    /// Returns the dicts that are written out.
    Stream<Expr.Dict> literals() {
      return assignments.stream().flatMap(it -> it.value().flatMap(EitherDict::written).stream());
    }

    /// Returns the dicts of a list, wherever they are added to it.
    Stream<Expr.Dict> elements() {
      return Stream.concat(
              assignments.stream().map(Stmt.class::cast),
              extensions.stream().map(Extension::statement))
          .flatMap(it -> ListedDicts.of(it).orElseThrow().stream());
    }
  }

  /// `name["key"] = value`, or `name.update({…})`.
  record Extension(Stmt statement, List<Expr.Entry> entries) {}

  private Variables(
      PythonFile file,
      IncludedDicts constants,
      List<Stmt> body,
      List<Stmt> statements,
      List<ClientCall> calls,
      List<Expr> nested,
      List<Stmt.Parameter> parameters,
      Vocabulary words) {
    this.file = file;
    this.constants = constants;
    this.body = body;
    this.statements = statements;
    calls.forEach(it -> this.calls.add(it.node()));
    this.parameters = parameters;
    statements.forEach(this::index);
    this.flow = new Flow(statements);
    Stream.concat(statements.stream().flatMap(it -> it.expressions().stream()), nested.stream())
        .flatMap(Expr::all)
        .forEach(this::count);
    statements.stream().filter(Stmt.If.class::isInstance).forEach(it -> ask(((Stmt.If) it).test()));
    this.times = new Times(file, statements, parameters, _ -> false);
    this.given = GivenDicts.of(calls, words, this::entries);
  }

  private void index(Stmt statement) {
    if (statement instanceof Stmt.Assign assign) {
      assign.targets().stream()
          .filter(Expr.Name.class::isInstance)
          .forEach(it -> assigned.add(((Expr.Name) it).id()));
    }
    written(statement)
        .ifPresent(it -> writing.computeIfAbsent(it, _ -> new ArrayList<>()).add(statement));
  }

  /// Returns the variable that a statement sets or extends.
  private static Optional<String> written(Stmt statement) {
    return switch (statement) {
      case Stmt.Assign it when it.targets().size() == 1 -> name(it.targets().getFirst());
      case Stmt.Evaluate(var _, Expr.Call(var _, Expr.Attribute(var _, var of, var _), var _)) ->
          name(of);
      default -> Optional.empty();
    };
  }

  private static Optional<String> name(Expr written) {
    var of = written instanceof Expr.Subscript(var _, var whole, var _) ? whole : written;
    return of instanceof Expr.Name(var _, var id) ? Optional.of(id) : Optional.empty();
  }

  private void count(Expr expression) {
    if (expression instanceof Expr.Name(var _, var id)) {
      occurrences.merge(id, 1, Integer::sum);
    }
    if (expression instanceof Expr.Other(var _, var kind, var parts)
        && (kind.equals("Not") || kind.equals("IfExp"))) {
      ask(parts.getFirst());
    }
  }

  private void ask(Expr test) {
    switch (test) {
      case Expr.Name(var _, var id) -> asked.merge(id, 1, Integer::sum);
      case Expr.Other(var _, var kind, var parts) when kind.equals("BoolOp") ->
          parts.forEach(this::ask);
      default -> {}
    }
  }

  private List<Stmt> writing(String name) {
    return writing.getOrDefault(name, List.of());
  }

  /// @param scope a function or the module
  static Variables of(
      PythonFile file, Vocabulary words, IncludedDicts constants, FoundCalls.Scope scope) {
    var own = scope.body().stream().flatMap(Variables::own).toList();
    var nested =
        own.stream()
            .filter(it -> it instanceof Stmt.Function || it instanceof Stmt.ClassDef)
            .flatMap(it -> it.inside().stream())
            .flatMap(Stmt::all)
            .flatMap(it -> it.expressions().stream())
            .toList();
    var calls = scope.calls().stream().map(FoundCalls.Found::call).toList();
    return new Variables(
        file, constants, scope.body(), own, calls, nested, scope.parameters(), words);
  }

  /// Returns a statement and those inside it that have the same variables.
  static Stream<Stmt> own(Stmt statement) {
    return statement instanceof Stmt.Function || statement instanceof Stmt.ClassDef
        ? Stream.of(statement)
        : Stream.concat(Stream.of(statement), statement.inside().stream().flatMap(Variables::own));
  }

  /// Returns which expressions of the function are times.
  Times times() {
    return times;
  }

  /// Returns the class that a parameter is annotated with, where nothing else is assigned to it.
  Optional<String> annotation(String parameter) {
    var isAssigned = assigned.contains(parameter);
    return parameters.stream()
        .filter(it -> !isAssigned && it.name().equals(parameter))
        .flatMap(it -> it.annotation().stream())
        .filter(Expr.Name.class::isInstance)
        .map(it -> ((Expr.Name) it).id())
        .findFirst();
  }

  Optional<Followed> follow(Expr.Name name, Use use) {
    var known = found.get(name.id());
    if (known == null) {
      known = find(name.id(), use);
      found.put(name.id(), known);
    }
    return known.filter(it -> it.use() == use);
  }

  private Optional<Followed> find(String name, Use use) {
    return use.isOfList() ? findList(name, use) : findDict(name, use);
  }

  /// A list is followed where nothing but dicts that are written out come into it.
  private Optional<Followed> findList(String name, Use use) {
    var assignments = new ArrayList<Stmt.Assign>();
    var extensions = new ArrayList<Extension>();
    for (var it : writing(name)) {
      if (it instanceof Stmt.Assign assign && isAssigned(assign, name)) {
        assignments.add(assign);
      } else {
        extensions.add(new Extension(it, List.of()));
      }
    }
    var dicts = writing(name).stream().map(ListedDicts::of).toList();
    var places = places(name, use);
    var models = places.stream().map(Given::entity).distinct().toList();
    var isKnown =
        parameters.stream().noneMatch(it -> it.name().equals(name))
            && !assignments.isEmpty()
            && models.size() == 1
            && dicts.stream().allMatch(Optional::isPresent)
            && dicts.stream().flatMap(it -> it.orElseThrow().stream()).findAny().isPresent()
            && occurrences(name) == writing(name).size() + asked(name) + names(places);
    var followed =
        Optional.of(name)
            .filter(_ -> isKnown)
            .map(
                it ->
                    new Followed(
                        it,
                        use,
                        assignments,
                        extensions,
                        models.getFirst(),
                        places.stream().map(Given::call).distinct().toList(),
                        Filling.PERHAPS));
    return followed.filter(
        it ->
            it.elements()
                .allMatch(
                    dict ->
                        dict.entries().stream().noneMatch(one -> one.name().isEmpty())
                            && !dict.entries().isEmpty()
                            && dict.all().noneMatch(calls::contains)));
  }

  private List<Given> places(String name, Use use) {
    return given.stream().filter(it -> it.use() == use && it.name().id().equals(name)).toList();
  }

  /// One place may be given to several calls.
  private static long names(List<Given> places) {
    return places.stream().map(Given::name).distinct().count();
  }

  private int asked(String name) {
    return asked.getOrDefault(name, 0);
  }

  private Optional<Followed> findDict(String name, Use use) {
    var assignments = new ArrayList<Stmt.Assign>();
    var extensions = new ArrayList<Extension>();
    for (var it : writing(name)) {
      if (it instanceof Stmt.Assign assign && isAssigned(assign, name)) {
        assignments.add(assign);
      } else {
        extension(it, name).ifPresent(extensions::add);
      }
    }
    var places = places(name, use);
    var users = places.stream().map(Given::call).distinct().toList();
    var models = places.stream().map(Given::entity).distinct().toList();
    if (parameters.stream().anyMatch(it -> it.name().equals(name))
        || assignments.isEmpty()
        || models.size() != 1
        || !assignments.stream().allMatch(it -> isWritten(it, use))
        || occurrences(name)
            != assignments.size() + extensions.size() + asked(name) + names(places)) {
      return Optional.empty();
    }
    var isFilled =
        assignments.stream().allMatch(it -> isFilled(it, extensions, users))
            || users.stream().allMatch(it -> flow.isAskedBefore(name, assignments, it.span()));
    var followed =
        new Followed(
            name,
            use,
            assignments,
            extensions,
            models.getFirst(),
            users,
            isFilled ? Filling.ALWAYS : Filling.PERHAPS);
    return isFollowed(followed) ? Optional.of(followed) : Optional.empty();
  }

  /// Returns whether a dict is written with anything in it, or gets it whatever happens.
  private boolean isFilled(
      Stmt.Assign assignment, List<Extension> extensions, List<ClientCall> users) {
    return EitherDict.isFilled(assignment.value().orElseThrow())
        || extensions.stream()
            .anyMatch(
                it ->
                    !it.entries().isEmpty()
                        && assignment.span().end() <= it.statement().span().start()
                        && flow.isSure(it.statement(), assignment.span())
                        && users.stream()
                            .allMatch(user -> it.statement().span().end() <= user.span().start()));
  }

  private static boolean isWritten(Stmt.Assign assign, Use use) {
    var value = assign.value().orElseThrow();
    return switch (use) {
      case WHERE -> value.isNone() || EitherDict.written(value).isPresent();
      case DATA -> EitherDict.written(value).isPresent();
      case CURSOR -> value.isNone() || value instanceof Expr.Dict;
      case RELATED, INCLUDE -> value instanceof Expr.Dict;
      case CONDITIONS, ROWS -> false;
    };
  }

  private boolean isFollowed(Followed followed) {
    var extensions = followed.extensions();
    return followed.literals().findAny().isPresent()
        && followed
            .literals()
            .allMatch(
                it ->
                    (followed.use() == Use.DATA || !isOverwritten(it, extensions))
                        && !isComputedByCalls(it, extensions))
        && switch (followed.use()) {
          case WHERE, DATA, CONDITIONS, ROWS -> true;
          case RELATED -> !isQuantified(followed);
          case CURSOR -> isCursor(followed);
          case INCLUDE -> isInPlace(followed);
        }
        && followed.assignments().stream().allMatch(it -> flow.areRunTogether(it, extensions))
        && (extensions.isEmpty() || followed.literals().count() == followed.assignments().size());
  }

  private static boolean isQuantified(Followed followed) {
    return Stream.concat(
            followed.literals().flatMap(it -> it.entries().stream()),
            followed.extensions().stream().flatMap(it -> it.entries().stream()))
        .anyMatch(it -> it.name().filter(GivenDicts.QUANTIFIERS::contains).isPresent());
  }

  /// It is given to one call, whose order says which rows come after it.
  private boolean isCursor(Followed followed) {
    return followed.extensions().isEmpty()
        && followed.users().size() == 1
        && followed.literals().allMatch(it -> FromCursor.names(followed.entity(), it))
        && followed.assignments().stream().allMatch(file::beginsLine);
  }

  /// It can stand where its name does, and its statement can go.
  private boolean isInPlace(Followed followed) {
    var assignment = followed.assignments().getFirst();
    return followed.extensions().isEmpty()
        && followed.assignments().size() == 1
        && body.stream().anyMatch(it -> it == assignment)
        && file.beginsLine(assignment)
        && file.comments().stream().noneMatch(it -> assignment.span().contains(it))
        && followed.users().stream().allMatch(it -> assignment.span().end() <= it.span().start())
        && IncludedDicts.isTheSameLater(assignment, statements);
  }

  /// Returns the dict that stands at the top of the file for a name.
  Optional<Expr.Dict> constant(Expr.Name name) {
    return assigned.contains(name.id()) ? Optional.empty() : constants.find(name);
  }

  /// Returns what a variable is known to hold at some time.
  Stream<Expr.Dict> writtenFor(String name) {
    return isOwn(name)
        ? Stream.of(new Expr.Dict(new Span(0, 0), entries(name).toList()))
        : constants.writtenFor(name);
  }

  /// Returns whether the function itself gives a name to something.
  boolean isOwn(String name) {
    return assigned.contains(name) || parameters.stream().anyMatch(it -> it.name().equals(name));
  }

  private boolean isComputedByCalls(Expr.Dict literal, List<Extension> extensions) {
    var values =
        Stream.concat(
            Stream.of(literal),
            extensions.stream().flatMap(it -> it.entries().stream()).map(Expr.Entry::value));
    return values.flatMap(Expr::all).anyMatch(calls::contains);
  }

  /// Returns whether a value may be a dict: it is written so, or is a variable that holds one.
  boolean mayBeDict(Expr value) {
    return switch (value) {
      case Expr.Dict _ -> true;
      case Expr.Name(var _, var id) ->
          writing(id).stream()
              .anyMatch(
                  it ->
                      it instanceof Stmt.Assign assign
                          && isAssigned(assign, id)
                          && mayBeDict(assign.value().orElseThrow()));
      case Expr.Other(var _, var kind, var parts) ->
          kind.equals("IfExp") && parts.stream().anyMatch(this::mayBeDict);
      default -> false;
    };
  }

  private static boolean isAssigned(Stmt.Assign assign, String name) {
    return assign.targets().size() == 1
        && assign.value().isPresent()
        && isName(assign.targets().getFirst(), name);
  }

  private static boolean isName(Expr expression, String name) {
    return expression instanceof Expr.Name(var _, var id) && id.equals(name);
  }

  private static Optional<Extension> extension(Stmt statement, String name) {
    return switch (statement) {
      case Stmt.Assign(var _, var targets, var _, var value)
          when targets.size() == 1
              && value.isPresent()
              && targets.getFirst() instanceof Expr.Subscript(var _, var of, Expr.Text key)
              && isName(of, name) ->
          Optional.of(
              new Extension(statement, List.of(new Expr.Entry(Optional.of(key), value.get()))));
      case Stmt.Evaluate(
              var _,
              Expr.Call(var _, Expr.Attribute(var _, var of, var method), var arguments))
          when method.equals("update")
              && isName(of, name)
              && arguments.size() == 1
              && arguments.getFirst() instanceof Argument.Positional(Expr.Dict more) ->
          Optional.of(new Extension(statement, more.entries()));
      default -> Optional.empty();
    };
  }

  /// Returns what is written into the dicts of a variable.
  private Stream<Expr.Entry> entries(String name) {
    return writing(name).stream()
        .flatMap(
            it ->
                it instanceof Stmt.Assign assign
                        && isAssigned(assign, name)
                        && assign.value().orElseThrow() instanceof Expr.Dict dict
                    ? dict.entries().stream()
                    : extension(it, name).stream().flatMap(more -> more.entries().stream()));
  }

  private int occurrences(String name) {
    return occurrences.getOrDefault(name, 0);
  }

  /// A key that is set twice counts once in a dict; two conditions would both count.
  private boolean isOverwritten(Expr.Dict literal, List<Extension> extensions) {
    var written = new HashMap<String, List<Stmt>>();
    for (var extension : extensions) {
      if (!EitherDict.areDistinct(extension.entries())) {
        return true;
      }
      EitherDict.keys(extension.entries())
          .distinct()
          .forEach(
              it -> written.computeIfAbsent(it, _ -> new ArrayList<>()).add(extension.statement()));
    }
    return !EitherDict.areDistinct(literal.entries())
        || EitherDict.keys(literal.entries()).anyMatch(written::containsKey)
        || written.values().stream().anyMatch(it -> !flow.areBranches(it));
  }
}
