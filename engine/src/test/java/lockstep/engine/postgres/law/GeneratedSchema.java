package lockstep.engine.postgres.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.schema.ColumnType;
import lockstep.schema.Constraint;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.Namespace;
import lockstep.schema.Nullability;
import lockstep.schema.QualifiedName;
import lockstep.schema.ScalarType;
import lockstep.schema.Schema;
import lockstep.schema.Sequence;
import lockstep.schema.SequenceOptions;
import lockstep.schema.SqlExpression;
import lockstep.schema.Table;

/// A valid schema made by chance, in the spelling in which PostgreSQL prints it.
final class GeneratedSchema {
  private final Dice dice;
  private final List<QualifiedName> enums = new ArrayList<>();
  private final List<QualifiedName> domains = new ArrayList<>();
  private final List<Schema.Named<Table>> tables = new ArrayList<>();

  private GeneratedSchema(long seed, int serverVersion) {
    dice = new Dice(seed, serverVersion);
  }

  /// @param serverVersion as `server_version_num` has it: nothing comes out that is newer
  static Schema of(long seed, int serverVersion) {
    return new GeneratedSchema(seed, serverVersion).schema();
  }

  private Schema schema() {
    var names = new ArrayList<>(List.of(Schema.DEFAULT_NAMESPACE));
    names.addAll(dice.upTo(2, dice::name));
    var namespaces = new ArrayList<Namespace>();
    names.forEach(it -> namespaces.add(namespace(it)));
    return new Schema(List.of(), namespaces);
  }

  private Namespace namespace(Identifier name) {
    var enums = dice.upTo(3, () -> enumType(name));
    var domains = dice.upTo(3, () -> domain(name));
    var sequences = dice.upTo(2, this::sequence);
    var tables = dice.upTo(5, () -> table(name));
    return Namespace.of(name, dice.comment(), enums, domains, sequences, tables);
  }

  private EnumType enumType(Identifier namespace) {
    var type = new EnumType(dice.name(), dice.upTo(4, () -> dice.name().text()), dice.comment());
    enums.add(QualifiedName.of(namespace, type.name()));
    return type;
  }

  /// Its base may be an earlier domain, whose checks it takes over silently.
  private Domain domain(Identifier namespace) {
    var base =
        domains.isEmpty() || dice.oneIn(2)
            ? ColumnType.of(ScalarType.INTEGER)
            : new ColumnType.OfDomain(dice.oneOf(domains));
    var domain =
        new Domain(
            dice.name(),
            base,
            Nullability.NULLABLE,
            Optional.empty(),
            Optional.empty(),
            dice.upTo(2, this::check).stream().map(it -> (Constraint.Check) it).toList(),
            dice.comment());
    domains.add(QualifiedName.of(namespace, domain.name()));
    return domain;
  }

  private Constraint check() {
    return new Constraint.Check(
        dice.name(),
        new SqlExpression("true"),
        Constraint.Inheritance.INHERITED,
        dice.oneOf(List.of(Constraint.Validity.VALID, Constraint.Validity.NOT_VALID)),
        dice.comment());
  }

  private Sequence sequence() {
    return new Sequence(dice.name(), options(), Optional.empty(), dice.comment());
  }

  private SequenceOptions options() {
    var type = dice.oneOf(List.of(ScalarType.SMALLINT, ScalarType.INTEGER, ScalarType.BIGINT));
    var step = dice.oneIn(2) ? -1 - dice.below(5) : 1 + dice.below(5);
    return dice.oneIn(3)
        ? SequenceOptions.ascending(type)
        : new SequenceOptions(
            type,
            dice.below(100) - 50,
            step,
            dice.oneIn(2) ? SequenceOptions.descending(type).minimum() : -100,
            dice.oneIn(2) ? SequenceOptions.ascending(type).maximum() : 1000,
            1 + dice.below(20),
            dice.oneOf(List.of(SequenceOptions.Cycling.values())));
  }

  private Table table(Identifier namespace) {
    var name = QualifiedName.of(namespace, dice.name());
    var table = new GeneratedTable(dice, name, enums, domains, tables).table();
    tables.add(new Schema.Named<>(name, table));
    return table;
  }
}
