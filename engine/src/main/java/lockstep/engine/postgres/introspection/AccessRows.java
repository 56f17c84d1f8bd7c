package lockstep.engine.postgres.introspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import lockstep.engine.postgres.Row;
import lockstep.schema.Access;
import lockstep.schema.Access.Effect;
import lockstep.schema.Access.Grant;
import lockstep.schema.Access.Privileges;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;

/// Owners and privileges, as `access.sql` lists them.
final class AccessRows implements Consumer<Row> {
  private static final int NAMESPACE = 18;
  private static final int DEFAULT_PRIVILEGES = 19;

  private final Namespaces namespaces;
  private final DependencyEdges paths;
  private final Map<ObjectPath, Privileges> found = new TreeMap<>();
  private String reader = "";

  AccessRows(Namespaces namespaces, DependencyEdges paths) {
    this.namespaces = namespaces;
    this.paths = paths;
  }

  @Override
  public void accept(Row row) {
    path(row).ifPresent(it -> found.merge(it, privileges(row), AccessRows::both));
  }

  /// Takes the row of `reader.sql`.
  void acceptReader(Row row) {
    reader = row.text(1);
  }

  Access all() {
    return Access.readBy(reader, found);
  }

  private Optional<ObjectPath> path(Row row) {
    return switch (row.integer(1)) {
      case NAMESPACE -> namespaces.nameOf(row.text(4)).map(ObjectPath::namespace);
      case DEFAULT_PRIVILEGES -> defaults(row);
      default -> paths.path(row, 0);
    };
  }

  /// What is so in every namespace is so for one that is read as if it were the only one, too.
  private Optional<ObjectPath> defaults(Row row) {
    var names = new ArrayList<Identifier>();
    names.add(Identifier.of(row.text(4)));
    names.add(Identifier.of(row.text(5)));
    if (!row.isNull(2)) {
      var in = namespaces.nameOf(row.text(2));
      if (in.isEmpty()) {
        return Optional.empty();
      }
      names.add(in.get());
    }
    return Optional.of(new ObjectPath(ObjectPath.Kind.DEFAULT_PRIVILEGES, names));
  }

  private static Privileges privileges(Row row) {
    var grants =
        row.isNull(8)
            ? List.<Grant>of()
            : List.of(new Grant(effect(row), row.text(9), row.text(10)));
    return new Privileges(row.optionalText(7), grants);
  }

  private static Effect effect(Row row) {
    if (row.text(8).equals("REVOKE")) {
      return Effect.REVOKE;
    }
    return row.isTrue(11) ? Effect.GRANT_WITH_OPTION : Effect.GRANT;
  }

  private static Privileges both(Privileges some, Privileges more) {
    var grants = new ArrayList<>(some.grants());
    grants.addAll(more.grants());
    return new Privileges(some.owner(), grants);
  }
}
