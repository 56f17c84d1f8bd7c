package lockstep.engine.postgres.introspection;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import lockstep.engine.postgres.Row;
import lockstep.schema.ColumnType;
import lockstep.schema.TypeSpelling;

/// The types of columns and domains, as `types.sql` lists them.
final class Types implements Consumer<Row> {
  private record Known(ColumnType element, boolean isArray) {}

  private final Namespaces namespaces;
  private final Map<Long, Known> types = new HashMap<>();

  Types(Namespaces namespaces) {
    this.namespaces = namespaces;
  }

  @Override
  public void accept(Row row) {
    types.put(key(row.number(1), row.integer(2)), new Known(element(row), row.isTrue(3)));
  }

  /// @param dimensions as the catalog has them: 0 for an array too, where a query made the column
  ColumnType get(long oid, int modifiers, int dimensions) {
    var type = types.get(key(oid, modifiers));
    return type.isArray()
        ? new ColumnType.Array(type.element(), Math.max(1, dimensions))
        : type.element();
  }

  /// Oids have 32 bits.
  private static long key(long oid, int modifiers) {
    return oid << 32 | Integer.toUnsignedLong(modifiers);
  }

  private ColumnType element(Row row) {
    var isForeign = row.isTrue(7);
    var name = namespaces.qualified(row.text(5), row.text(6));
    var text = row.text(8);
    return switch (row.text(4)) {
      case "e" -> isForeign ? new ColumnType.Opaque(text) : new ColumnType.Enumerated(name);
      case "d" -> isForeign ? new ColumnType.Opaque(text) : new ColumnType.OfDomain(name);
      case "c" -> isForeign ? new ColumnType.Opaque(text) : new ColumnType.Composite(name);
      case "r", "m" -> isForeign ? TypeSpelling.parse(text) : new ColumnType.Range(name);
      default -> TypeSpelling.parse(text);
    };
  }
}
