package lockstep.check.lint.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.schema.Identifier;
import lockstep.sql.SqlToken;
import lockstep.text.Span;

/// A column as `CREATE TABLE` or `ADD COLUMN` defines it.
///
/// @param defaultValue the tokens of its default; empty for none
/// @param constraints those that stand in the column, over it alone
public record ColumnDefinition(
    Span span,
    Identifier name,
    TypeName type,
    Set<Trait> traits,
    List<SqlToken> defaultValue,
    List<TableConstraint> constraints) {
  /// What a column is besides its type.
  public enum Trait {
    NOT_NULL,
    STORED,
    VIRTUAL,
    IDENTITY,
    COLLATED
  }

  public ColumnDefinition {
    traits = Set.copyOf(traits);
    defaultValue = List.copyOf(defaultValue);
    constraints = List.copyOf(constraints);
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  public Optional<TableConstraint> constraint(TableConstraint.Kind kind) {
    return constraints.stream().filter(it -> it.kind() == kind).findFirst();
  }

  /// Returns whether an insert that omits the column still has a value for it.
  public boolean hasValue() {
    return !defaultValue.isEmpty()
        || is(Trait.STORED)
        || is(Trait.VIRTUAL)
        || is(Trait.IDENTITY)
        || type.isSerial();
  }

  /// Returns whether it takes no NULL, by itself or as a primary key.
  public boolean isRequired() {
    return is(Trait.NOT_NULL) || constraint(TableConstraint.Kind.PRIMARY_KEY).isPresent();
  }
}
