package lockstep.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;

/// What names at the top of modules mean, also through the imports of other modules.
final class Meanings {
  /// How many modules may hand a name on.
  private static final int DEPTH = 8;

  private final Modules<Module> modules;
  private final Map<String, List<Routine>> methods = new HashMap<>();
  private final Map<String, Routine> fixtures = new HashMap<>();

  /// A function, or a method of a class.
  ///
  /// @param parameters by their names, without the one that is the object itself
  /// @param shown what its callers name
  record Routine(
      String module, int at, String name, String shown, List<String> parameters, Purpose purpose) {
    Holder parameter(String parameter) {
      return new Holder(Holder.Kind.PARAMETER, module, at, parameter);
    }

    Holder result() {
      return new Holder(Holder.Kind.RESULT, module, at, name);
    }
  }

  /// Who calls a function.
  enum Purpose {
    CODE,
    /// Pytest, for what tests are given by name.
    FIXTURE,
    /// Pytest.
    TEST
  }

  /// @param bases what stands in its head
  record Kind(String module, String name, List<Expr> bases, Map<String, Routine> methods) {}

  /// Where a name comes from; no name for a module as a whole.
  private record Origin(String module, String name) {}

  private record Module(
      Map<String, Routine> functions,
      Map<String, Kind> kinds,
      Set<String> variables,
      Map<String, Origin> imports) {}

  /// What a name means.
  sealed interface Meaning {
    record OfRoutine(Routine routine) implements Meaning {}

    record OfKind(Kind kind) implements Meaning {}

    record OfVariable(Holder holder) implements Meaning {}

    record OfModule(String name) implements Meaning {}
  }

  private Meanings(Modules<Module> modules) {
    this.modules = modules;
  }

  static Meanings of(Stream<PythonFile> files) {
    var byName = new LinkedHashMap<String, Module>();
    files.sequential().forEach(it -> byName.put(Modules.name(it), module(it)));
    var meanings = new Meanings(new Modules<>(byName));
    for (var module : byName.values()) {
      module.functions().values().stream()
          .filter(it -> it.purpose() == Purpose.FIXTURE)
          .forEach(it -> meanings.fixtures.merge(it.name(), it, (_, last) -> last));
      module.kinds().values().stream()
          .flatMap(it -> it.methods().values().stream())
          .forEach(
              it -> meanings.methods.computeIfAbsent(it.name(), _ -> new ArrayList<>()).add(it));
    }
    return meanings;
  }

  private static Module module(PythonFile file) {
    var name = Modules.name(file);
    var functions = new LinkedHashMap<String, Routine>();
    var kinds = new LinkedHashMap<String, Kind>();
    var imports = new LinkedHashMap<String, Origin>();
    for (var it : file.statements().toList()) {
      switch (it) {
        case Stmt.ImportFrom one ->
            one.names()
                .forEach(
                    alias -> imports.put(alias.bound(), new Origin(one.module(), alias.name())));
        case Stmt.Import one ->
            one.names().forEach(alias -> imports.put(alias.bound(), new Origin(alias.name(), "")));
        default -> {}
      }
    }
    for (var it : file.body()) {
      switch (it) {
        case Stmt.Function one -> functions.put(one.name(), routine(name, one));
        case Stmt.ClassDef one -> kinds.put(one.name(), kind(name, one));
        default -> {}
      }
    }
    return new Module(functions, kinds, variables(file.body()), imports);
  }

  static Kind kind(String module, Stmt.ClassDef definition) {
    var methods = new LinkedHashMap<String, Routine>();
    for (var it : definition.body()) {
      if (it instanceof Stmt.Function method) {
        methods.put(method.name(), method(module, definition.name(), method));
      }
    }
    return new Kind(module, definition.name(), definition.heads(), methods);
  }

  static Routine method(String module, String kind, Stmt.Function function) {
    var whole = routine(module, function);
    var hasObject =
        function.decorators().stream()
            .noneMatch(it -> ClientCalls.lastName(it).filter("staticmethod"::equals).isPresent());
    var own = whole.parameters().stream().skip(hasObject ? 1 : 0).toList();
    var shown = whole.name().equals("__init__") ? kind : whole.name();
    return new Routine(module, whole.at(), whole.name(), shown, own, whole.purpose());
  }

  static Routine routine(String module, Stmt.Function function) {
    return new Routine(
        module,
        function.span().start(),
        function.name(),
        function.name(),
        function.parameters().stream().map(Stmt.Parameter::name).toList(),
        purpose(function));
  }

  private static Purpose purpose(Stmt.Function function) {
    var isFixture =
        function.decorators().stream()
            .map(it -> it instanceof Expr.Call call ? call.function() : it)
            .anyMatch(it -> ClientCalls.lastName(it).filter("fixture"::equals).isPresent());
    if (isFixture) {
      return Purpose.FIXTURE;
    }
    return function.name().startsWith("test") ? Purpose.TEST : Purpose.CODE;
  }

  /// Returns the names that statements assign, without those of functions and classes in them.
  static Set<String> variables(List<Stmt> statements) {
    var names = new LinkedHashSet<String>();
    for (var it : statements) {
      if (it instanceof Stmt.Function || it instanceof Stmt.ClassDef) {
        continue;
      }
      if (it instanceof Stmt.Assign assign) {
        assign.targets().stream()
            .filter(Expr.Name.class::isInstance)
            .forEach(target -> names.add(((Expr.Name) target).id()));
      }
      if (it instanceof Stmt.With with) {
        with.items().stream()
            .flatMap(item -> item.target().stream())
            .filter(Expr.Name.class::isInstance)
            .forEach(target -> names.add(((Expr.Name) target).id()));
      }
      names.addAll(variables(it.inside()));
    }
    return names;
  }

  /// Returns what pytest gives tests by a name.
  Optional<Routine> fixture(String name) {
    return Optional.ofNullable(fixtures.get(name));
  }

  /// Returns the methods of all classes that are called so.
  List<Routine> methods(String name) {
    return methods.getOrDefault(name, List.of());
  }

  /// Returns whether code calls a function by what it is called at the top of its module, or in its
  /// class.
  boolean isKnown(Routine routine) {
    return methods(routine.name()).contains(routine)
        || find(routine.module(), routine.name())
            .filter(new Meaning.OfRoutine(routine)::equals)
            .isPresent();
  }

  /// Returns what a name of a module means.
  Optional<Meaning> find(String module, String name) {
    return find(module, name, DEPTH);
  }

  private Optional<Meaning> find(String imported, String name, int depth) {
    var whole = modules.whole(imported);
    if (whole.isEmpty() || depth == 0) {
      return Optional.empty();
    }
    var module = modules.find(whole.get()).orElseThrow();
    if (module.functions().containsKey(name)) {
      return Optional.of(new Meaning.OfRoutine(module.functions().get(name)));
    }
    if (module.kinds().containsKey(name)) {
      return Optional.of(new Meaning.OfKind(module.kinds().get(name)));
    }
    if (module.variables().contains(name)) {
      return Optional.of(
          new Meaning.OfVariable(new Holder(Holder.Kind.VARIABLE, whole.get(), -1, name)));
    }
    var origin = module.imports().get(name);
    if (origin == null) {
      return Optional.empty();
    }
    if (origin.name().isEmpty()) {
      return modules.whole(origin.module()).map(Meaning.OfModule::new);
    }
    return find(origin.module(), origin.name(), depth - 1)
        .or(
            () ->
                modules
                    .whole(origin.module() + "." + origin.name())
                    .or(() -> modules.whole(origin.name()))
                    .map(Meaning.OfModule::new));
  }

  /// Returns a method of a class, or of one that it is made of.
  Optional<Routine> method(Kind kind, String name) {
    return method(kind, name, DEPTH);
  }

  private Optional<Routine> method(Kind kind, String name, int depth) {
    var own = Optional.ofNullable(kind.methods().get(name));
    return own.isPresent() || depth == 0 ? own : inherited(kind, name, depth);
  }

  /// Returns a method of what a class is made of.
  Optional<Routine> inherited(Kind kind, String name) {
    return inherited(kind, name, DEPTH);
  }

  private Optional<Routine> inherited(Kind kind, String name, int depth) {
    return kind.bases().stream()
        .filter(Expr.Name.class::isInstance)
        .flatMap(it -> find(kind.module(), ((Expr.Name) it).id()).stream())
        .filter(Meaning.OfKind.class::isInstance)
        .flatMap(it -> method(((Meaning.OfKind) it).kind(), name, depth - 1).stream())
        .findFirst();
  }
}
