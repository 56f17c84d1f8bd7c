package lockstep.rewrite;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.rewrite.RequestClasses.Shape;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;

/// What is known to be no row: instances of classes whose fields files write out, as models of
/// Pydantic do.
final class Instances {
  private static final Set<String> LISTS = Set.of("list", "List", "Sequence", "Iterable", "set");

  /// What makes an instance of a class of Pydantic, called on the class (Pydantic 1 and 2).
  private static final Set<String> MAKERS =
      Set.of("model_validate", "model_construct", "parse_obj", "construct", "from_orm");

  /// What reads the attributes of a row.
  static final Set<String> READERS = Set.of("model_validate", "from_orm", "validate");

  private final Imported imports;
  private final Map<String, Shape> own = new LinkedHashMap<>();
  private final Map<String, Optional<Instance>> variables = new LinkedHashMap<>();

  private record Instance(Shape shape, Number number) {}

  private enum Number {
    ONE,
    MANY
  }

  Instances(PythonFile file, Imported imports) {
    this.imports = imports;
    file.statements()
        .filter(Stmt.ClassDef.class::isInstance)
        .forEach(it -> learn((Stmt.ClassDef) it));
  }

  private void learn(Stmt.ClassDef it) {
    var fields = new LinkedHashMap<String, Set<String>>();
    for (var base : it.heads()) {
      ClientCalls.lastName(base)
          .flatMap(name -> Optional.ofNullable(own.get(name)))
          .ifPresent(known -> fields.putAll(known.fields()));
    }
    for (var statement : it.body()) {
      if (statement instanceof Stmt.Assign assign
          && assign.annotation().isPresent()
          && assign.targets().getFirst() instanceof Expr.Name(var _, var name)) {
        fields.put(name, names(assign.annotation().get()));
      }
    }
    own.put(it.name(), new Shape(fields));
  }

  private static Set<String> names(Expr annotation) {
    var names = new LinkedHashSet<String>();
    annotation.all().flatMap(it -> ClientCalls.lastName(it).stream()).forEach(names::add);
    return names;
  }

  /// Learns what the variables of one function are.
  ///
  /// @param statements its own
  void look(FoundCalls.Scope scope, List<Stmt> statements) {
    variables.clear();
    scope
        .parameters()
        .forEach(
            it ->
                it.annotation()
                    .flatMap(annotation -> annotated(names(annotation)))
                    .ifPresent(instance -> variables.put(it.name(), Optional.of(instance))));
    statements.forEach(this::learn);
  }

  private void learn(Stmt statement) {
    switch (statement) {
      case Stmt.Assign(var _, var targets, var annotation, var value) -> {
        var annotated = annotation.flatMap(it -> annotated(names(it)));
        targets.forEach(it -> learn(it, annotated.or(() -> value.flatMap(this::instance))));
      }
      case Stmt.For it -> learn(it.target(), instance(it.over()).flatMap(Instances::each));
      default -> {}
    }
    statement.expressions().stream()
        .flatMap(Expr::all)
        .filter(Expr.Comprehension.class::isInstance)
        .flatMap(it -> ((Expr.Comprehension) it).loops().stream())
        .forEach(it -> learn(it.target(), instance(it.over()).flatMap(Instances::each)));
  }

  private void learn(Expr target, Optional<Instance> instance) {
    if (target instanceof Expr.Name(var _, var id)) {
      var known = variables.get(id);
      variables.put(id, known == null || known.equals(instance) ? instance : Optional.empty());
    }
  }

  private Optional<Instance> annotated(Set<String> names) {
    var number = names.stream().anyMatch(LISTS::contains) ? Number.MANY : Number.ONE;
    var shapes = names.stream().flatMap(it -> shape(it).stream()).toList();
    return shapes.size() == 1
        ? Optional.of(new Instance(shapes.getFirst(), number))
        : Optional.empty();
  }

  private Optional<Shape> shape(String name) {
    return Optional.ofNullable(own.get(name)).or(() -> imports.shape(name));
  }

  /// Returns the fields of a class, where the files write it out.
  Optional<Shape> shape(Expr named) {
    return named instanceof Expr.Name(var _, var id) ? shape(id) : Optional.empty();
  }

  private static Optional<Instance> each(Instance all) {
    return Optional.of(all)
        .filter(it -> it.number() == Number.MANY)
        .map(it -> new Instance(it.shape(), Number.ONE));
  }

  private Optional<Instance> instance(Expr expression) {
    return switch (expression) {
      case Expr.Name(var _, var id) -> variables.getOrDefault(id, Optional.empty());
      case Expr.Attribute it ->
          instance(it.of())
              .filter(of -> of.number() == Number.ONE)
              .flatMap(of -> annotated(of.shape().fields().getOrDefault(it.name(), Set.of())));
      case Expr.Subscript it -> instance(it.of()).flatMap(Instances::each);
      case Expr.Call(var _, Expr.Name(var _, var name), var _) ->
          shape(name).map(it -> new Instance(it, Number.ONE));
      case Expr.Call(var _, Expr.Attribute(var _, Expr.Name(var _, var name), var maker), var _)
          when MAKERS.contains(maker) ->
          shape(name).map(it -> new Instance(it, Number.ONE));
      default -> Optional.empty();
    };
  }

  /// Returns whether an attribute is a field that such a class has.
  boolean have(Expr.Attribute attribute) {
    return instance(attribute.of())
        .filter(it -> it.number() == Number.ONE)
        .filter(it -> it.shape().fields().containsKey(attribute.name()))
        .isPresent();
  }
}
