package lockstep.engine.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.engine.source.client.PythonImports;
import lockstep.engine.workflow.RewriteQueries.Rewritten;
import lockstep.rewrite.project.CommandLines;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Stmt;

/// Files that had no other purpose than the client: nobody needs them after the switch.
final class ObsoleteFiles {
  private static final Pattern DOCUMENT = Pattern.compile("(?i).*prisma.*\\.(?:md|rst|txt)");
  private static final Pattern CLIENT =
      Pattern.compile("(?i)prisma client python|prisma-client-py");

  private final List<Path> files;
  private final Map<Path, String> found = new LinkedHashMap<>();

  /// @param files all of the project
  ObsoleteFiles(List<Path> files) {
    this.files = files;
  }

  /// Returns what each was for, by the files.
  Map<Path, String> found() {
    return found;
  }

  void partialTypes(Path file) {
    if (files.contains(file)) {
      found.put(file, "types of the client that leave fields out");
    }
  }

  /// A script of which nothing but its frame is left.
  void script(Path file, String content) {
    if (CommandLines.isEmptyScript(content)) {
      found.put(file, "only made the client");
    }
  }

  void documents() {
    for (var it : files) {
      if (DOCUMENT.matcher(it.getFileName().toString()).matches()
          && !it.getFileName().toString().toLowerCase(Locale.ROOT).startsWith("requirements")
          && ProjectFiles.text(it).filter(text -> CLIENT.matcher(text).find()).isPresent()) {
        found.put(it, "a text about the client");
      }
    }
  }

  /// Modules that only make a client, which no other names any more.
  ///
  /// @param imports says which modules files name, by the texts that some of them will have
  void clientModules(
      UnusedClient.Outcome left, BiFunction<List<Path>, Map<Path, String>, PythonImports> imports) {
    var rewritten = left.queries().files();
    rewritten.stream()
        .filter(ObsoleteFiles::onlyMakesPartialTypes)
        .forEach(it -> partialTypes(it.parsed().path()));
    var makers =
        Stream.concat(
                rewritten.stream()
                    .filter(ObsoleteFiles::onlyMakesClient)
                    .map(it -> it.parsed().path()),
                left.emptied().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (makers.isEmpty()) {
      return;
    }
    var changed = new LinkedHashMap<Path, String>();
    rewritten.forEach(it -> changed.put(it.parsed().path(), it.rewriting().content()));
    var sources = files.stream().filter(it -> it.toString().endsWith(".py")).toList();
    var all = imports.apply(sources, changed);
    // One may be named by another that goes.
    while (makers.removeIf(it -> all.mayName(it, makers))) {}
    makers.forEach(it -> found.put(it, "only made the client"));
  }

  private static boolean onlyMakesClient(Rewritten file) {
    var kinds = kinds(file);
    return kinds.contains("client") && !kinds.contains("other") && !kinds.contains("partial type");
  }

  /// Also after the switch, when no generator says where they are.
  private static boolean onlyMakesPartialTypes(Rewritten file) {
    var kinds = kinds(file);
    return kinds.contains("partial type") && !kinds.contains("other") && !kinds.contains("client");
  }

  /// Returns what the statements of a module are there for.
  private static List<String> kinds(Rewritten file) {
    var kinds = new ArrayList<String>();
    for (var it : file.parsed().file().body()) {
      kinds.add(
          switch (it) {
            case Stmt.Evaluate(var _, Expr.Text _) -> "text";
            case Stmt.Evaluate(
                    var _,
                    Expr.Call(var _, Expr.Attribute(var _, var _, var method), var _))
                when method.equals("create_partial") ->
                "partial type";
            case Stmt.ImportFrom one
                when one.module().equals("__future__") || isOfClient(one.module()) ->
                "import";
            case Stmt.Import one
                when one.names().stream().allMatch(name -> isOfClient(name.name())) ->
                "import";
            case Stmt.Assign one when one.value().filter(ObsoleteFiles::makesClient).isPresent() ->
                "client";
            default -> "other";
          });
    }
    return kinds;
  }

  private static boolean isOfClient(String module) {
    return module.equals("prisma") || module.startsWith("prisma.");
  }

  private static boolean makesClient(Expr value) {
    return value instanceof Expr.Call(var _, var function, var _)
        && switch (function) {
          case Expr.Name it -> it.id().equals("Prisma") || it.id().equals("Client");
          case Expr.Attribute it -> it.name().equals("Prisma") || it.name().equals("Client");
          default -> false;
        };
  }
}
