package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.psl.PslCode;
import lockstep.psl.syntax.Expression;
import lockstep.schema.Index.Order;
import lockstep.text.Closest;
import lockstep.text.Span;

/// Pass 3 for `@unique`, `@@unique`, `@@index` and `@@fulltext`.
final class IndexAttributes {
  private final TypedModel model;
  private final Map<String, RelationField> relations;
  private final Findings.In findings;

  IndexAttributes(TypedModel model, Map<String, RelationField> relations, Findings findings) {
    this.model = model;
    this.relations = relations;
    this.findings = findings.in(model.file());
  }

  static Optional<Order> order(String word) {
    return switch (word) {
      case "Asc" -> Optional.of(Order.ASCENDING);
      case "Desc" -> Optional.of(Order.DESCENDING);
      default -> Optional.empty();
    };
  }

  /// Reads the `sort` of an attribute that stands at a field.
  static Optional<Order> order(AttributeArguments arguments) {
    return arguments
        .named("sort")
        .flatMap(arguments.coercion()::constant)
        .flatMap(
            word -> {
              var order = order(word);
              if (order.isEmpty()) {
                arguments.report(
                    PslCode.UNKNOWN_SORT_ORDER,
                    "`%s` is no sort order.".formatted(word),
                    "Write `Asc` or `Desc`.");
              }
              return order;
            });
  }

  static Optional<Integer> length(AttributeArguments arguments) {
    return arguments.named("length").flatMap(arguments.coercion()::integer).map(Long::intValue);
  }

  static Optional<Boolean> clustered(AttributeArguments arguments) {
    return arguments.named("clustered").flatMap(arguments.coercion()::truth);
  }

  /// Reports a name that a client could not use.
  static void isAClientName(String name, AttributeArguments arguments) {
    var isWord =
        name.chars()
            .allMatch(
                it ->
                    it == '_'
                        || it >= '0' && it <= '9'
                        || it >= 'a' && it <= 'z'
                        || it >= 'A' && it <= 'Z');
    if (!isWord) {
      arguments.report(
          PslCode.INVALID_CLIENT_NAME,
          "`%s` cannot be the name of `%s`.".formatted(name, arguments.word()),
          "Use letters, digits and `_`; `map` takes any name for the database.");
    }
  }

  /// Reads `@unique`.
  ModelIndex unique(String field, AttributeArguments arguments) {
    var mappedName = arguments.name("map");
    var length = length(arguments);
    var order = order(arguments);
    var clustered = clustered(arguments);
    var where = condition(arguments);
    return new ModelIndex(
        ModelIndex.Kind.UNIQUE,
        arguments.attribute(),
        true,
        List.of(new IndexField(field, order, length, Optional.empty())),
        Optional.empty(),
        mappedName,
        Optional.empty(),
        clustered,
        where);
  }

  /// Reads `@@index`.
  ModelIndex index(AttributeArguments arguments) {
    var fields = fields(ModelIndex.Kind.NORMAL, arguments);
    var name = arguments.name("name");
    var mappedName = arguments.name("map");
    if (name.isPresent() && mappedName.isPresent()) {
      arguments.report(
          PslCode.NAME_AND_MAP,
          "This index has a `name` and a `map`, which mean the same here.",
          "Keep `map`.");
    }
    var method = arguments.named("type").flatMap(it -> method(it, arguments));
    var clustered = clustered(arguments);
    var where = condition(arguments);
    return new ModelIndex(
        ModelIndex.Kind.NORMAL,
        arguments.attribute(),
        false,
        fields,
        Optional.empty(),
        mappedName.or(() -> name),
        method,
        clustered,
        where);
  }

  /// Reads `@@unique`.
  ModelIndex uniqueTogether(AttributeArguments arguments) {
    var fields = fields(ModelIndex.Kind.UNIQUE, arguments);
    var name = arguments.name("name");
    var mappedName = arguments.name("map");
    name.ifPresent(it -> isAClientName(it, arguments));
    var clustered = clustered(arguments);
    var where = condition(arguments);
    return new ModelIndex(
        ModelIndex.Kind.UNIQUE,
        arguments.attribute(),
        false,
        fields,
        name,
        mappedName,
        Optional.empty(),
        clustered,
        where);
  }

  /// Reads `@@fulltext`.
  ModelIndex fulltext(AttributeArguments arguments) {
    var fields = fields(ModelIndex.Kind.FULLTEXT, arguments);
    var mappedName = arguments.name("map");
    return new ModelIndex(
        ModelIndex.Kind.FULLTEXT,
        arguments.attribute(),
        false,
        fields,
        Optional.empty(),
        mappedName,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Optional<IndexCondition> condition(AttributeArguments arguments) {
    return arguments
        .named("where")
        .flatMap(it -> new IndexConditions(model, findings).read(it, arguments));
  }

  private Optional<IndexMethod> method(Expression value, AttributeArguments arguments) {
    return arguments
        .coercion()
        .constant(value)
        .flatMap(
            word -> {
              var method = IndexMethod.of(word);
              if (method.isEmpty()) {
                arguments.report(
                    PslCode.UNKNOWN_INDEX_TYPE,
                    "There is no index type `%s`.".formatted(word),
                    Closest.to(word, IndexMethod.words())
                        .map("Did you mean `%s`?"::formatted)
                        .orElse(
                            "Use one of %s.".formatted(String.join(", ", IndexMethod.words()))));
              }
              return method;
            });
  }

  private List<IndexField> fields(ModelIndex.Kind kind, AttributeArguments arguments) {
    return arguments
        .main("fields")
        .flatMap(it -> fields(it, arguments.span()))
        .filter(it -> areScalars(it.references(), arguments))
        .map(Resolved::fields)
        .orElse(List.of());
  }

  /// Fields with their arguments, and what their names mean.
  record Resolved(List<IndexField> fields, FieldReferences references) {}

  /// Reads and looks up; returns nothing where something was wrong that has been reported.
  Optional<Resolved> fields(Expression value, Span attribute) {
    var read = new IndexFieldArguments(findings).read(value);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    var plain = new ArrayList<IndexField>();
    for (var field : read.get()) {
      if (field.name().indexOf('.') >= 0) {
        findings.report(
            PslCode.COMPOSITE_TYPE,
            attribute,
            "`%s` of `%s` reaches into a composite type, which PostgreSQL does not have."
                .formatted(field.name(), model.name()),
            "Name a field of the model.");
      } else {
        plain.add(field);
      }
    }
    var names = plain.stream().map(IndexField::name).toList();
    return FieldReferences.resolve(names, model, attribute, findings)
        .map(it -> new Resolved(plain, it));
  }

  private boolean areScalars(FieldReferences references, AttributeArguments arguments) {
    if (!references.unknown().isEmpty()) {
      arguments.report(
          PslCode.UNKNOWN_INDEX_FIELD,
          "Model `%s` has no %s."
              .formatted(model.name(), FieldReferences.list(references.unknown())),
          Closest.to(references.unknown().getFirst(), model.byName().keySet())
              .map("Did you mean `%s`?"::formatted)
              .orElse("Declare it, or name another field."));
    }
    if (!references.relations().isEmpty()) {
      var columns =
          references.relations().stream()
              .flatMap(it -> Optional.ofNullable(relations.get(it)).stream())
              .flatMap(it -> it.fields().stream())
              .flatMap(List::stream)
              .toList();
      arguments.report(
          PslCode.INDEX_OVER_RELATION,
          "`%s` of `%s` names the %s without a column."
              .formatted(
                  arguments.word(), model.name(), FieldReferences.list(references.relations())),
          columns.isEmpty()
              ? "Name scalar fields."
              : "Did you mean `%s([%s])`?".formatted(arguments.word(), String.join(", ", columns)));
    }
    return references.areScalars();
  }
}
