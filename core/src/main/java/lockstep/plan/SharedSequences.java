package lockstep.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.diff.Change;
import lockstep.diff.Difference;
import lockstep.schema.Column;
import lockstep.schema.ColumnValue;
import lockstep.schema.ColumnValue.Default;
import lockstep.schema.ColumnValue.Serial;
import lockstep.schema.Identifier;
import lockstep.schema.Namespace;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import lockstep.schema.Sequence;
import lockstep.schema.SequenceOptions;
import lockstep.schema.SqlExpression;
import lockstep.schema.Table;
import lockstep.sql.Names;
import lockstep.sql.Quote;

/// Sequences that are there before and after, but as a part of a column on one side only, or of
/// different columns: a plan keeps them, and with them where they stand.
///
/// In both schemas such a sequence is made to stand for itself, owned by its column, which has the
/// default in plain words.
final class SharedSequences {
  /// What a column counts by.
  private record Counted(Sequence.ColumnPath column, SequenceOptions options) {}

  private final Difference difference;
  private final Names names;
  private final Map<QualifiedName, Counted> from;
  private final Map<QualifiedName, Counted> to;
  private final Set<QualifiedName> shared = new LinkedHashSet<>();

  private SharedSequences(Difference difference, Names names) {
    this.difference = difference;
    this.names = names;
    from = counted(difference.from());
    to = counted(difference.to());
    from.forEach((name, it) -> share(name, it, to, difference.to()));
    to.forEach((name, it) -> share(name, it, from, difference.from()));
  }

  /// Returns the same difference, in which such sequences stand for themselves.
  static Difference apart(Difference difference, Names names) {
    var sequences = new SharedSequences(difference, names);
    return sequences.shared.isEmpty() ? difference : sequences.apart();
  }

  private static Map<QualifiedName, Counted> counted(Schema schema) {
    var all = new LinkedHashMap<QualifiedName, Counted>();
    schema
        .tables()
        .forEach(
            table ->
                table
                    .value()
                    .columns()
                    .forEach(
                        it -> {
                          if (it.value() instanceof Serial(var sequence, var options)) {
                            var column = new Sequence.ColumnPath(table.name(), it.name());
                            all.put(sequence, new Counted(column, options));
                          }
                        }));
    return all;
  }

  private void share(
      QualifiedName name, Counted it, Map<QualifiedName, Counted> others, Schema other) {
    var isOfAnother =
        others.containsKey(name)
            ? !others.get(name).column().equals(it.column())
            : other
                .object(ObjectPath.of(ObjectPath.Kind.SEQUENCE, name))
                .flatMap(free -> ((Sequence) free).ownedBy())
                .isPresent();
    if (isOfAnother) {
      shared.add(name);
    }
  }

  private Difference apart() {
    var changes = new ArrayList<Change>();
    var before = apart(difference.from(), from, difference.to());
    var after = apart(difference.to(), to, difference.from());
    difference.changes().forEach(it -> apart(it).ifPresent(changes::add));
    for (var name : shared) {
      var path = ObjectPath.of(ObjectPath.Kind.SEQUENCE, name);
      var was = before.object(path).orElseThrow();
      var becomes = after.object(path).orElseThrow();
      if (!was.equals(becomes)) {
        changes.add(new Change.AlterObject(name.namespace(), was, becomes));
      }
    }
    return new Difference(before, after, changes);
  }

  private Schema apart(Schema schema, Map<QualifiedName, Counted> counted, Schema other) {
    return schema.withNamespaces(
        schema.namespaces().stream().map(it -> apart(it, counted, other)).toList());
  }

  private Namespace apart(Namespace in, Map<QualifiedName, Counted> counted, Schema other) {
    var objects = new ArrayList<SchemaObject>();
    for (var object : in.objects()) {
      objects.add(
          object instanceof Table it
              ? apart(QualifiedName.of(in.name(), it.name()), it, other)
              : object);
    }
    for (var name : shared) {
      if (name.namespace().equals(in.name()) && counted.containsKey(name)) {
        var it = counted.get(name);
        objects.add(
            new Sequence(name.name(), it.options(), Optional.of(it.column()), Optional.empty()));
      }
    }
    return in.withObjects(objects);
  }

  private Table apart(QualifiedName name, Table table, Schema other) {
    var columns = table.columns().stream().map(it -> apart(name, it, other)).toList();
    return columns.equals(table.columns())
        ? table
        : table.with(columns, table.constraints(), table.indexes());
  }

  private Column apart(QualifiedName table, Column column, Schema other) {
    return column.value() instanceof Serial(var sequence, var _) && shared.contains(sequence)
        ? column.with(next(sequence, other.column(ObjectPath.column(table, column.name()))))
        : column;
  }

  /// Where the other side counts by the same sequence in plain words, these.
  private ColumnValue next(QualifiedName sequence, Optional<Column> other) {
    var words = new SqlExpression("nextval(" + Quote.literal(names.of(sequence)) + "::regclass)");
    return other
        .map(Column::value)
        .filter(it -> it instanceof Default same && isSame(same.expression(), words))
        .orElseGet(() -> new Default(words));
  }

  private static boolean isSame(SqlExpression one, SqlExpression other) {
    return one.text().replace("\"", "").equals(other.text().replace("\"", ""));
  }

  /// Returns nothing where a sequence neither comes nor goes, and where nothing changes any more.
  private Optional<Change> apart(Change change) {
    return switch (change) {
      case Change.CreateObject(var in, var it) when isShared(in, it) -> Optional.empty();
      case Change.DropObject(var in, var it) when isShared(in, it) -> Optional.empty();
      case Change.CreateObject(var in, Table it) ->
          Optional.of(
              new Change.CreateObject(
                  in, apart(QualifiedName.of(in, it.name()), it, difference.from())));
      case Change.DropObject(var in, Table it) ->
          Optional.of(
              new Change.DropObject(
                  in, apart(QualifiedName.of(in, it.name()), it, difference.to())));
      case Change.AlterObject(var in, Table before, Table after) -> {
        var name = QualifiedName.of(in, after.name());
        yield Optional.of(
            new Change.AlterObject(
                in, apart(name, before, difference.to()), apart(name, after, difference.from())));
      }
      case Change.AddColumn(var table, var it) ->
          Optional.of(new Change.AddColumn(table, apart(table, it, difference.from())));
      case Change.DropColumn(var table, var it) ->
          Optional.of(new Change.DropColumn(table, apart(table, it, difference.to())));
      case Change.AlterColumn(var table, var before, var after) -> {
        var was = apart(table, before, difference.to());
        var becomes = apart(table, after, difference.from());
        yield was.equals(becomes)
            ? Optional.empty()
            : Optional.of(new Change.AlterColumn(table, was, becomes));
      }
      default -> Optional.of(change);
    };
  }

  private boolean isShared(Identifier in, SchemaObject object) {
    return object instanceof Sequence it && shared.contains(QualifiedName.of(in, it.name()));
  }
}
