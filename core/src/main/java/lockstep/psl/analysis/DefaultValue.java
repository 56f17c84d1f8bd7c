package lockstep.psl.analysis;

import java.util.Optional;
import lockstep.mapping.ClientDefault;
import lockstep.psl.syntax.Expression;

/// What an `@default` says.
public sealed interface DefaultValue {
  /// A value, or a list of values.
  record Literal(Expression expression) implements DefaultValue {}

  record Autoincrement() implements DefaultValue {}

  record Now() implements DefaultValue {}

  /// `dbgenerated("…")`.
  ///
  /// @param sql empty where the schema only says that the database knows
  record DatabaseGenerated(Optional<String> sql) implements DefaultValue {}

  /// A value that the client makes.
  record ClientGenerated(ClientDefault value) implements DefaultValue {}

  /// A function that some other database may know.
  record Unknown(String function) implements DefaultValue {}
}
