package lockstep.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lockstep.schema.Access.Effect;
import lockstep.schema.Access.Grant;
import lockstep.schema.Access.Privileges;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.Routine;
import lockstep.schema.Schema;
import lockstep.schema.Statistics;
import lockstep.sql.Names;
import lockstep.sql.Quote;

/// The statements about owners and privileges.
final class AccessPlan {
  private static final String SELF = "CURRENT_USER";

  private final Schema schema;
  private final Names names;

  /// @param schema in which the objects are, as they shall be
  AccessPlan(Schema schema, Names names) {
    this.schema = schema;
    this.names = names;
  }

  /// Returns what turns the one into the other: first the owner, whose own privileges follow it.
  List<Step> alter(ObjectPath object, Privileges from, Privileges to) {
    var steps = new ArrayList<Step>();
    if (!from.owner().equals(to.owner())) {
      var start = "ALTER " + owned(object) + " OWNER TO ";
      steps.add(
          new Step(
              Step.Kind.ALTER_OWNER,
              object,
              start + to.owner().orElse(SELF),
              new Step.Reverse.Statement(start + from.owner().orElse(SELF)),
              Conduct.BRIEF));
    }
    var before = ownedAnew(from, to);
    var gone = before.stream().filter(it -> !to.grants().contains(it)).toList();
    var come = to.grants().stream().filter(it -> !before.contains(it)).toList();
    var undone = gone.stream().filter(it -> !isReplaced(it, come)).map(Grant::reversed).toList();
    grouped(undone).forEach(it -> steps.add(step(object, it)));
    grouped(come).forEach(it -> steps.add(step(object, it)));
    return steps;
  }

  /// Returns what is granted once the owner has changed: the new one has what either had, and what
  /// the old one lacked is lacked by the new one (PostgreSQL 18, aclnewowner).
  private static List<Grant> ownedAnew(Privileges from, Privileges to) {
    var old = from.owner().orElse(SELF);
    var owner = to.owner().orElse(SELF);
    if (old.equals(owner)) {
      return from.grants();
    }
    var hasAlready =
        from.grants().stream()
            .filter(it -> it.grantee().equals(owner))
            .map(Grant::privilege)
            .toList();
    return from.grants().stream()
        .filter(it -> !it.grantee().equals(owner))
        .map(it -> it.grantee().equals(old) ? new Grant(it.effect(), it.privilege(), owner) : it)
        .filter(it -> !it.grantee().equals(owner) || !hasAlready.contains(it.privilege()))
        .toList();
  }

  private static boolean isReplaced(Grant gone, List<Grant> come) {
    return gone.effect() == Effect.GRANT
        && come.contains(new Grant(Effect.GRANT_WITH_OPTION, gone.privilege(), gone.grantee()));
  }

  /// Puts together what one statement can say.
  private static List<List<Grant>> grouped(List<Grant> grants) {
    var groups = new LinkedHashMap<Map.Entry<Effect, String>, List<Grant>>();
    for (var grant : grants) {
      groups
          .computeIfAbsent(Map.entry(grant.effect(), grant.grantee()), _ -> new ArrayList<>())
          .add(grant);
    }
    return List.copyOf(groups.values());
  }

  private Step step(ObjectPath object, List<Grant> grants) {
    return new Step(
        object.kind() == Kind.DEFAULT_PRIVILEGES
            ? Step.Kind.ALTER_DEFAULT_PRIVILEGES
            : Step.Kind.GRANT,
        object,
        sql(object, grants),
        new Step.Reverse.Statement(sql(object, grants.stream().map(Grant::reversed).toList())));
  }

  private String sql(ObjectPath object, List<Grant> grants) {
    var first = grants.getFirst();
    var privileges =
        String.join(", ", grants.stream().map(it -> it.privilege() + column(object)).toList());
    var sql =
        switch (first.effect()) {
          case GRANT -> "GRANT %s ON %s TO %s";
          case GRANT_WITH_OPTION -> "GRANT %s ON %s TO %s WITH GRANT OPTION";
          case REVOKE -> "REVOKE %s ON %s FROM %s";
        };
    return start(object) + sql.formatted(privileges, granted(object), first.grantee());
  }

  private static String start(ObjectPath object) {
    if (object.kind() != Kind.DEFAULT_PRIVILEGES) {
      return "";
    }
    var names = object.names();
    return "ALTER DEFAULT PRIVILEGES FOR ROLE "
        + names.get(1)
        + (names.size() > 2 ? " IN SCHEMA " + Quote.name(names.get(2)) : "")
        + " ";
  }

  private static String column(ObjectPath object) {
    return isColumn(object) ? " (" + Quote.name(object.names().getLast()) + ")" : "";
  }

  private static boolean isColumn(ObjectPath object) {
    return object.kind() == Kind.COLUMN || object.kind() == Kind.VIEW_COLUMN;
  }

  private String granted(ObjectPath object) {
    return switch (object.kind()) {
      case DEFAULT_PRIVILEGES -> object.names().getFirst().text();
      case NAMESPACE -> "SCHEMA " + single(object);
      case FOREIGN_SERVER, FOREIGN_DATA_WRAPPER, LANGUAGE -> word(object) + " " + single(object);
      case SEQUENCE -> "SEQUENCE " + name(object);
      case FUNCTION, AGGREGATE -> "FUNCTION " + routine(object);
      case PROCEDURE -> "PROCEDURE " + routine(object);
      case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE -> "TYPE " + name(object);
      default -> "TABLE " + name(object);
    };
  }

  private String owned(ObjectPath object) {
    return switch (object.kind()) {
      case NAMESPACE -> "SCHEMA " + single(object);
      case FOREIGN_SERVER -> "SERVER " + single(object);
      case PUBLICATION, EVENT_TRIGGER, FOREIGN_DATA_WRAPPER -> word(object) + " " + single(object);
      case FUNCTION, AGGREGATE, PROCEDURE -> word(object) + " " + routine(object);
      case COLLATION, TEXT_SEARCH_CONFIGURATION, TEXT_SEARCH_DICTIONARY ->
          word(object) + " " + name(object);
      case STATISTICS -> "STATISTICS " + statistics(object);
      case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE -> "TYPE " + name(object);
      default -> "TABLE " + name(object);
    };
  }

  private static String word(ObjectPath object) {
    return object.kind().word().toUpperCase(Locale.ROOT).replace('-', ' ');
  }

  private static String single(ObjectPath object) {
    return Quote.name(object.names().getFirst());
  }

  /// They may stand in another namespace than their table.
  private String statistics(ObjectPath object) {
    return schema
        .object(object)
        .map(
            it -> it instanceof Statistics found ? StatisticsPlan.name(found, names) : name(object))
        .orElseGet(() -> name(object));
  }

  private String name(ObjectPath object) {
    return names.of(Needs.nameOf(object));
  }

  private String routine(ObjectPath object) {
    var signature =
        schema.object(object) instanceof Optional<?> it && it.orElse(null) instanceof Routine found
            ? found.signature().equals("(*)") ? "()" : found.signature()
            : object.arguments();
    return name(object) + signature;
  }

  /// Returns who owns an object and who may do what with it, for people.
  static String words(Privileges privileges) {
    var words = new ArrayList<String>();
    privileges.owner().ifPresent(it -> words.add("OWNER " + it));
    for (var group : grouped(privileges.inOrder().grants())) {
      var first = group.getFirst();
      var all = String.join(", ", group.stream().map(Grant::privilege).toList());
      words.add(
          switch (first.effect()) {
            case GRANT -> "GRANT " + all + " TO " + first.grantee();
            case GRANT_WITH_OPTION ->
                "GRANT " + all + " TO " + first.grantee() + " WITH GRANT OPTION";
            case REVOKE -> "REVOKE " + all + " FROM " + first.grantee();
          });
    }
    return String.join("; ", words);
  }
}
