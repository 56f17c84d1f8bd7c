package lockstep.emit.sqlalchemy;

import static lockstep.emit.python.Expression.dict;
import static lockstep.emit.python.Expression.entry;
import static lockstep.emit.python.Expression.list;
import static lockstep.emit.python.Expression.text;
import static lockstep.emit.python.Expression.verbatim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import lockstep.emit.python.Expression;
import lockstep.emit.python.Expression.Arguments;
import lockstep.emit.python.Expression.Item;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.Index.Nulls;
import lockstep.schema.Index.Order;
import lockstep.schema.Index.Target;
import lockstep.schema.Index.Uniqueness;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.QualifiedName;
import lockstep.sql.Quote;

/// Writes indexes among a table's arguments.
final class Indexes {
  private final Findings findings;

  Indexes(Findings findings) {
    this.findings = findings;
  }

  /// Returns whether `index=True` on the column says all.
  static boolean isOnColumn(QualifiedName table, Index index) {
    return index.keys().size() == 1
        && isPlain(index.keys().getFirst())
        && index.keys().getFirst().operatorClass().isEmpty()
        && index.uniqueness() == Uniqueness.NOT_UNIQUE
        && index.method().equals(Index.BTREE)
        && index.include().isEmpty()
        && index.where().isEmpty()
        && index.parameters().isEmpty()
        && index.comment().isEmpty()
        && isNamedByConvention(table, index);
  }

  Expression of(QualifiedName table, Index index) {
    var arguments = new Arguments();
    arguments.add(isNamedByConvention(table, index) ? verbatim("None") : text(index.name().text()));
    index.keys().forEach(it -> arguments.add(key(it, Indexes::isPlain)));
    if (index.isUnique()) {
      arguments.add("unique", "True");
    }
    if (!index.method().equals(Index.BTREE)) {
      arguments.add("postgresql_using", text(index.method().text()));
    }
    operatorClasses(index, arguments);
    if (!index.include().isEmpty()) {
      arguments.add(
          "postgresql_include", list(index.include().stream().map(it -> text(it.text())).toList()));
    }
    index.where().ifPresent(it -> arguments.add("postgresql_where", SqlText.sql(it.text())));
    parameters(index.parameters(), arguments);
    if (index.uniqueness() == Uniqueness.UNIQUE_NULLS_NOT_DISTINCT) {
      arguments.add("postgresql_nulls_not_distinct", "True");
    }
    if (index.comment().isPresent()) {
      findings.add(
          SqlAlchemyCode.COMMENT,
          ObjectPath.of(Kind.INDEX, table, index.name()),
          "has a comment, and SQLAlchemy has none for indexes",
          "Add it by SQL.");
    }
    return arguments.of("sa.Index");
  }

  /// The convention names an index by its columns, so it must consist of columns alone.
  private static boolean isNamedByConvention(QualifiedName table, Index index) {
    var columns = new ArrayList<Identifier>();
    for (var key : index.keys()) {
      if (isPlain(key) && key.target() instanceof Target.OfColumn(var column)) {
        columns.add(column);
      }
    }
    return columns.size() == index.keys().size()
        && Conventions.isIndex(table, columns, index.name());
  }

  /// Returns whether the column's name alone says the key.
  private static boolean isPlain(Index.Key key) {
    return key.target() instanceof Target.OfColumn
        && key.collation().isEmpty()
        && key.order() == Order.ASCENDING
        && key.nulls() == Nulls.LAST
        && key.operatorClass().filter(it -> !isPlain(it)).isEmpty();
  }

  private static boolean isPlain(Index.OperatorClass operatorClass) {
    return operatorClass.parameters().isEmpty() && operatorClass.namespace().isEmpty();
  }

  /// Returns whether a key is a column and nothing else.
  static boolean isBare(Index.Key key) {
    return isPlain(key) && key.operatorClass().isEmpty();
  }

  /// @param isNamed tells of a key on a column whether its name is enough
  static Expression key(Index.Key key, Predicate<Index.Key> isNamed) {
    return switch (key.target()) {
      case Target.OfColumn(var column) when isNamed.test(key) -> text(column.text());
      case Target.OfColumn(var column) -> SqlText.sql(Quote.name(column) + options(key));
      case Target.OfExpression(var expression) ->
          SqlText.sql("(" + expression.text() + ")" + options(key));
    };
  }

  private static String options(Index.Key key) {
    var sql = new StringBuilder();
    key.collation()
        .ifPresent(
            it ->
                sql.append(" COLLATE ")
                    .append(Quote.name(it.namespace()))
                    .append('.')
                    .append(Quote.name(it.name())));
    key.operatorClass().ifPresent(it -> sql.append(' ').append(operatorClass(it)));
    if (key.order() == Order.DESCENDING) {
      sql.append(" DESC");
    }
    if (key.nulls() != key.order().defaultNulls()) {
      sql.append(key.nulls() == Nulls.FIRST ? " NULLS FIRST" : " NULLS LAST");
    }
    return sql.toString();
  }

  private static String operatorClass(Index.OperatorClass it) {
    var name =
        it.namespace().map(namespace -> Quote.name(namespace) + ".").orElse("")
            + Quote.word(it.name());
    if (it.parameters().isEmpty()) {
      return name;
    }
    var parameters = new ArrayList<String>();
    it.parameters().forEach(each -> parameters.add(each.name() + " = " + each.value()));
    return name + " (" + String.join(", ", parameters) + ")";
  }

  /// Keys that are plain columns have their operator class here, by column.
  private static void operatorClasses(Index index, Arguments arguments) {
    var entries = new ArrayList<Item>();
    for (var key : index.keys()) {
      if (isPlain(key) && key.target() instanceof Target.OfColumn(var column)) {
        key.operatorClass()
            .ifPresent(it -> entries.add(entry(text(column.text()), text(Quote.word(it.name())))));
      }
    }
    if (!entries.isEmpty()) {
      arguments.add("postgresql_ops", dict(entries));
    }
  }

  static void parameters(List<Index.Parameter> parameters, Arguments arguments) {
    if (!parameters.isEmpty()) {
      arguments.add("postgresql_with", parameters(parameters));
    }
  }

  static Expression parameters(List<Index.Parameter> parameters) {
    return dict(parameters.stream().map(it -> entry(text(it.name()), text(it.value()))).toList());
  }
}
