package lockstep.plan;

import java.util.stream.Collectors;
import lockstep.schema.EnumType;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.sql.Names;
import lockstep.sql.Quote;

/// The statements about enumerated types.
final class EnumPlan {
  private EnumPlan() {}

  static Step create(QualifiedName type, EnumType definition, Names names) {
    var name = names.of(type);
    var values = definition.values().stream().map(Quote::literal).collect(Collectors.joining(", "));
    return new Step(
        Step.Kind.CREATE_ENUM,
        ObjectPath.of(ObjectPath.Kind.ENUM, type),
        "CREATE TYPE " + name + " AS ENUM (" + values + ")",
        new Step.Reverse.Statement("DROP TYPE " + name));
  }
}
