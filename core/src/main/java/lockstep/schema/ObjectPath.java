package lockstep.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a schema object is called from outside: its kind and the names that lead to it.
///
/// @param names from the outermost name to the object's own, as in `public`, `users`, `email`
/// @param arguments the types that tell a function from others of its name, as in `(integer)`;
///   empty for everything that has none
public record ObjectPath(Kind kind, List<Identifier> names, String arguments)
    implements Comparable<ObjectPath> {
  public ObjectPath {
    names = List.copyOf(names);
  }

  public ObjectPath(Kind kind, List<Identifier> names) {
    this(kind, names, "");
  }

  /// A function, procedure or aggregate.
  ///
  /// @param arguments their types in parentheses
  public static ObjectPath routine(Kind kind, QualifiedName name, String arguments) {
    return new ObjectPath(kind, List.of(name.namespace(), name.name()), arguments);
  }

  /// The kinds of object that have a path.
  public enum Kind {
    EXTENSION("extension"),
    NAMESPACE("schema"),
    ENUM("enum"),
    COMPOSITE_TYPE("composite type"),
    RANGE_TYPE("range type"),
    DOMAIN("domain"),
    COLLATION("collation"),
    TEXT_SEARCH_DICTIONARY("text search dictionary"),
    TEXT_SEARCH_CONFIGURATION("text search configuration"),
    SEQUENCE("sequence"),
    FUNCTION("function"),
    PROCEDURE("procedure"),
    AGGREGATE("aggregate"),
    TABLE("table"),
    FOREIGN_TABLE("foreign table"),
    VIEW("view"),
    COLUMN("column"),
    VIEW_COLUMN("column"),
    CONSTRAINT("constraint"),
    INDEX("index"),
    TRIGGER("trigger"),
    RULE("rule"),
    POLICY("policy"),
    STATISTICS("extended statistics"),
    PUBLICATION("publication"),
    EVENT_TRIGGER("event trigger"),
    DEFAULT_PRIVILEGES("default privileges"),
    CAST("cast"),
    LANGUAGE("language"),
    FOREIGN_DATA_WRAPPER("foreign-data wrapper"),
    FOREIGN_SERVER("foreign server");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// Returns the kind as PostgreSQL's manual calls it.
    public String word() {
      return word;
    }
  }

  public static ObjectPath extension(Identifier name) {
    return new ObjectPath(Kind.EXTENSION, List.of(name));
  }

  public static ObjectPath namespace(Identifier name) {
    return new ObjectPath(Kind.NAMESPACE, List.of(name));
  }

  /// An object that stands directly in a namespace.
  public static ObjectPath of(Kind kind, QualifiedName name) {
    return new ObjectPath(kind, List.of(name.namespace(), name.name()));
  }

  public static ObjectPath table(QualifiedName name) {
    return of(Kind.TABLE, name);
  }

  /// A column, constraint or index of a table, or a column of a view.
  public static ObjectPath of(Kind kind, QualifiedName table, Identifier name) {
    return new ObjectPath(kind, List.of(table.namespace(), table.name(), name));
  }

  public static ObjectPath column(QualifiedName table, Identifier name) {
    return of(Kind.COLUMN, table, name);
  }

  public static ObjectPath viewColumn(QualifiedName view, Identifier name) {
    return of(Kind.VIEW_COLUMN, view, name);
  }

  /// Returns the path of the object that contains this one.
  public Optional<ObjectPath> parent() {
    if (kind == Kind.DEFAULT_PRIVILEGES) {
      // Their names are those of what they are about.
      return Optional.empty();
    }
    return switch (names.size()) {
      case 3 ->
          Optional.of(
              new ObjectPath(
                  kind == Kind.VIEW_COLUMN ? Kind.VIEW : Kind.TABLE, names.subList(0, 2)));
      case 2 -> Optional.of(new ObjectPath(Kind.NAMESPACE, names.subList(0, 1)));
      default -> Optional.empty();
    };
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  @Override
  public int compareTo(ObjectPath other) {
    for (var i = 0; i < Math.min(names.size(), other.names.size()); i++) {
      var byName = names.get(i).compareTo(other.names.get(i));
      if (byName != 0) {
        return byName;
      }
    }
    var byDepth = Integer.compare(names.size(), other.names.size());
    if (byDepth != 0) {
      return byDepth;
    }
    var byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : arguments.compareTo(other.arguments);
  }

  /// Returns kind and names, as in `column public.users.email`.
  @Override
  public String toString() {
    return names.stream()
        .map(Identifier::text)
        .collect(Collectors.joining(".", kind.word + " ", arguments));
  }
}
