package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.diff.Change;
import lockstep.diff.Difference;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.OptionsObject;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema.Named;
import lockstep.schema.SqlExpression;
import lockstep.schema.Table;

/// What no plan does, because PostgreSQL has no statement for it: by which key the rows of a table
/// that is there go to partitions (PostgreSQL 18, 5.12.2), of which type that key is, and how a
/// range type compares that columns have.
public final class Impossible {
  private Impossible() {}

  /// @param source what messages call what is there
  public static List<Diagnostic> find(Difference difference, String source) {
    return difference.changes().stream()
        .flatMap(
            it ->
                Stream.of(
                        find(it, source),
                        key(it, difference, source),
                        range(it, difference, source))
                    .flatMap(Optional::stream))
        .toList();
  }

  /// PostgreSQL gives a column by which rows go to partitions neither another type nor another
  /// collation (PostgreSQL 18, ALTER TABLE).
  private static Optional<Diagnostic> key(Change change, Difference difference, String source) {
    if (!(change instanceof Change.AlterObject it) || !isMadeAnew(it)) {
      return Optional.empty();
    }
    return tables(difference)
        .filter(
            table ->
                table
                    .value()
                    .partitionKey()
                    .filter(key -> hasKeyOf(table.value(), key, it))
                    .isPresent())
        .findFirst()
        .map(
            table -> {
              var isType = it.to() instanceof EnumType;
              var word = isType ? "type" : "collation";
              var name = it.object().names().getLast();
              var values =
                  isType
                      ? " (values by way of their text, as in `key::text::%s`)".formatted(name)
                      : "";
              return Diagnostic.of(
                      PlanCode.IMPOSSIBLE,
                      new Place.InSource(source, it.object()),
                      "%s must be made anew, and %s is partitioned by it."
                          .formatted(it.object(), ObjectPath.table(table.name())))
                  .withAdvice(
                      ("Give this %s another name (`ALTER %s … RENAME TO %s_before`), make it anew,"
                              + " make the table with its partitions under other names, copy the"
                              + " rows%s, drop the table that was there before, give the tables the"
                              + " names, and run this again.")
                          .formatted(word, word.toUpperCase(Locale.ROOT), name, values));
            });
  }

  private static Stream<Named<Table>> tables(Difference difference) {
    return difference.from().tables().filter(it -> difference.to().table(it.name()).isPresent());
  }

  /// Whether an enum loses values or has them in another order, or a collation is another one.
  private static boolean isMadeAnew(Change.AlterObject it) {
    return switch (it.to()) {
      case EnumType to -> {
        var left = new ArrayList<>(to.values());
        left.retainAll(((EnumType) it.from()).values());
        yield !left.equals(((EnumType) it.from()).values());
      }
      case OptionsObject to when to.kind() == ObjectPath.Kind.COLLATION ->
          !to.definition().equals(((OptionsObject) it.from()).definition());
      default -> false;
    };
  }

  private static boolean hasKeyOf(Table table, SqlExpression key, Change.AlterObject it) {
    return isNamed(key, it.object().names().getLast())
        || table.columns().stream()
            .filter(column -> isOf(column, it.name()))
            .anyMatch(column -> isNamed(key, column.name()));
  }

  private static boolean isOf(Column column, QualifiedName name) {
    return column.type() instanceof ColumnType.Enumerated(var type) && type.equals(name)
        || column.collation().filter(name::equals).isPresent();
  }

  private static boolean isNamed(SqlExpression key, Identifier name) {
    return Pattern.compile("(?<!\\w)" + Pattern.quote(name.text()) + "(?!\\w)")
        .matcher(key.text())
        .find();
  }

  /// A range type brings functions of its name, which keep another one from being made beside it.
  private static Optional<Diagnostic> range(Change change, Difference difference, String source) {
    if (!(change instanceof Change.AlterObject it)
        || !(it.from() instanceof OptionsObject from)
        || !(it.to() instanceof OptionsObject to)
        || to.kind() != ObjectPath.Kind.RANGE_TYPE
        || from.definition().equals(to.definition())) {
      return Optional.empty();
    }
    return tables(difference)
        .flatMap(
            table ->
                table.value().columns().stream()
                    .filter(column -> isRange(column.type(), it.name()))
                    .map(column -> ObjectPath.column(table.name(), column.name())))
        .findFirst()
        .map(
            column ->
                Diagnostic.of(
                        PlanCode.IMPOSSIBLE,
                        new Place.InSource(source, it.object()),
                        "%s must be made anew, and %s has values of it."
                            .formatted(it.object(), column))
                    .withAdvice(
                        "Drop the views, functions, indexes, constraints and defaults that name it,"
                            + " give the columns the type text (`ALTER TABLE … ALTER COLUMN … TYPE"
                            + " text USING …::text`; text[] for arrays), drop the range type, and"
                            + " run this again: it makes all of them anew."));
  }

  private static boolean isRange(ColumnType type, QualifiedName name) {
    return switch (type) {
      case ColumnType.Range(var range) -> range.equals(name);
      case ColumnType.Array(var element, var _) -> isRange(element, name);
      default -> false;
    };
  }

  private static Optional<Diagnostic> find(Change change, String source) {
    return change instanceof Change.AlterObject it
            && it.from() instanceof Table from
            && it.to() instanceof Table to
            && !from.partitionKey().equals(to.partitionKey())
        ? Optional.of(
            Diagnostic.of(
                    PlanCode.IMPOSSIBLE,
                    new Place.InSource(source, it.object()),
                    "There is no way to make %s, which %s, into one that %s."
                        .formatted(
                            it.object(), words(from.partitionKey()), words(to.partitionKey())))
                .withAdvice(
                    "Make a table of another name that is as it shall be, copy the rows, give each"
                        + " the other's name, and run this again."))
        : Optional.empty();
  }

  private static String words(Optional<SqlExpression> key) {
    return key.map("is partitioned by `%s`"::formatted).orElse("is not partitioned");
  }
}
