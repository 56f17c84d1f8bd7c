package lockstep.check.lint.script;

import java.util.List;
import java.util.Optional;
import lockstep.check.lint.statement.TypeName;
import lockstep.schema.Identifier;
import lockstep.sql.SqlToken;

/// What is known of a column.
///
/// @param type empty where it was only renamed or the like
/// @param script the number of the script that made it
/// @param isNullable empty where nothing has said so
public record KnownColumn(
    Identifier name,
    Optional<TypeName> type,
    Optional<Boolean> isNullable,
    List<SqlToken> defaultValue,
    int script) {
  public KnownColumn {
    defaultValue = List.copyOf(defaultValue);
  }

  KnownColumn named(Identifier other) {
    return new KnownColumn(other, type, isNullable, defaultValue, script);
  }

  KnownColumn typed(TypeName other) {
    return new KnownColumn(name, Optional.of(other), isNullable, defaultValue, script);
  }

  KnownColumn nullable(boolean is) {
    return new KnownColumn(name, type, Optional.of(is), defaultValue, script);
  }

  KnownColumn withDefault(List<SqlToken> value) {
    return new KnownColumn(name, type, isNullable, value, script);
  }
}
