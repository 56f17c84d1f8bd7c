package lockstep.check.lint.script;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.ColumnDefinition;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.TableConstraint;
import lockstep.check.lint.statement.Word;
import lockstep.schema.Identifier;

/// What is known of a table at one point of a script. Changes as statements go by.
public final class KnownTable {
  /// @param script the number of the script that added it
  /// @param transaction the one in that script
  /// @param isValidated whether all rows are known to satisfy it
  public record KnownConstraint(
      TableConstraint definition, int script, int transaction, boolean isValidated) {}

  /// @param script the number of the script that built it
  public record KnownIndex(Statement.CreateIndex definition, int script) {}

  private final int script;
  private final boolean isWhole;
  private final boolean isPartitioned;
  private final Map<Identifier, KnownColumn> columns = new LinkedHashMap<>();
  private final Map<Identifier, KnownConstraint> constraints = new LinkedHashMap<>();
  private final Map<Identifier, KnownIndex> indexes = new LinkedHashMap<>();
  private final Map<Identifier, Word> policies = new LinkedHashMap<>();

  private KnownTable(int script, boolean isWhole, boolean isPartitioned) {
    this.script = script;
    this.isWhole = isWhole;
    this.isPartitioned = isPartitioned;
  }

  static KnownTable created(Statement.CreateTable it, int script, int transaction) {
    var table = new KnownTable(script, true, it.words().contains(Word.PARTITIONED));
    it.columns().forEach(column -> table.add(column, script, transaction));
    it.constraints()
        .forEach(constraint -> table.add(it.name().name(), constraint, script, transaction));
    return table;
  }

  /// A table that was there before: only what statements say of it is known.
  static KnownTable unseen() {
    return new KnownTable(-1, false, false);
  }

  /// Returns the number of the script that created it; negative where none did.
  public int script() {
    return script;
  }

  /// Returns whether all its columns, constraints and indexes are known.
  public boolean isWhole() {
    return isWhole;
  }

  public boolean isPartitioned() {
    return isPartitioned;
  }

  public Collection<KnownColumn> columns() {
    return columns.values();
  }

  public Optional<KnownColumn> column(Identifier name) {
    return Optional.ofNullable(columns.get(name));
  }

  public Collection<KnownConstraint> constraints() {
    return constraints.values();
  }

  public Optional<KnownConstraint> constraint(Identifier name) {
    return Optional.ofNullable(constraints.get(name));
  }

  public Map<Identifier, KnownIndex> indexes() {
    return indexes;
  }

  public boolean hasPolicy() {
    return !policies.isEmpty();
  }

  public Optional<TableConstraint> primaryKey() {
    return constraints.values().stream()
        .map(KnownConstraint::definition)
        .filter(it -> it.kind() == TableConstraint.Kind.PRIMARY_KEY)
        .findFirst();
  }

  /// Returns whether a validated check holds exactly that a column is not NULL.
  public boolean isProvenNotNull(Identifier column) {
    return constraints.values().stream()
        .filter(KnownConstraint::isValidated)
        .map(KnownConstraint::definition)
        .anyMatch(it -> saysNotNull(it, column));
  }

  private static boolean saysNotNull(TableConstraint it, Identifier column) {
    return switch (it.kind()) {
      case CHECK -> it.expression().replaceAll("[() ]", "").equals(column.text() + "isnotnull");
      case NOT_NULL, PRIMARY_KEY -> it.columns().contains(column);
      case UNIQUE, FOREIGN_KEY, EXCLUDE -> false;
    };
  }

  /// Returns whether a policy is known to be permissive or restrictive.
  public boolean hasPolicy(Identifier name, Word kind) {
    return policies.get(name) == kind;
  }

  void renameType(Identifier from, Identifier to) {
    for (var column : List.copyOf(columns.values())) {
      column
          .type()
          .filter(it -> it.isCalled(from.text()))
          .ifPresent(it -> put(column.typed(it.renamed(to.text()))));
    }
  }

  void policy(Identifier name, Word kind) {
    policies.put(name, kind);
  }

  void dropPolicy(Identifier name) {
    policies.remove(name);
  }

  void index(Identifier name, KnownIndex index) {
    indexes.put(name, index);
  }

  void apply(Action action, Identifier table, int inScript, int transaction) {
    switch (action) {
      case Action.AddColumn(var _, var column, var words) -> {
        if (!words.contains(Word.IF_NOT_EXISTS) || !columns.containsKey(column.name())) {
          add(column, inScript, transaction);
        }
      }
      case Action.DropColumn(var _, var column, var _) -> dropColumn(column);
      case Action.AddConstraint(var _, var constraint) ->
          add(table, constraint, inScript, transaction);
      case Action.DropConstraint(var _, var constraint, var _) -> constraints.remove(constraint);
      case Action.ValidateConstraint(var _, var constraint) ->
          constraints.computeIfPresent(
              constraint,
              (_, it) -> new KnownConstraint(it.definition(), it.script(), it.transaction(), true));
      case Action.SetType(var _, var column, var type, var _) -> put(at(column).typed(type));
      case Action.SetDefault(var _, var column, var value) -> put(at(column).withDefault(value));
      case Action.DropDefault(var _, var column) -> put(at(column).withDefault(List.of()));
      case Action.SetNotNull(var _, var column) -> put(at(column).nullable(false));
      case Action.DropNotNull(var _, var column) -> put(at(column).nullable(true));
      case Action.RenameColumn(var _, var column, var to) -> {
        var known = at(column);
        columns.remove(column);
        put(known.named(to));
      }
      case Action.RenameConstraint(var _, var constraint, var to) -> {
        var known = Optional.ofNullable(constraints.remove(constraint));
        known.ifPresent(it -> constraints.put(to, it));
      }
      case Action.RenameTable _,
          Action.SetSchema _,
          Action.SetPersistence _,
          Action.SetStorage _,
          Action.SetParameters _,
          Action.RowSecurity _,
          Action.ReplicaIdentity _,
          Action.DisableTrigger _,
          Action.AttachPartition _,
          Action.DetachPartition _,
          Action.Other _ -> {
        // Changes nothing that is known of the table itself.
      }
    }
  }

  private KnownColumn at(Identifier column) {
    return column(column)
        .orElse(new KnownColumn(column, Optional.empty(), Optional.empty(), List.of(), script));
  }

  private void put(KnownColumn column) {
    columns.put(column.name(), column);
  }

  private void dropColumn(Identifier column) {
    columns.remove(column);
    constraints.values().removeIf(it -> it.definition().columns().contains(column));
    indexes.values().removeIf(it -> it.definition().columns().contains(Optional.of(column)));
  }

  private void add(ColumnDefinition it, int inScript, int transaction) {
    columns.put(
        it.name(),
        new KnownColumn(
            it.name(),
            Optional.of(it.type()),
            Optional.of(!it.isRequired()),
            it.defaultValue(),
            inScript));
    it.constraints().forEach(constraint -> add(it.name(), constraint, inScript, transaction));
  }

  private void add(Identifier named, TableConstraint it, int inScript, int transaction) {
    var name = it.name().or(it::index).orElse(defaultName(named, it));
    var isValidated = !it.has(Word.NOT_VALID);
    constraints.put(name, new KnownConstraint(it, inScript, transaction, isValidated));
    if (it.kind() == TableConstraint.Kind.PRIMARY_KEY) {
      it.columns().forEach(column -> put(at(column).nullable(false)));
    }
  }

  /// Near enough to what PostgreSQL calls it; two constraints shall not meet.
  private Identifier defaultName(Identifier named, TableConstraint it) {
    var ending =
        switch (it.kind()) {
          case PRIMARY_KEY -> "pkey";
          case UNIQUE -> "key";
          case FOREIGN_KEY -> "fkey";
          case CHECK -> "check";
          case EXCLUDE -> "excl";
          case NOT_NULL -> "not_null";
        };
    var name = Identifier.of(named + "_" + ending);
    return constraints.containsKey(name)
        ? Identifier.of(named + "_" + ending + constraints.size())
        : name;
  }
}
