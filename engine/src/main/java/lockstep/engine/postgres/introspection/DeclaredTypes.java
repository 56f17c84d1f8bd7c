package lockstep.engine.postgres.introspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.engine.postgres.Row;
import lockstep.schema.CompositeType;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.Nullability;
import lockstep.schema.SqlExpression;
import lockstep.text.Order;

/// The types that a schema declares, as `enums.sql` and `domains.sql` list them.
final class DeclaredTypes {
  private record FoundEnum(long oid, long namespace, Identifier name, List<String> values) {}

  private record FoundDomain(
      long oid,
      long namespace,
      Identifier name,
      long base,
      int modifiers,
      int dimensions,
      Nullability nullability,
      Optional<String> defaultValue,
      Optional<Long> collation) {}

  private record FoundComposite(
      long oid, long namespace, Identifier name, List<FoundAttribute> attributes) {}

  private record FoundAttribute(
      Identifier name,
      long type,
      int modifiers,
      int dimensions,
      Optional<Long> collation,
      long relation,
      int number) {}

  private final Map<Long, FoundComposite> composites = new LinkedHashMap<>();
  private final Map<Long, FoundEnum> enums = new LinkedHashMap<>();
  private final Map<Long, List<FoundDomain>> domains = new HashMap<>();
  private final Types types;
  private final Collations collations;
  private final Constraints constraints;
  private final Comments comments;

  DeclaredTypes(Types types, Collations collations, Constraints constraints, Comments comments) {
    this.types = types;
    this.collations = collations;
    this.constraints = constraints;
    this.comments = comments;
  }

  void acceptEnum(Row row) {
    var found =
        enums.computeIfAbsent(
            row.number(1),
            oid ->
                new FoundEnum(oid, row.number(2), Identifier.of(row.text(3)), new ArrayList<>()));
    row.optionalText(4).ifPresent(found.values()::add);
  }

  void acceptDomain(Row row) {
    var found =
        new FoundDomain(
            row.number(1),
            row.number(2),
            Identifier.of(row.text(3)),
            row.number(4),
            row.integer(5),
            row.integer(6),
            row.isTrue(7) ? Nullability.NOT_NULL : Nullability.NULLABLE,
            row.optionalText(8),
            row.optionalText(9).map(Long::valueOf));
    domains.computeIfAbsent(found.namespace(), _ -> new ArrayList<>()).add(found);
  }

  void acceptComposite(Row row) {
    var found =
        composites.computeIfAbsent(
            row.number(1),
            oid ->
                new FoundComposite(
                    oid, row.number(2), Identifier.of(row.text(3)), new ArrayList<>()));
    if (row.optionalText(4).isPresent()) {
      found
          .attributes()
          .add(
              new FoundAttribute(
                  Identifier.of(row.text(4)),
                  row.number(5),
                  row.integer(6),
                  row.integer(7),
                  row.optionalText(8).map(Long::valueOf),
                  row.number(9),
                  row.integer(10)));
    }
  }

  List<CompositeType> compositesIn(long namespace) {
    return composites.values().stream()
        .filter(it -> it.namespace() == namespace)
        .sorted(Order.by(FoundComposite::name))
        .map(
            it ->
                new CompositeType(
                    it.name(),
                    it.attributes().stream().map(this::attribute).toList(),
                    comments.onType(it.oid())))
        .toList();
  }

  private CompositeType.Attribute attribute(FoundAttribute it) {
    return new CompositeType.Attribute(
        it.name(),
        types.get(it.type(), it.modifiers(), it.dimensions()),
        it.collation().map(collations::get),
        comments.onColumn(it.relation(), it.number()));
  }

  List<EnumType> enumsIn(long namespace) {
    return enums.values().stream()
        .filter(it -> it.namespace() == namespace)
        .sorted(Order.by(FoundEnum::name))
        .map(it -> new EnumType(it.name(), it.values(), comments.onType(it.oid())))
        .toList();
  }

  List<Domain> domainsIn(long namespace) {
    return domains.getOrDefault(namespace, List.of()).stream()
        .sorted(Order.by(FoundDomain::name))
        .map(this::domain)
        .toList();
  }

  private Domain domain(FoundDomain it) {
    var base = types.get(it.base(), it.modifiers(), it.dimensions());
    return new Domain(
        it.name(),
        base,
        it.nullability(),
        it.defaultValue().map(text -> new SqlExpression(LiteralDefault.written(text, base))),
        it.collation().map(collations::get),
        constraints.ofDomain(it.oid()),
        comments.onType(it.oid()));
  }
}
