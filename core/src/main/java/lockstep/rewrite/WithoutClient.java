package lockstep.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.emit.python.Expression;
import lockstep.rewrite.CarriedClient.Rest;
import lockstep.rewrite.CarriedClient.Without;
import lockstep.rewrite.Meanings.Meaning;
import lockstep.rewrite.Meanings.Purpose;
import lockstep.rewrite.Meanings.Routine;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;
import lockstep.text.Span;

/// One file without what carries the client to nobody, and without its types in annotations.
final class WithoutClient implements HolderWalk.Sink {
  private static final String TYPES = "prisma.types.";
  private static final Pattern DOTTED = Pattern.compile("[A-Za-z_]\\w*(?:\\.\\w+)*");
  private static final Pattern KEYWORD = Pattern.compile("(?s).*?(\\w+\\s*=\\s*)");

  private final PythonFile file;
  private final String content;
  private final Meanings meanings;
  private final CarriedClient carried;
  private final List<String> added = new ArrayList<>();
  private final Assembly assembly;
  private final ClientNames names;
  private final List<Expr> replaced = new ArrayList<>();
  private final GoneStatements gone;
  private final Map<Expr.Call, List<Argument>> arguments = new LinkedHashMap<>();
  private final Map<Span, String> edits = new LinkedHashMap<>();

  WithoutClient(PythonFile file, Meanings meanings, CarriedClient carried) {
    this.file = file;
    this.content = file.text().content();
    this.meanings = meanings;
    this.carried = carried;
    this.assembly = new Assembly(file);
    this.names = new ClientNames(file);
    this.gone = new GoneStatements(file, assembly);
  }

  Without text() {
    new HolderWalk(file, meanings, this).go();
    arguments.forEach(this::arguments);
    file.statements().forEach(this::outside);
    file.statements().forEach(this::exports);
    constructors();
    file.statements().forEach(this::types);
    apply();
    var kept = editImports();
    ClientImports.insert(file, added, assembly);
    return new Without(
        assembly.text(), carried.reasons(file), kept, isEmptied() ? Rest.NOTHING : Rest.CODE);
  }

  private boolean isEmptied() {
    return gone.areAll() && !file.text().name().endsWith("__init__.py");
  }

  @Override
  public void assigns(Stmt.Assign statement, Holder to) {
    if (carried.goes(to)) {
      leave(statement);
    }
  }

  /// What is done for a client that is not there is not done; what connects it is done always.
  @Override
  public void asks(Holder holder, Stmt.If guard) {
    if (!carried.goes(holder)) {
      return;
    }
    guard.expressions().forEach(replaced::add);
    var life =
        guard.body().stream()
            .filter(it -> it instanceof Stmt.Evaluate one && OnlyOfClient.isOfLife(one.value()))
            .map(it -> file.text().text(it.span()))
            .toList();
    if (life.isEmpty() || guard.body().stream().anyMatch(Stmt::leaves)) {
      leave(guard);
    } else {
      var column = file.text().position(guard.span().start()).column() - 1;
      edits.put(guard.span(), String.join("\n" + " ".repeat(column), life));
    }
  }

  @Override
  public void begins(Stmt.Function function, Routine routine) {
    var result = carried.goes(routine.result());
    if (result && carried.onlyHandsOn(function, routine)) {
      leave(function);
      return;
    }
    if (result) {
      function.returns().ifPresent(this::untyped);
    }
    var all = function.parameters();
    var going = new ArrayList<Integer>();
    for (var i = 0; i < all.size(); i++) {
      var it = all.get(i);
      if (carried.goes(routine.parameter(it.name()))) {
        if (isGivenByPytest(it, routine)) {
          it.annotation().ifPresent(this::untyped);
        } else {
          going.add(i);
          it.annotation().ifPresent(replaced::add);
          it.standard().ifPresent(replaced::add);
        }
      }
    }
    remove(all.stream().map(Stmt.Parameter::whole).toList(), going);
  }

  /// What a fixture does is done for whoever names it.
  private boolean isGivenByPytest(Stmt.Parameter parameter, Routine routine) {
    return routine.purpose() != Purpose.CODE && meanings.fixture(parameter.name()).isPresent();
  }

  /// The client's class in an annotation becomes `None`.
  private void untyped(Expr annotation) {
    annotation
        .all()
        .filter(it -> names.whole(it).filter(HeldValues.CLASSES::contains).isPresent())
        .forEach(
            it -> {
              replaced.add(it);
              edits.put(it.span(), "None");
            });
  }

  @Override
  public void results(Stmt statement, Expr value, Routine routine) {
    if (!carried.goes(routine.result()) || routine.purpose() != Purpose.FIXTURE) {
      return;
    }
    if (statement instanceof Stmt.Return) {
      leave(statement);
    } else {
      replaced.add(value);
      edits.put(statement.span(), "yield");
    }
  }

  @Override
  public void gives(Routine routine, String parameter, Expr.Call call, Argument argument) {
    if (carried.goes(routine.parameter(parameter)) && !isKept(routine, parameter)) {
      arguments.computeIfAbsent(call, _ -> new ArrayList<>()).add(argument);
    }
  }

  private boolean isKept(Routine routine, String parameter) {
    return routine.purpose() != Purpose.CODE && meanings.fixture(parameter).isPresent();
  }

  private void arguments(Expr.Call call, List<Argument> going) {
    going.forEach(it -> replaced.add(it.value()));
    var all = call.arguments();
    remove(
        all.stream().map(it -> whole(call, it)).toList(),
        IntStream.range(0, all.size()).filter(it -> going.contains(all.get(it))).boxed().toList());
  }

  private Span whole(Expr.Call call, Argument argument) {
    var span = argument.value().span();
    if (!(argument instanceof Argument.Keyword)) {
      return span;
    }
    var keyword = KEYWORD.matcher(content).region(call.function().span().end(), span.start());
    return keyword.matches() ? new Span(keyword.start(1), span.end()) : span;
  }

  private void remove(List<Span> all, List<Integer> going) {
    new ListedCode(content, all).without(going).forEach(it -> edits.put(it, ""));
  }

  /// `__all__ = ["db"]`, where that is none of the module any more.
  private void exports(Stmt statement) {
    if (statement instanceof Stmt.Assign(var _, var targets, var _, var value)
        && targets.getFirst() instanceof Expr.Name(var _, var id)
        && id.equals("__all__")
        && value.orElse(null) instanceof Expr.Display(var _, var _, var elements)) {
      var going =
          IntStream.range(0, elements.size())
              .filter(it -> elements.get(it) instanceof Expr.Text(var _, var name) && goes(name))
              .boxed()
              .toList();
      remove(elements.stream().map(Expr::span).toList(), going);
    }
  }

  /// `global db`, where that is none of the module any more.
  private void outside(Stmt statement) {
    var all = HolderWalk.outside(file, statement);
    var kept = all.stream().filter(it -> !goes(it)).toList();
    if (kept.size() == all.size()) {
      return;
    }
    if (kept.isEmpty()) {
      leave(statement);
    } else {
      var word = file.text().text(statement.span()).split("\\s", 2)[0];
      edits.put(statement.span(), word + " " + String.join(", ", kept));
    }
  }

  /// Returns whether a name at the top of the file means something that goes.
  private boolean goes(String name) {
    return goes(Modules.name(file), name);
  }

  private boolean goes(String module, String name) {
    return meanings
        .find(module, name)
        .filter(
            it ->
                switch (it) {
                  case Meaning.OfVariable(var holder) -> carried.goes(holder);
                  case Meaning.OfRoutine(var routine) -> isGone(routine);
                  case Meaning.OfKind _, Meaning.OfModule _ -> false;
                })
        .isPresent();
  }

  /// What handed the client on, and nobody needs, did nothing else, or it would be needed.
  private boolean isGone(Routine routine) {
    return routine.purpose() == Purpose.CODE && carried.goes(routine.result());
  }

  /// A class that only kept the client when it was made is made as any other.
  private void constructors() {
    file.statements()
        .filter(
            it -> it instanceof Stmt.ClassDef(var _, var _, var heads, var _) && heads.isEmpty())
        .flatMap(it -> it.inside().stream())
        .filter(
            it ->
                it instanceof Stmt.Function one
                    && one.name().equals("__init__")
                    && gone.containsAll(one.body())
                    && file.comments().stream().noneMatch(one.span()::contains)
                    && one.parameters().stream()
                        .skip(1)
                        .allMatch(
                            each ->
                                carried.goes(
                                    Meanings.routine(Modules.name(file), one)
                                        .parameter(each.name()))))
        .filter(it -> gone.hasOthers(it))
        .toList()
        .forEach(this::leave);
  }

  private void types(Stmt statement) {
    var annotations =
        switch (statement) {
          case Stmt.Assign it -> it.annotation().stream();
          case Stmt.Function it ->
              Stream.concat(
                  it.parameters().stream().flatMap(one -> one.annotation().stream()),
                  it.returns().stream());
          default -> Stream.<Expr>empty();
        };
    annotations.forEach(this::type);
  }

  private void type(Expr annotation) {
    if (annotation instanceof Expr.Text && !replaced.contains(annotation)) {
      var written = file.text(annotation);
      var typed =
          DOTTED
              .matcher(written)
              .replaceAll(it -> isOfTypes(it.group()) ? "dict[str, " + any() + "]" : it.group());
      if (!typed.equals(written)) {
        replaced.add(annotation);
        edits.put(annotation.span(), typed);
      }
    } else if (names.whole(annotation).filter(it -> it.startsWith(TYPES)).isEmpty()) {
      annotation.parts().forEach(this::type);
    } else if (!replaced.contains(annotation)) {
      replaced.add(annotation);
      edits.put(annotation.span(), "dict[str, " + any() + "]");
    }
  }

  private boolean isOfTypes(String written) {
    return names.whole(written).filter(it -> it.startsWith(TYPES)).isPresent();
  }

  /// Returns what the file calls `typing.Any`.
  private String any() {
    var known =
        file.statements()
            .filter(it -> it instanceof Stmt.ImportFrom one && one.module().equals("typing"))
            .flatMap(it -> ((Stmt.ImportFrom) it).names().stream())
            .filter(it -> it.name().equals("Any"))
            .findFirst();
    if (known.isEmpty() && added.isEmpty()) {
      added.add("from typing import Any");
    }
    return known.map(Stmt.Alias::bound).orElse("Any");
  }

  private void leave(Stmt statement) {
    gone.add(statement);
    statement.all().flatMap(it -> it.expressions().stream()).forEach(replaced::add);
  }

  /// Does all of it, apart from what stands in something else that goes.
  private void apply() {
    var spans = edits.keySet();
    edits.forEach(
        (span, code) -> {
          var isInside =
              spans.stream().anyMatch(it -> !it.equals(span) && it.contains(span))
                  || gone.have(span);
          if (!isInside) {
            assembly.replace(span, Expression.verbatim(code));
          }
        });
    gone.remove(spans);
  }

  /// Edits the imports, and returns what is still imported of the client's package.
  private Set<String> editImports() {
    var used = new UsedNames(replaced, assembly.codes());
    used.look(file, assembly);
    var kept = new LinkedHashSet<String>();
    for (var it : file.statements().toList()) {
      if (gone.have(it.span())) {
        continue;
      }
      switch (it) {
        case Stmt.ImportFrom one ->
            editImport(
                one,
                one.names(),
                name -> goesFrom(one, name, used),
                Imported.isOfClient(one.module()) ? kept : new LinkedHashSet<>());
        case Stmt.Import one ->
            editImport(
                one,
                one.names(),
                name ->
                    Imported.isOfClient(name.name())
                        ? !used.has(name.bound().replaceFirst("\\..*", ""))
                        : used.isGone(name.bound()),
                kept);
        default -> {}
      }
    }
    return kept;
  }

  private boolean goesFrom(Stmt.ImportFrom statement, Stmt.Alias name, UsedNames used) {
    return Imported.isOfClient(statement.module())
        ? !used.has(name.bound())
        : used.isGone(name.bound()) || goes(statement.module(), name.name());
  }

  private void editImport(
      Stmt statement, List<Stmt.Alias> all, Predicate<Stmt.Alias> goes, Set<String> kept) {
    var going =
        IntStream.range(0, all.size()).filter(it -> goes.test(all.get(it))).boxed().toList();
    all.stream()
        .filter(it -> !goes.test(it))
        .filter(it -> statement instanceof Stmt.ImportFrom || Imported.isOfClient(it.name()))
        .forEach(it -> kept.add(it.name()));
    if (going.size() == all.size()) {
      gone.remove(statement);
    } else {
      // Before Python 3.10 names have no places of their own.
      var hasPlaces = all.size() == 1 || !all.getFirst().span().equals(all.getLast().span());
      if (hasPlaces) {
        new ListedCode(content, all.stream().map(Stmt.Alias::span).toList())
            .without(going)
            .forEach(it -> assembly.replace(it, Expression.verbatim("")));
      } else if (!going.isEmpty()) {
        assembly.replace(statement.span(), Expression.verbatim(without(statement, all, going)));
      }
    }
  }

  private static String without(Stmt statement, List<Stmt.Alias> all, List<Integer> going) {
    var kept =
        IntStream.range(0, all.size())
            .filter(it -> !going.contains(it))
            .mapToObj(all::get)
            .map(it -> it.name() + it.as().map(as -> " as " + as).orElse(""))
            .collect(Collectors.joining(", "));
    return statement instanceof Stmt.ImportFrom it
        ? "from " + it.module() + " import " + kept
        : "import " + kept;
  }
}
