package lockstep.plan;

import java.util.List;
import lockstep.diff.Change;
import lockstep.schema.CompositeType;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.OptionsObject;
import lockstep.schema.PrintedObject;
import lockstep.schema.SchemaObject;
import lockstep.schema.Sequence;
import lockstep.schema.Table;
import lockstep.schema.View;
import lockstep.sql.Names;

/// The statement that drops an object of a namespace.
final class ObjectPlan {
  private ObjectPlan() {}

  /// What undoes the making of an object drops it.
  static Step drop(Identifier namespace, SchemaObject object, Names names) {
    var path = object.path(namespace);
    var made = Planner.create(new Change.CreateObject(namespace, object), names);
    var first =
        made.stream().filter(it -> it.object().equals(path)).findFirst().orElse(made.getFirst());
    var sql =
        switch (first.reverse()) {
          case Step.Reverse.Statement(var statement) -> statement;
          case Step.Reverse.None(var reason) ->
              throw new IllegalStateException(path + ": " + reason);
        };
    var losses =
        object instanceof Sequence ? List.of(Loss.of(Loss.Kind.SEQUENCE, path)) : List.<Loss>of();
    return new Step(
        kind(object), path, sql, new Step.Reverse.Statement(first.sql()), Conduct.BRIEF, losses);
  }

  private static Step.Kind kind(SchemaObject object) {
    return switch (object) {
      case EnumType _ -> Step.Kind.DROP_ENUM;
      case CompositeType _, OptionsObject _ -> Step.Kind.DROP_TYPE;
      case Domain _ -> Step.Kind.DROP_DOMAIN;
      case Sequence _ -> Step.Kind.DROP_SEQUENCE;
      case Table _ -> Step.Kind.DROP_TABLE;
      case View _ -> Step.Kind.DROP_VIEW;
      case PrintedObject _ -> Step.Kind.DROP_OBJECT;
    };
  }
}
