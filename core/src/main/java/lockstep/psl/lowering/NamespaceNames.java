package lockstep.psl.lowering;

import java.util.Optional;
import lockstep.psl.analysis.PslEnum;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.analysis.SchemaAttribute;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;

/// Where models and enums stand in the database, and what they are called there.
final class NamespaceNames {
  private NamespaceNames() {}

  static QualifiedName of(PslModel model) {
    return new QualifiedName(namespace(model.schema()), Identifier.of(model.databaseName()));
  }

  static QualifiedName of(PslEnum enumeration) {
    return new QualifiedName(
        namespace(enumeration.schema()), Identifier.of(enumeration.databaseName()));
  }

  /// What has no name there, or an empty one, stands in the default namespace.
  private static Identifier namespace(Optional<SchemaAttribute> schema) {
    return schema.map(NamespaceNames::of).orElse(Schema.DEFAULT_NAMESPACE);
  }

  static Identifier of(SchemaAttribute schema) {
    return schema.name().isEmpty() ? Schema.DEFAULT_NAMESPACE : Identifier.of(schema.name());
  }
}
