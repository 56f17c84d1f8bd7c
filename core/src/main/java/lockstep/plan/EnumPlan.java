package lockstep.plan;

import java.util.stream.Collectors;
import lockstep.diff.Change;
import lockstep.sql.Names;
import lockstep.sql.Quote;

/// The statements about enumerated types.
final class EnumPlan {
  private EnumPlan() {}

  static Step create(Change.CreateEnum change, Names names) {
    var name = names.of(change.name());
    var values =
        change.type().values().stream().map(Quote::literal).collect(Collectors.joining(", "));
    return new Step(
        Step.Kind.CREATE_ENUM,
        change.object(),
        "CREATE TYPE " + name + " AS ENUM (" + values + ")",
        new Step.Reverse.Statement("DROP TYPE " + name));
  }
}
