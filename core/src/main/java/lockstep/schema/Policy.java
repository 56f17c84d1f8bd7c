package lockstep.schema;

import java.util.List;
import java.util.Optional;

/// A row security policy.
///
/// @param roles in the order of their names; empty for everybody
/// @param using which rows are seen
/// @param check which rows may be written; empty where `using` says it
public record Policy(
    Identifier name,
    Identifier relation,
    Effect effect,
    Command command,
    List<Identifier> roles,
    Optional<SqlExpression> using,
    Optional<SqlExpression> check,
    Optional<String> comment)
    implements PartOfRelation {
  public Policy {
    roles = roles.stream().sorted().toList();
  }

  /// Whether one policy that lets a row through is enough.
  public enum Effect {
    PERMISSIVE,
    RESTRICTIVE
  }

  /// What it is about (PostgreSQL 18, pg_policy.polcmd).
  public enum Command {
    ALL,
    SELECT,
    INSERT,
    UPDATE,
    DELETE
  }

  @Override
  public ObjectPath.Kind kind() {
    return ObjectPath.Kind.POLICY;
  }
}
