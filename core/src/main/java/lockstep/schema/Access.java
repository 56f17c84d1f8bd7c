package lockstep.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who owns objects and who may do what with them.
///
/// A source that speaks about neither has [#UNSAID], from which nothing differs. In one that does,
/// an object that is not named belongs to whoever reads or runs it, with the privileges that
/// PostgreSQL gives by itself.
public final class Access {
  /// That of a source that says nothing about owners and privileges.
  public static final Access UNSAID = new Access(Optional.empty());

  private final Optional<Map<ObjectPath, Privileges>> said;

  private Access(Optional<Map<ObjectPath, Privileges>> said) {
    this.said = said;
  }

  public static Access of(Map<ObjectPath, Privileges> said) {
    return new Access(Optional.of(new LinkedHashMap<>(said)));
  }

  public boolean isSaid() {
    return said.isPresent();
  }

  /// Returns what is said of objects, by object.
  public Map<ObjectPath, Privileges> all() {
    return new LinkedHashMap<>(said.orElse(Map.of()));
  }

  public Privileges of(ObjectPath object) {
    return said.map(it -> it.get(object)).orElse(Privileges.USUAL);
  }

  /// Returns what is said here, and what another source says of all that is not named here: of
  /// other objects, of other roles, and who owns what.
  public Access completedBy(Access other) {
    if (!isSaid() || !other.isSaid()) {
      return this;
    }
    var all = other.all();
    said.orElseThrow().forEach((path, own) -> all.put(path, own.completedBy(other.of(path))));
    return of(all);
  }

  /// Returns what an object has when whoever reads or runs this makes it: what their default
  /// privileges give and take.
  public Privileges ofNew(ObjectPath object) {
    var word = defaultsFor(object.kind());
    if (word.isEmpty()) {
      return Privileges.USUAL;
    }
    var owner = Identifier.of("CURRENT_USER");
    var namespace = object.names().getFirst();
    var grants = new ArrayList<>(defaults(List.of(word.get(), owner)));
    for (var given : defaults(List.of(word.get(), owner, namespace))) {
      // PostgreSQL adds what is said for a namespace to what is said for all of them.
      var isTakenBack = grants.remove(given.reversed());
      if (!isTakenBack && !grants.contains(given) && !isUsual(given, word.get())) {
        grants.add(given);
      }
    }
    return new Privileges(Optional.empty(), grants);
  }

  /// Returns whether every new object has this (PostgreSQL 18, 5.8).
  private static boolean isUsual(Grant grant, Identifier word) {
    return grant.grantee().equals("CURRENT_USER")
        || grant.grantee().equals("PUBLIC")
            && (word.text().equals("FUNCTIONS") && grant.privilege().equals("EXECUTE")
                || word.text().equals("TYPES") && grant.privilege().equals("USAGE"));
  }

  private List<Grant> defaults(List<Identifier> names) {
    return of(new ObjectPath(ObjectPath.Kind.DEFAULT_PRIVILEGES, names)).grants();
  }

  /// Returns what `ALTER DEFAULT PRIVILEGES` calls objects of a kind.
  private static Optional<Identifier> defaultsFor(ObjectPath.Kind kind) {
    return switch (kind) {
      case TABLE, VIEW, FOREIGN_TABLE -> Optional.of(Identifier.of("TABLES"));
      case SEQUENCE -> Optional.of(Identifier.of("SEQUENCES"));
      case FUNCTION, PROCEDURE, AGGREGATE -> Optional.of(Identifier.of("FUNCTIONS"));
      case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE -> Optional.of(Identifier.of("TYPES"));
      case NAMESPACE -> Optional.of(Identifier.of("SCHEMAS"));
      default -> Optional.empty();
    };
  }

  /// What is said of one object.
  ///
  /// @param owner as SQL names a role; empty for whoever reads or runs it
  /// @param grants what differs from the privileges that PostgreSQL gives by itself, in the order
  ///   of the catalog
  public record Privileges(Optional<String> owner, List<Grant> grants) {
    /// Those of an object of which nothing is said.
    public static final Privileges USUAL = new Privileges(Optional.empty(), List.of());

    public Privileges {
      grants = List.copyOf(grants);
    }

    private Privileges completedBy(Privileges other) {
      var named = grants.stream().map(Grant::grantee).toList();
      var all = new ArrayList<>(grants);
      other.grants.stream().filter(it -> !named.contains(it.grantee())).forEach(all::add);
      return new Privileges(other.owner, all);
    }

    /// Returns the same with the grants in an order of their own: theirs means nothing.
    public Privileges inOrder() {
      return new Privileges(
          owner, grants.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList());
    }
  }

  /// One privilege that a role has beyond what is usual, or lacks.
  ///
  /// @param privilege as in `SELECT`
  /// @param grantee as SQL names a role, or `PUBLIC`
  public record Grant(Effect effect, String privilege, String grantee) {
    /// Returns what undoes it.
    public Grant reversed() {
      return new Grant(effect == Effect.REVOKE ? Effect.GRANT : Effect.REVOKE, privilege, grantee);
    }
  }

  /// What happened to a privilege.
  public enum Effect {
    GRANT,
    GRANT_WITH_OPTION,
    REVOKE
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Access it && said.equals(it.said);
  }

  @Override
  public int hashCode() {
    return said.hashCode();
  }

  @Override
  public String toString() {
    return said.toString();
  }
}
