package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.psl.PslCode;
import lockstep.psl.syntax.Attribute;
import lockstep.psl.syntax.Expression;
import lockstep.psl.syntax.Field;
import lockstep.psl.syntax.FieldType.Arity;

/// Pass 3 for `@shardKey` and `@@shardKey` (Prisma 6.10, a preview for MySQL).
///
/// PostgreSQL has no shard keys; what is wrong with one is said all the same.
final class ShardKeyAttributes {
  private final TypedModel model;
  private final Findings.In findings;
  private final List<Attribute> found = new ArrayList<>();
  private Optional<Field> foundAt = Optional.empty();

  ShardKeyAttributes(TypedModel model, Findings findings) {
    this.model = model;
    this.findings = findings.in(model.file());
  }

  /// Returns the last one that could be read, alone.
  List<Attribute> found() {
    return found.isEmpty() ? List.of() : List.of(found.getLast());
  }

  void field(Field field, AttributeArguments arguments) {
    if (!found.isEmpty()) {
      reportSecond();
      return;
    }
    found.add(arguments.attribute());
    foundAt = Optional.of(field);
  }

  void model(boolean isIgnored, AttributeArguments arguments) {
    var value = arguments.main("fields");
    var fields = value.flatMap(it -> fields(it, arguments));
    if (fields.isEmpty()) {
      return;
    }
    var optional =
        fields.get().stream()
            .filter(it -> model.byName().get(it).declaration().type().arity() != Arity.REQUIRED)
            .toList();
    if (!optional.isEmpty() && !isIgnored) {
      arguments.report(
          PslCode.SHARD_KEY,
          "The shard key of `%s` holds the optional %s."
              .formatted(model.name(), FieldReferences.list(optional)));
    }
    if (!found.isEmpty()) {
      reportSecond();
    }
    found.add(arguments.attribute());
    foundAt = Optional.empty();
  }

  void isOnARequiredField(boolean isIgnored) {
    if (!isIgnored && foundAt.filter(it -> it.type().arity() != Arity.REQUIRED).isPresent()) {
      findings.report(
          PslCode.SHARD_KEY,
          found.getLast().span(),
          "The shard key `%s` is optional or a list.".formatted(foundAt.get().name()));
    }
  }

  private Optional<List<String>> fields(Expression value, AttributeArguments arguments) {
    var references =
        arguments
            .coercion()
            .list(value, arguments.coercion()::constant)
            .flatMap(it -> FieldReferences.resolve(it, model, arguments.span(), findings));
    if (references.isEmpty()) {
      return Optional.empty();
    }
    var found = references.get();
    if (!found.unknown().isEmpty()) {
      findings.report(
          PslCode.SHARD_KEY,
          value.span(),
          "Model `%s` has no %s.".formatted(model.name(), FieldReferences.list(found.unknown())));
    }
    if (!found.relations().isEmpty()) {
      arguments.report(
          PslCode.SHARD_KEY,
          "The shard key of `%s` names the %s without a column."
              .formatted(model.name(), FieldReferences.list(found.relations())));
    }
    return found.areScalars() ? Optional.of(found.scalars()) : Optional.empty();
  }

  private void reportSecond() {
    findings.report(
        PslCode.SHARD_KEY,
        model.declaration().span(),
        "The model `%s` has several shard keys.".formatted(model.name()),
        "PostgreSQL has none: remove them.");
  }
}
