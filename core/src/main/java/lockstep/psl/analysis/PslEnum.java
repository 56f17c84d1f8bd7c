package lockstep.psl.analysis;

import java.util.List;
import java.util.Optional;
import lockstep.psl.syntax.EnumDeclaration;
import lockstep.psl.syntax.EnumValue;
import lockstep.psl.syntax.SyntaxFile;

/// An enum with everything that its attributes say.
///
/// @param mappedName what `@@map` says
/// @param schema what `@@schema` says
public record PslEnum(
    SyntaxFile file,
    EnumDeclaration declaration,
    Optional<String> mappedName,
    Optional<SchemaAttribute> schema,
    List<Value> values) {
  public PslEnum {
    values = List.copyOf(values);
  }

  /// @param mappedName what `@map` says
  public record Value(EnumValue declaration, Optional<String> mappedName) {
    public String name() {
      return declaration.name().text();
    }

    /// Returns what the database stores.
    public String databaseName() {
      return mappedName.orElse(name());
    }
  }

  public String name() {
    return declaration.name().text();
  }

  /// Returns what the type is called.
  public String databaseName() {
    return mappedName.orElse(name());
  }

  public Optional<Value> value(String name) {
    return values.stream().filter(it -> it.name().equals(name)).findFirst();
  }
}
