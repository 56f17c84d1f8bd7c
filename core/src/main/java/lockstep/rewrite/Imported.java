package lockstep.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;

/// The names that a file needs from elsewhere once its queries are converted.
///
/// A name that means something else in the file already is imported under another one.
final class Imported {
  /// Members by module, each as the import says it.
  private final SortedMap<String, Set<String>> wanted = new TreeMap<>();

  private final Map<String, String> bound = new LinkedHashMap<>();
  private final Map<String, String> own = new LinkedHashMap<>();
  private final Set<String> taken = new LinkedHashSet<>();
  private final Vocabulary words;

  private final Map<String, Origin> origins = new LinkedHashMap<>();
  private final String module;

  /// Those that are imported whole.
  private final Set<String> modules = new LinkedHashSet<>();

  private final String path;
  private final ClientNames client;

  private record Origin(String module, String name) {}

  Imported(Vocabulary words, PythonFile file) {
    this.words = words;
    this.module = Clients.module(file);
    this.path = Modules.name(file);
    this.client = new ClientNames(file);
    file.statements().forEach(this::take);
    file.expressions().forEach(this::bind);
  }

  private void take(Stmt statement) {
    switch (statement) {
      case Stmt.ImportFrom it when isOfClient(it.module()) -> {}
      case Stmt.ImportFrom it -> {
        it.names().forEach(name -> already(it.module(), name));
        it.names().forEach(name -> origins.put(name.bound(), new Origin(it.module(), name.name())));
      }
      case Stmt.Import it ->
          it.names()
              .forEach(
                  name -> {
                    taken.add(name.bound().replaceFirst("\\..*", ""));
                    modules.add(name.bound());
                  });
      case Stmt.Function it -> {
        taken.add(it.name());
        it.parameters().forEach(parameter -> taken.add(parameter.name()));
      }
      case Stmt.ClassDef it -> {
        taken.add(it.name());
        origins.put(it.name(), new Origin(module, it.name()));
      }
      case Stmt.With it ->
          it.items().stream()
              .flatMap(item -> item.target().stream())
              .flatMap(Expr::all)
              .forEach(this::target);
      case Stmt.Assign it -> it.targets().stream().flatMap(Expr::all).forEach(this::target);
      case Stmt.For it -> it.target().all().forEach(this::target);
      default -> {}
    }
  }

  /// Names that an expression binds: what a comprehension runs through, and `name := value`.
  private void bind(Expr expression) {
    switch (expression) {
      case Expr.Comprehension it ->
          it.loops().stream().flatMap(loop -> loop.target().all()).forEach(this::target);
      case Expr.Other(var _, var kind, var parts) when kind.equals("NamedExpr") ->
          target(parts.getFirst());
      default -> {}
    }
  }

  private void target(Expr part) {
    if (part instanceof Expr.Name(var _, var id)) {
      taken.add(id);
    }
  }

  private void already(String module, Stmt.Alias name) {
    if (isOurs(module) || module.equals("typing")) {
      bound.put(module + "." + name.name(), name.bound());
    } else {
      taken.add(name.bound());
    }
  }

  private boolean isOurs(String module) {
    return module.equals("sqlalchemy")
        || module.startsWith("sqlalchemy.")
        || module.equals(words.models())
        || module.equals(words.session());
  }

  static boolean isOfClient(String module) {
    return module.equals("prisma") || module.startsWith("prisma.");
  }

  /// Returns what the file calls a member of a module.
  ///
  /// @param otherwise what it is called where its own name means something else
  String name(String module, String member, String otherwise) {
    var key = module + "." + member;
    var known = bound.get(key);
    if (known != null) {
      return known;
    }
    var name = taken.contains(member) ? otherwise : member;
    bound.put(key, name);
    taken.add(name);
    want(module, member, name);
    return name;
  }

  /// Returns the whole name of what is the client's, as `prisma.Json`.
  Optional<String> ofClient(Expr expression) {
    return client.whole(expression);
  }

  /// Returns what a model of Pydantic has, by what the file calls its class.
  Optional<RequestClasses.Shape> shape(String name) {
    return Optional.ofNullable(origins.get(name))
        .flatMap(it -> words.requests().find(it.module(), it.name()));
  }

  /// Returns what calls include by, by what the file calls it.
  Optional<Expr.Dict> include(String name) {
    var origin = origins.getOrDefault(name, new Origin(path, name));
    return words.includes().find(origin.module(), origin.name());
  }

  /// Returns the rows that a function of another module says it returns.
  ///
  /// @param function as the file calls it: by its own name, or by its module's
  Optional<RowFunctions.Returned> returned(Expr function) {
    return switch (function) {
      case Expr.Name(var _, var id) when origins.containsKey(id) ->
          words.functions().find(origins.get(id).module(), origins.get(id).name());
      case Expr.Attribute(var _, Expr.Name(var _, var id), var name) when origins.containsKey(id) ->
          words.functions().find(origins.get(id).module() + "." + origins.get(id).name(), name);
      case Expr.Attribute(var _, var of, var name) when modules.contains(dotted(of)) ->
          words.functions().find(dotted(of), name);
      default -> Optional.empty();
    };
  }

  private static String dotted(Expr expression) {
    return switch (expression) {
      case Expr.Name it -> it.id();
      case Expr.Attribute it -> dotted(it.of()) + "." + it.name();
      default -> "";
    };
  }

  String sqlAlchemy(String member) {
    return name("sqlalchemy", member, "sa_" + member);
  }

  String model(Entity entity) {
    return name(words.models(), entity.className(), entity.className() + "Row");
  }

  String ofModels(String symbol) {
    return name(words.models(), symbol, symbol + "Value");
  }

  String sessions(String member) {
    var isClass = Character.isUpperCase(member.charAt(0));
    return name(words.session(), member, (isClass ? "Database" : "database_") + member);
  }

  /// Says what the file calls a member that it will have from here, if anybody needs it.
  void called(String module, String member, String name) {
    bound.put(module + "." + member, name);
    taken.add(name);
  }

  boolean isCalled(String module, String member, String name) {
    return name.equals(bound.get(module + "." + member));
  }

  /// Imports a member by the name that it was given with [#called].
  void keep(String module, String member, String name) {
    want(module, member, name);
  }

  private void want(String module, String member, String name) {
    wanted
        .computeIfAbsent(module, _ -> new TreeSet<>())
        .add(name.equals(member) ? member : member + " as " + name);
  }

  /// Returns a name that nothing in the file has yet, and takes it.
  String free(String name) {
    var free = name;
    for (var i = 2; taken.contains(free); i++) {
      free = name + "_" + i;
    }
    taken.add(free);
    return free;
  }

  /// Returns a name for a value that is used right where it is made; others may have it again.
  String own(String name) {
    return own.computeIfAbsent(name, this::free);
  }

  /// Says that a name means something that stays.
  void take(String name) {
    taken.add(name);
  }

  boolean isTaken(String name) {
    return taken.contains(name);
  }

  /// Returns the statements that import what is new, sorted by module.
  List<String> statements() {
    var lines = new ArrayList<String>();
    wanted.forEach(
        (module, members) -> {
          var plain = members.stream().filter(it -> !it.contains(" as ")).toList();
          if (!plain.isEmpty()) {
            lines.add("from %s import %s".formatted(module, String.join(", ", plain)));
          }
          members.stream()
              .filter(it -> it.contains(" as "))
              .forEach(it -> lines.add("from %s import %s".formatted(module, it)));
        });
    return lines;
  }
}
