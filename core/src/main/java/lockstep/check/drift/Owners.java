package lockstep.check.drift;

import java.util.ArrayList;
import java.util.List;
import lockstep.schema.Cast;
import lockstep.schema.CompositeType;
import lockstep.schema.DatabaseObject;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.EventTrigger;
import lockstep.schema.ForeignSource;
import lockstep.schema.ObjectPath;
import lockstep.schema.OptionsObject;
import lockstep.schema.Policy;
import lockstep.schema.Publication;
import lockstep.schema.Reaction;
import lockstep.schema.Routine;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import lockstep.schema.Sequence;
import lockstep.schema.Statistics;
import lockstep.schema.Table;
import lockstep.schema.View;

/// Whom objects belong to, said so that two sources can be compared. A database that one role has
/// read is no other where another role has read it, and files do not say who runs them.
public final class Owners {
  private Owners() {}

  /// Returns a schema that says of owners what another one can be compared with: where two roles
  /// have read, by their names; where only the other one knows the owners, what that says.
  public static Schema comparable(Schema schema, Schema other) {
    var access = schema.access();
    var others = other.access();
    if (!access.isSaid() || !others.isSaid() || access.isReadAs(others) || !others.knowsOwners()) {
      return schema;
    }
    return schema.with(
        access.knowsOwners() ? access.named(owned(schema)) : access.withOwnersOf(others));
  }

  private static List<ObjectPath> owned(Schema schema) {
    var all = new ArrayList<ObjectPath>();
    for (var in : schema.namespaces()) {
      // The default one belongs to whoever the server's version says.
      if (!in.name().equals(Schema.DEFAULT_NAMESPACE)) {
        all.add(ObjectPath.namespace(in.name()));
      }
      in.objects().stream().filter(Owners::isOwned).forEach(it -> all.add(it.path(in.name())));
    }
    schema.objects().stream().filter(Owners::isOwned).forEach(it -> all.add(it.path()));
    return all;
  }

  private static boolean isOwned(SchemaObject object) {
    return switch (object) {
      case EnumType _, CompositeType _, OptionsObject _, Domain _, Table _, View _ -> true;
      case Routine _, Statistics _ -> true;
      case Sequence it -> it.ownedBy().isEmpty();
      case Reaction _, Policy _ -> false;
    };
  }

  private static boolean isOwned(DatabaseObject object) {
    return switch (object) {
      case Publication _, EventTrigger _, ForeignSource _ -> true;
      case Cast _ -> false;
    };
  }
}
