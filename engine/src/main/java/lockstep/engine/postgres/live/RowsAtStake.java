package lockstep.engine.postgres.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import lockstep.check.lint.Live;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.SqlError;
import lockstep.plan.Loss;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.Domain;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.sql.Quote;

/// Counts the rows that a plan would lose.
public final class RowsAtStake {
  /// Nobody needs to know more exactly.
  private static final long MOST = 10_000;

  private final Session session;
  private final Schema schema;
  private final Live live;

  /// @param schema what the database has, its home being the default namespace
  public RowsAtStake(Session session, Schema schema, Live live) {
    this.session = session;
    this.schema = schema;
    this.live = live;
  }

  /// Returns as in `12 rows` or `more than 10,000 rows, about 2,000,000`; empty where a loss is not
  /// one of rows, or nobody could count them in time.
  public Optional<String> of(Loss loss) {
    return switch (loss.kind()) {
      case TABLE -> table(QualifiedName.of(first(loss), last(loss)));
      case COLUMN, PRECISION ->
          count(table(loss), Quote.name(last(loss)) + " IS NOT NULL").stream()
              .mapToObj(it -> words(it, OptionalLong.empty()) + " with a value")
              .findFirst();
      case ENUM_VALUE -> enumValue(loss);
      case NAMESPACE -> namespace(first(loss));
      case SEQUENCE, EXTENSION -> Optional.empty();
    };
  }

  private static Identifier first(Loss loss) {
    return loss.object().names().getFirst();
  }

  private static Identifier last(Loss loss) {
    return loss.object().names().getLast();
  }

  private static QualifiedName table(Loss loss) {
    return QualifiedName.of(first(loss), loss.object().names().get(1));
  }

  private Optional<String> table(QualifiedName name) {
    var about = live.rows(there(name)).map(OptionalLong::of).orElse(OptionalLong.empty());
    return count(name, "true").stream().mapToObj(it -> words(it, about)).findFirst();
  }

  private Optional<String> enumValue(Loss loss) {
    var type = QualifiedName.of(first(loss), last(loss));
    var value = "::text = " + Quote.literal(loss.value().orElseThrow());
    if (isPartOfOthers(type)) {
      return Optional.empty();
    }
    var sum = 0L;
    for (var column : columns(type)) {
      var path = column.names();
      var count =
          count(QualifiedName.of(path.getFirst(), path.get(1)), Quote.name(path.getLast()) + value);
      if (count.isEmpty()) {
        return Optional.empty();
      }
      sum += count.getAsLong();
    }
    return Optional.of(words(sum, OptionalLong.empty()));
  }

  private List<ObjectPath> columns(QualifiedName type) {
    var all = new ArrayList<ObjectPath>();
    schema
        .tables()
        .filter(it -> !it.value().isPartition())
        .forEach(
            table ->
                table.value().columns().stream()
                    .filter(it -> isOf(it, type))
                    .forEach(it -> all.add(ObjectPath.column(table.name(), it.name()))));
    return all;
  }

  private static boolean isOf(Column column, QualifiedName type) {
    return column.type().equals(new ColumnType.Enumerated(type));
  }

  /// Values within arrays and domains are not counted.
  private boolean isPartOfOthers(QualifiedName type) {
    var arrays = schema.tables().flatMap(it -> it.value().columns().stream()).map(Column::type);
    var domains =
        schema.namespaces().stream().flatMap(it -> it.domains().stream()).map(Domain::baseType);
    var itself = new ColumnType.Enumerated(type);
    return domains.anyMatch(itself::equals)
        || arrays.anyMatch(
            it -> it instanceof ColumnType.Array(var of, var _) && of.equals(itself));
  }

  private Optional<String> namespace(Identifier name) {
    var sum = 0L;
    var tables =
        schema.namespace(name).stream()
            .flatMap(it -> it.tables().stream())
            .filter(it -> !it.isPartition())
            .toList();
    for (var table : tables) {
      var count = count(QualifiedName.of(name, table.name()), "true");
      if (count.isEmpty()) {
        return Optional.empty();
      }
      sum += count.getAsLong();
    }
    return Optional.of(words(sum, OptionalLong.empty()));
  }

  private static String words(long count, OptionalLong about) {
    if (count <= MOST) {
      return String.format(Locale.ROOT, count == 1 ? "%,d row" : "%,d rows", count);
    }
    var more = String.format(Locale.ROOT, "more than %,d rows", MOST);
    return about.isPresent() && about.getAsLong() > MOST
        ? more + String.format(Locale.ROOT, ", about %,d", about.getAsLong())
        : more;
  }

  /// Returns what the database calls a table.
  private QualifiedName there(QualifiedName table) {
    return table.namespace().equals(Schema.DEFAULT_NAMESPACE)
        ? QualifiedName.of(live.home(), table.name())
        : table;
  }

  private OptionalLong count(QualifiedName table, String condition) {
    var sql =
        "SELECT count(*) FROM (SELECT FROM %s.%s WHERE %s LIMIT %d) AS counted"
            .formatted(
                Quote.name(there(table).namespace()),
                Quote.name(table.name()),
                condition,
                MOST + 1);
    try {
      return OptionalLong.of(LiveReader.count(session, sql));
    } catch (SqlError.Thrown _) {
      return OptionalLong.empty();
    }
  }
}
