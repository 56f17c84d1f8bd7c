package lockstep.engine.postgres.introspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lockstep.engine.postgres.Row;
import lockstep.schema.Dependencies;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.QualifiedName;

/// What objects need, as `dependencies.sql` lists it.
final class DependencyEdges implements Consumer<Row> {
  private static final int COLUMNS_OF_AN_END = 6;

  private final Namespaces namespaces;
  private final Map<ObjectPath, List<ObjectPath>> needs = new HashMap<>();

  DependencyEdges(Namespaces namespaces) {
    this.namespaces = namespaces;
  }

  @Override
  public void accept(Row row) {
    var from = path(row, 0);
    var to = path(row, COLUMNS_OF_AN_END);
    if (from.isPresent() && to.isPresent() && !from.equals(to)) {
      needs.computeIfAbsent(from.get(), _ -> new ArrayList<>()).add(to.get());
    }
  }

  Dependencies all() {
    return new Dependencies(needs);
  }

  /// Returns nothing for what stands in a namespace that nobody reads, and for kinds of type that
  /// only C code can make.
  Optional<ObjectPath> path(Row row, int before) {
    var letter = row.text(before + 2);
    var kind = kind(row.integer(before + 1), letter);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    var namespace = row.number(before + 3);
    var name = row.text(before + 4);
    if (namespace == 0) {
      return Optional.of(new ObjectPath(kind.get(), List.of(Identifier.of(name))));
    }
    if (!namespaces.isRead(namespace)) {
      return Optional.empty();
    }
    return Optional.of(
        path(
            kind.get(),
            namespaces.qualified(namespace, name),
            row.optionalText(before + 5).map(Identifier::of),
            row.text(before + 6)));
  }

  private static ObjectPath path(
      Kind kind, QualifiedName name, Optional<Identifier> part, String arguments) {
    return part.filter(_ -> kind != Kind.COMPOSITE_TYPE)
        .map(it -> ObjectPath.of(kind, name, it))
        .orElseGet(() -> new ObjectPath(kind, List.of(name.namespace(), name.name()), arguments));
  }

  private static Optional<Kind> kind(int number, String letter) {
    return switch (number) {
      case 1 -> Optional.of(Kind.EXTENSION);
      case 2 -> relation(letter);
      case 3 -> column(letter);
      case 4 -> Optional.of(Kind.INDEX);
      case 5 -> Optional.of(Kind.CONSTRAINT);
      case 6 -> type(letter);
      case 7 -> Optional.of(routine(letter));
      case 8 -> Optional.of(Kind.TRIGGER);
      case 9 -> Optional.of(Kind.RULE);
      case 10 -> Optional.of(Kind.POLICY);
      case 11 -> Optional.of(Kind.STATISTICS);
      case 12 -> Optional.of(Kind.PUBLICATION);
      case 13 -> Optional.of(Kind.EVENT_TRIGGER);
      case 14 -> Optional.of(Kind.CAST);
      case 15 -> Optional.of(Kind.COLLATION);
      case 16 -> Optional.of(Kind.FOREIGN_SERVER);
      case 17 -> Optional.of(Kind.FOREIGN_DATA_WRAPPER);
      case 20 -> Optional.of(Kind.TEXT_SEARCH_DICTIONARY);
      case 21 -> Optional.of(Kind.TEXT_SEARCH_CONFIGURATION);
      case 22 -> Optional.of(Kind.LANGUAGE);
      default -> throw new IllegalStateException("dependencies.sql has a kind " + number);
    };
  }

  private static Optional<Kind> relation(String kind) {
    return switch (kind) {
      case "r", "p" -> Optional.of(Kind.TABLE);
      case "f" -> Optional.of(Kind.FOREIGN_TABLE);
      case "v", "m" -> Optional.of(Kind.VIEW);
      case "S" -> Optional.of(Kind.SEQUENCE);
      case "c" -> Optional.of(Kind.COMPOSITE_TYPE);
      default -> Optional.empty();
    };
  }

  private static Optional<Kind> column(String relation) {
    return switch (relation) {
      case "r", "p", "f" -> Optional.of(Kind.COLUMN);
      case "v", "m" -> Optional.of(Kind.VIEW_COLUMN);
      case "c" -> Optional.of(Kind.COMPOSITE_TYPE);
      default -> Optional.empty();
    };
  }

  private static Optional<Kind> type(String kind) {
    return switch (kind) {
      case "e" -> Optional.of(Kind.ENUM);
      case "d" -> Optional.of(Kind.DOMAIN);
      case "c" -> Optional.of(Kind.COMPOSITE_TYPE);
      case "r" -> Optional.of(Kind.RANGE_TYPE);
      default -> Optional.empty();
    };
  }

  private static Kind routine(String kind) {
    return switch (kind) {
      case "p" -> Kind.PROCEDURE;
      case "a" -> Kind.AGGREGATE;
      default -> Kind.FUNCTION;
    };
  }
}
