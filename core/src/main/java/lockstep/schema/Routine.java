package lockstep.schema;

import java.util.Optional;

/// A function, a procedure or an aggregate.
///
/// @param arguments the types that tell it from others of its name, in parentheses, as in
///   `(integer, text)`
/// @param signature what follows the name in `DROP` and `COMMENT`, as in `(a integer, b text)`
/// @param definition what follows the name in `CREATE`
public record Routine(
    Identifier name,
    Type type,
    String arguments,
    String signature,
    Returns returns,
    SqlExpression definition,
    Optional<String> comment)
    implements PrintedObject {
  /// What kind of routine it is (PostgreSQL 18, pg_proc.prokind).
  public enum Type {
    FUNCTION,
    WINDOW,
    PROCEDURE,
    AGGREGATE
  }

  /// What callers see, which `CREATE OR REPLACE` may not change (PostgreSQL 18, CREATE FUNCTION).
  ///
  /// @param type as in `SETOF integer`; empty for a procedure
  /// @param defaults how many of the last arguments may be left out, which may only grow
  public record Returns(String type, int defaults) {}

  @Override
  public ObjectPath.Kind kind() {
    return switch (type) {
      case FUNCTION, WINDOW -> ObjectPath.Kind.FUNCTION;
      case PROCEDURE -> ObjectPath.Kind.PROCEDURE;
      case AGGREGATE -> ObjectPath.Kind.AGGREGATE;
    };
  }

  @Override
  public ObjectPath path(Identifier namespace) {
    return ObjectPath.routine(kind(), QualifiedName.of(namespace, name), arguments);
  }

  /// Returns whether `CREATE OR REPLACE` makes one of the other.
  public boolean canBecome(Routine other) {
    return type == other.type
        && signature.equals(other.signature)
        && returns.type().equals(other.returns.type())
        && returns.defaults() <= other.returns.defaults();
  }
}
