package lockstep.engine.postgres.live;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import lockstep.check.lint.Live;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.SqlError;
import lockstep.plan.Loss;
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
    if (isPartOfComposites(type)) {
      return Optional.empty();
    }
    var value = Quote.literal(loss.value().orElseThrow());
    var sum = 0L;
    for (var table : schema.tables().filter(it -> !it.value().isPartition()).toList()) {
      for (var column : table.value().columns()) {
        var name = Quote.name(column.name());
        var count =
            switch (use(column.type(), type)) {
              case NONE -> OptionalLong.of(0);
              case ITSELF -> count(table.name(), name + "::text = " + value);
              case IN_ARRAY -> count(table.name(), value + " = ANY (" + name + "::text[])");
            };
        if (count.isEmpty()) {
          return Optional.empty();
        }
        sum += count.getAsLong();
      }
    }
    return Optional.of(words(sum, OptionalLong.empty()));
  }

  /// How values of a type hold values of an enum.
  private enum Use {
    NONE,
    ITSELF,
    IN_ARRAY
  }

  private Use use(ColumnType type, QualifiedName enumType) {
    return switch (type) {
      case ColumnType.Enumerated(var name) -> name.equals(enumType) ? Use.ITSELF : Use.NONE;
      case ColumnType.Array(var element, var _) ->
          use(element, enumType) == Use.NONE ? Use.NONE : Use.IN_ARRAY;
      case ColumnType.OfDomain(var name) ->
          schema
              .object(ObjectPath.of(ObjectPath.Kind.DOMAIN, name))
              .map(it -> use(((Domain) it).baseType(), enumType))
              .orElse(Use.NONE);
      case ColumnType.Composite _, ColumnType.Range _, ColumnType.Scalar _, ColumnType.Opaque _ ->
          Use.NONE;
    };
  }

  /// Values within composite values are not counted.
  private boolean isPartOfComposites(QualifiedName enumType) {
    return schema.namespaces().stream()
        .flatMap(it -> it.compositeTypes().stream())
        .flatMap(it -> it.attributes().stream())
        .anyMatch(it -> use(it.type(), enumType) != Use.NONE);
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
