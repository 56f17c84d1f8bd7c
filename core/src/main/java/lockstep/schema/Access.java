package lockstep.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Who owns objects and who may do what with them.
///
/// A source that speaks about neither has [#UNSAID], from which nothing differs. In one that does,
/// an object that is not named has the privileges that PostgreSQL gives by itself. In a database it
/// belongs to the role that read it; files say nothing about whom it belongs to.
public final class Access {
  /// That of a source that says nothing about owners and privileges.
  public static final Access UNSAID = new Access(Optional.empty(), Optional.empty());

  private static final String SELF = "CURRENT_USER";

  private final Optional<Map<ObjectPath, Privileges>> said;
  private final Optional<String> reader;

  private Access(Optional<Map<ObjectPath, Privileges>> said, Optional<String> reader) {
    this.said = said;
    this.reader = reader;
  }

  /// That of files, which say of owners what is named here and nothing else.
  public static Access of(Map<ObjectPath, Privileges> said) {
    return new Access(Optional.of(new LinkedHashMap<>(said)), Optional.empty());
  }

  /// That of a database.
  ///
  /// @param reader to whom all belongs that is not named, as SQL names a role
  public static Access readBy(String reader, Map<ObjectPath, Privileges> said) {
    return new Access(Optional.of(new LinkedHashMap<>(said)), Optional.of(reader));
  }

  /// Returns what files say that a server ran for the sake of reading them: nothing about whom
  /// objects belong to that they do not name, and without a grant nothing at all.
  public Access ofFiles() {
    return all().isEmpty() ? UNSAID : of(all());
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
    return new Access(Optional.of(all), other.reader);
  }

  /// Returns the same of objects that have other names.
  public Access ofRenamed(UnaryOperator<ObjectPath> name) {
    var all = new LinkedHashMap<ObjectPath, Privileges>();
    all().forEach((path, it) -> all.put(name.apply(path), it));
    return isSaid() ? new Access(Optional.of(all), reader) : this;
  }

  /// Returns whether both say of the same objects that they belong to whoever reads.
  public boolean isReadAs(Access other) {
    return reader.equals(other.reader);
  }

  /// Returns whether it is known whom an object belongs to that is not named.
  public boolean knowsOwners() {
    return reader.isPresent();
  }

  /// Returns the same with the owners that only another source knows.
  public Access withOwnersOf(Access other) {
    var all = all();
    other
        .all()
        .forEach(
            (path, its) ->
                its.owner().ifPresent(it -> all.merge(path, ownedBy(it), Privileges::orOwnedAs)));
    return new Access(Optional.of(all), other.reader);
  }

  /// Returns the same with the name of the role that read it wherever it means itself.
  ///
  /// @param owned every object that has an owner
  public Access named(Collection<ObjectPath> owned) {
    var self = reader.orElseThrow();
    var all = new LinkedHashMap<ObjectPath, Privileges>();
    all().forEach((path, it) -> all.put(named(path, self), it.named(self)));
    owned.forEach(path -> all.merge(path, ownedBy(self), Privileges::orOwnedAs));
    return new Access(Optional.of(all), reader);
  }

  private static ObjectPath named(ObjectPath path, String self) {
    return new ObjectPath(
        path.kind(),
        path.kind() == ObjectPath.Kind.DEFAULT_PRIVILEGES
            ? path.names().stream()
                .map(it -> it.text().equals(SELF) ? Identifier.of(self) : it)
                .toList()
            : path.names(),
        path.arguments());
  }

  private static Privileges ownedBy(String role) {
    return new Privileges(Optional.of(role), List.of());
  }

  /// Returns what an object has when whoever reads or runs this makes it: what their default
  /// privileges give and take.
  public Privileges ofNew(ObjectPath object) {
    var word = defaultsFor(object.kind());
    if (word.isEmpty()) {
      return Privileges.USUAL;
    }
    var namespace = object.names().getFirst();
    var grants = new ArrayList<>(defaults(word.get(), List.of()));
    for (var given : defaults(word.get(), List.of(namespace))) {
      // PostgreSQL adds what is said for a namespace to what is said for all of them.
      var isTakenBack = grants.remove(given.reversed());
      if (!isTakenBack && !grants.contains(given) && !isUsual(given, word.get())) {
        grants.add(given);
      }
    }
    return new Privileges(Optional.empty(), grants);
  }

  /// Returns whether every new object has this (PostgreSQL 18, 5.8).
  private boolean isUsual(Grant grant, Identifier word) {
    return isSelf(grant.grantee())
        || grant.grantee().equals("PUBLIC")
            && (word.text().equals("FUNCTIONS") && grant.privilege().equals("EXECUTE")
                || word.text().equals("TYPES") && grant.privilege().equals("USAGE"));
  }

  private boolean isSelf(String role) {
    return role.equals(SELF) || reader.filter(role::equals).isPresent();
  }

  /// Returns what whoever reads gives by default.
  private List<Grant> defaults(Identifier word, List<Identifier> namespace) {
    var all = new ArrayList<Grant>();
    for (var role : reader.map(it -> List.of(SELF, it)).orElse(List.of(SELF))) {
      var names = new ArrayList<>(List.of(word, Identifier.of(role)));
      names.addAll(namespace);
      all.addAll(of(new ObjectPath(ObjectPath.Kind.DEFAULT_PRIVILEGES, names)).grants());
    }
    return all;
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
  /// @param owner as SQL names a role; empty for whoever reads or runs it, and where nobody says it
  /// @param grants what differs from the privileges that PostgreSQL gives by itself, in the order
  ///   of the catalog
  public record Privileges(Optional<String> owner, List<Grant> grants) {
    /// Those of an object of which nothing is said.
    public static final Privileges USUAL = new Privileges(Optional.empty(), List.of());

    public Privileges {
      grants = List.copyOf(grants);
    }

    private Privileges named(String self) {
      return new Privileges(
          owner, grants.stream().map(it -> it.grantee().equals(SELF) ? it.to(self) : it).toList());
    }

    private Privileges orOwnedAs(Privileges other) {
      return owner.isPresent() ? this : new Privileges(other.owner, grants);
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
    private Grant to(String role) {
      return new Grant(effect, privilege, role);
    }

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
    return other instanceof Access it && said.equals(it.said) && reader.equals(it.reader);
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
