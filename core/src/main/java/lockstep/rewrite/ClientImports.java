package lockstep.rewrite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.emit.Names;
import lockstep.emit.python.Expression;
import lockstep.rewrite.Results.Renamed;
import lockstep.rewrite.Rewriting.Remark;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;
import lockstep.text.Span;

/// The imports of the client: classes and enums come from the models' package now, and what nobody
/// needs any more goes.
final class ClientImports {
  private static final String MODELS = "prisma.models";
  private static final String ENUMS = "prisma.enums";
  private final PythonFile file;
  private final Vocabulary words;
  private final Imported imports;
  private final List<Stmt.ImportFrom> statements;
  private final Set<Stmt> top = Collections.newSetFromMap(new IdentityHashMap<>());

  private final ClientNames names;
  private final Conversions conversions;
  private final List<Remark> remarks = new ArrayList<>();

  ClientImports(PythonFile file, Vocabulary words, Imported imports, Conversions conversions) {
    this.conversions = conversions;
    this.file = file;
    this.words = words;
    this.imports = imports;
    this.statements =
        file.statements()
            .filter(Stmt.ImportFrom.class::isInstance)
            .map(Stmt.ImportFrom.class::cast)
            .toList();
    top.addAll(file.body());
    names = new ClientNames(file);
    statements.stream().filter(top::contains).forEach(this::learn);
  }

  /// A class that the file has imported keeps the name that the file gave it.
  private void learn(Stmt.ImportFrom statement) {
    for (var name : statement.names()) {
      if (Imported.isOfClient(statement.module()) && stays(statement.module())) {
        imports.take(name.bound());
      }
      replacement(statement.module(), name.name())
          .ifPresent(it -> imports.called(it.module(), it.member(), name.bound()));
    }
  }

  /// Returns what the file calls a function of the module of helpers.
  String ofHelpers(String function) {
    return imports.name(words.helpers(), function, "row_" + function);
  }

  /// Returns the rows that a function of another module says it returns.
  Optional<RowFunctions.Returned> returned(Expr function) {
    return imports.returned(function);
  }

  /// Returns the model of a class of the client's.
  Optional<Entity> model(Expr expression) {
    return names.in(MODELS, expression).flatMap(words::model);
  }

  /// Returns the model of a class of the client's that is one of SQLAlchemy's from here on.
  Optional<Entity> exchanged(Expr expression) {
    return stays(MODELS) ? Optional.empty() : model(expression);
  }

  /// Returns an enum of the client's.
  Optional<Names.OfEnum> enumOf(Expr expression) {
    return names.in(ENUMS, expression).flatMap(words::enumNamed);
  }

  /// Returns what models call a member of an enum of the client's.
  Optional<String> member(Expr.Attribute attribute) {
    return enumOf(attribute.of())
        .flatMap(
            it ->
                it.members().stream()
                    .filter(one -> one.member().equals(attribute.name()))
                    .findFirst())
        .map(Names.OfMember::symbol);
  }

  /// Returns what is reached through a module of the client's and is imported by itself from here
  /// on, as `prisma.models.User` is.
  ///
  /// What a call that stays is made on stays.
  List<Renamed> reached() {
    var reached = new ArrayList<Renamed>();
    file.statements().flatMap(it -> it.expressions().stream()).forEach(it -> reached(it, reached));
    return reached;
  }

  private void reached(Expr expression, List<Renamed> into) {
    var name =
        model(expression)
            .filter(_ -> !stays(MODELS))
            .map(imports::model)
            .or(() -> enumOf(expression).map(it -> imports.ofModels(it.symbol())));
    if (expression instanceof Expr.Attribute && name.isPresent()) {
      into.add(new Renamed(expression.span(), name.get()));
    } else if (!isActions(expression)) {
      expression.placed().forEach(it -> reached(it, into));
    }
  }

  /// `User.prisma`, which has the methods of a model.
  private static boolean isActions(Expr expression) {
    return expression instanceof Expr.Attribute(var _, var _, var name) && name.equals("prisma");
  }

  boolean isEmpty() {
    return statements.stream().noneMatch(it -> Imported.isOfClient(it.module()))
        && file.statements()
            .filter(Stmt.Import.class::isInstance)
            .flatMap(it -> ((Stmt.Import) it).names().stream())
            .noneMatch(it -> Imported.isOfClient(it.name()));
  }

  List<Remark> remarks() {
    return remarks;
  }

  /// Calls that stay are made on classes that stay.
  private boolean stays(String module) {
    return module.equals(MODELS) && conversions.needClasses();
  }

  boolean areOfModels() {
    return names.have(MODELS);
  }

  private record Replacement(String module, String member) {}

  private Optional<Replacement> replacement(String module, String name) {
    if (stays(module)) {
      return Optional.empty();
    }
    return switch (module) {
      case MODELS -> words.model(name).map(it -> new Replacement(words.models(), it.className()));
      case ENUMS -> words.enumNamed(name).map(it -> new Replacement(words.models(), it.symbol()));
      default -> Optional.empty();
    };
  }

  void edit(Assembly assembly) {
    var used = new UsedNames(conversions.replaced(), assembly.codes());
    new ClientErrors(file, names, imports, conversions).edit(assembly, remarks);
    if (conversions.endClient()) {
      file.statements().filter(this::registers).forEach(it -> leave(it, assembly));
    }
    used.look(file, assembly);
    for (var statement : statements) {
      edit(statement, used, assembly);
    }
    file.statements()
        .filter(Stmt.Import.class::isInstance)
        .forEach(it -> edit((Stmt.Import) it, used, assembly));
    insert(file, imports.statements(), assembly);
  }

  private void edit(Stmt.ImportFrom statement, UsedNames used, Assembly assembly) {
    var isOfClient = Imported.isOfClient(statement.module());
    var ours = new ArrayList<String>();
    var kept = new ArrayList<String>();
    for (var name : statement.names()) {
      var other = replacement(statement.module(), name.name());
      if (other.isPresent()) {
        var module = other.get().module();
        var member = other.get().member();
        if (imports.isCalled(module, member, name.bound())) {
          if (used.isNamed(name.bound()) || isExported()) {
            imports.keep(module, member, name.bound());
          }
        } else if (used.isNamed(name.bound())) {
          ours.add(spelled(member, name.bound()));
        }
      } else if (isGone(statement, name, used)) {
        continue;
      } else {
        kept.add(file.text().text(name.span()));
        if (isOfClient) {
          left(statement.module(), name);
        }
      }
    }
    if (kept.size() == statement.names().size()) {
      return;
    }
    var lines = new ArrayList<String>();
    if (!kept.isEmpty()) {
      lines.add("from %s import %s".formatted(statement.module(), String.join(", ", kept)));
    }
    if (!ours.isEmpty()) {
      lines.add("from %s import %s".formatted(words.models(), String.join(", ", ours)));
    }
    if (!lines.isEmpty()) {
      var indentation = " ".repeat(file.text().position(statement.span().start()).column() - 1);
      assembly.replace(
          statement.span(), Expression.verbatim(String.join("\n" + indentation, lines)));
    } else {
      leave(statement, assembly);
    }
  }

  /// `register(db)`, which made a client known to `User.prisma()`.
  private boolean registers(Stmt statement) {
    return statement instanceof Stmt.Evaluate(var _, Expr.Call(var _, var function, var _))
        && names.whole(function).filter("prisma.register"::equals).isPresent();
  }

  /// A statement that is needed no more leaves its line; where it may be all of a block, or is not
  /// alone on its line, it leaves `pass`.
  private void leave(Stmt statement, Assembly assembly) {
    var isMissed = !top.contains(statement) && !hasCompany(statement);
    if (!isMissed && assembly.hasLine(statement)) {
      assembly.remove(statement.span());
    } else {
      assembly.replace(statement.span(), Expression.verbatim("pass"));
    }
  }

  /// Returns whether something that stays is in the same block.
  private boolean hasCompany(Stmt statement) {
    return file.statements()
        .filter(it -> it instanceof Stmt.Function || it instanceof Stmt.With)
        .filter(it -> it.inside().stream().anyMatch(one -> one == statement))
        .flatMap(it -> it.inside().stream())
        .filter(it -> it != statement)
        .anyMatch(it -> !(it instanceof Stmt.Import) && !(it instanceof Stmt.ImportFrom));
  }

  /// `import prisma`, which code goes on from by dots.
  private void edit(Stmt.Import statement, UsedNames used, Assembly assembly) {
    for (var name : statement.names()) {
      if (!Imported.isOfClient(name.name())) {
        var isAlone = statement.names().size() == 1;
        if (isAlone && used.isGone(name.bound())) {
          leave(statement, assembly);
        }
        continue;
      }
      if (used.has(name.bound().replaceFirst("\\..*", "")) || statement.names().size() > 1) {
        left("prisma", name);
      } else {
        leave(statement, assembly);
      }
    }
  }

  /// Others may import from here what is not used here.
  private boolean isExported() {
    return file.text().name().endsWith("__init__.py");
  }

  private static String spelled(String member, String bound) {
    return member.equals(bound) ? member : member + " as " + bound;
  }

  /// What only converted calls needed is not imported any more.
  private boolean isGone(Stmt.ImportFrom statement, Stmt.Alias name, UsedNames used) {
    if (statement.module().equals(ClientErrors.MODULE)) {
      return ClientErrors.isKnown(name.name()) && (conversions.areAll() || !used.has(name.bound()));
    }
    return used.isGone(name.bound())
        || Imported.isOfClient(statement.module()) && !used.has(name.bound());
  }

  private void left(String module, Stmt.Alias name) {
    remarks.add(
        new Remark(
            RewriteCode.LEFT,
            name.span(),
            "`%s` of `%s` is still needed here.".formatted(name.name(), module),
            "Replace what uses it: the package `prisma` is gone after the switch."));
  }

  /// Puts imports behind those that are there.
  static void insert(PythonFile file, List<String> lines, Assembly assembly) {
    if (lines.isEmpty()) {
      return;
    }
    var last = Optional.<Span>empty();
    for (var it : file.body()) {
      if (it instanceof Stmt.Function || it instanceof Stmt.ClassDef) {
        break;
      }
      var isFirstText = it instanceof Stmt.Evaluate(var _, Expr.Text _) && last.isEmpty();
      if (it instanceof Stmt.Import || it instanceof Stmt.ImportFrom || isFirstText) {
        last = Optional.of(it.span());
      }
    }
    assembly.addLines(last, lines);
  }
}
