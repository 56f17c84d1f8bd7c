package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.diff.Change;
import lockstep.plan.Conduct.Lock;
import lockstep.plan.Conduct.Work;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.ColumnValue;
import lockstep.schema.ColumnValue.Default;
import lockstep.schema.ColumnValue.Generated;
import lockstep.schema.ColumnValue.Identity;
import lockstep.schema.ColumnValue.None;
import lockstep.schema.ColumnValue.Serial;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.ScalarType;
import lockstep.schema.Sequence;
import lockstep.schema.SequenceOptions;
import lockstep.schema.SqlExpression;
import lockstep.sql.Names;
import lockstep.sql.Quote;
import lockstep.sql.TypeSql;

/// The statements about the columns of tables that are there.
final class ColumnPlan {
  private final Situation situation;
  private final QualifiedName table;
  private final Column from;
  private final Column to;
  private final ObjectPath path;
  private final List<Step> steps = new ArrayList<>();

  private ColumnPlan(Situation situation, Change.AlterColumn change) {
    this.situation = situation;
    this.table = change.table();
    this.from = change.from();
    this.to = change.to();
    this.path = change.object();
  }

  static List<Step> add(QualifiedName table, Column column, Situation situation) {
    var path = ObjectPath.column(table, column.name());
    var steps = new ArrayList<>(TablePlan.sequence(table, column, situation.names()));
    var add =
        new Step(
            Step.Kind.ADD_COLUMN,
            path,
            situation.alterTable(table) + "ADD COLUMN " + sql(table, column, situation),
            new Step.Reverse.Statement(
                situation.alterTable(table) + "DROP COLUMN " + Quote.name(column.name())),
            Conduct.of(Lock.ACCESS_EXCLUSIVE, addingWork(column)));
    steps.add(steps.isEmpty() ? 0 : 1, add);
    steps.addAll(
        TableFacetChange.of(table, column.with(Column.Storage.STANDARD), column, situation));
    return steps;
  }

  private static String sql(QualifiedName table, Column column, Situation situation) {
    return situation
        .to()
        .table(table)
        .map(it -> ColumnSql.of(table, column, it, situation.names()))
        .orElseGet(() -> ColumnSql.of(table, column, situation.names()));
  }

  /// Values that differ from row to row are written into every row (PostgreSQL 18, ALTER TABLE). A
  /// constant is kept beside the table.
  private static Work addingWork(Column column) {
    return switch (column.value()) {
      case None _ -> Work.CATALOG;
      case Default(var expression) ->
          expression.text().indexOf('(') >= 0 && !isStable(expression.text())
              ? Work.REWRITE
              : Work.CATALOG;
      case Generated(var _, var storage) ->
          storage == ColumnValue.GeneratedStorage.STORED ? Work.REWRITE : Work.CATALOG;
      case Serial _, Identity _ -> Work.REWRITE;
    };
  }

  private static boolean isStable(String expression) {
    return expression.equals("now()") || expression.equals("transaction_timestamp()");
  }

  static Step drop(QualifiedName table, Column column, Situation situation) {
    var path = ObjectPath.column(table, column.name());
    var isDerived = column.value() instanceof Generated;
    return new Step(
        Step.Kind.DROP_COLUMN,
        path,
        situation.alterTable(table) + "DROP COLUMN " + Quote.name(column.name()),
        isDerived
            ? new Step.Reverse.Statement(
                situation.alterTable(table)
                    + "ADD COLUMN "
                    + ColumnSql.of(table, column, situation.names()))
            : new Step.Reverse.None("The values are gone with the column."),
        Conduct.BRIEF,
        isDerived ? List.of() : List.of(Loss.of(Loss.Kind.COLUMN, path)));
  }

  /// Returns whether no statement turns the one into the other: the column is dropped and added
  /// again. Only values that follow from other columns may go that way unasked.
  static boolean isReplaced(Column from, Column to, Situation situation) {
    if (from.value().equals(to.value())) {
      return from.value() instanceof Generated && !sameType(from, to);
    }
    return switch (to.value()) {
      case Generated(var _, var storage) ->
          !(from.value() instanceof Generated before
              && before.storage() == storage
              && situation.isFrom(17)
              && sameType(from, to));
      case None _, Default _, Serial _, Identity _ ->
          from.value() instanceof Generated(var _, var storage)
              && storage == ColumnValue.GeneratedStorage.VIRTUAL;
    };
  }

  static boolean sameType(Column from, Column to) {
    return from.type().equals(to.type()) && from.collation().equals(to.collation());
  }

  /// Not for columns that are replaced.
  static List<Step> alter(Change.AlterColumn change, Situation situation) {
    var plan = new ColumnPlan(situation, change);
    plan.alter();
    return plan.steps;
  }

  private void alter() {
    var isValueChanged = !from.value().equals(to.value());
    var isTypeChanged = !sameType(from, to);
    var isDefaultInTheWay =
        isTypeChanged && from.value() instanceof Default && !isSameFamily(from.type(), to.type());
    if (isValueChanged || isDefaultInTheWay) {
      dropValue(isDefaultInTheWay);
    }
    if (to.isNullable() && !from.isNullable()) {
      dropNotNull();
    }
    if (isTypeChanged) {
      type();
    }
    if (!to.isNullable() && from.isNullable() && !isNamed()) {
      notNull();
    }
    if (isValueChanged || isDefaultInTheWay || isLiteralRetyped()) {
      setValue();
    }
    steps.addAll(TableFacetChange.of(table, from, to, situation));
  }

  private void dropValue(boolean isDefaultInTheWay) {
    switch (from.value()) {
      case None _ -> {}
      case Default(var expression) -> {
        if (isDefaultInTheWay || !(to.value() instanceof Default)) {
          brief("DROP DEFAULT", "SET DEFAULT " + expression);
        }
      }
      case Serial(var sequence, var options) -> {
        if (!(to.value() instanceof Serial)) {
          brief("DROP DEFAULT", "SET" + ColumnSql.value(table, unserial(from), situation.names()));
          var name = situation.names().of(sequence);
          var isKept =
              situation.to().object(ObjectPath.of(ObjectPath.Kind.SEQUENCE, sequence)).isPresent();
          add(
              Step.Kind.ALTER_TABLE,
              isKept ? "ALTER SEQUENCE " + name + " OWNED BY NONE" : "DROP SEQUENCE " + name,
              new Step.Reverse.Statement(
                  isKept
                      ? "ALTER SEQUENCE %s OWNED BY %s.%s"
                          .formatted(name, situation.names().of(table), Quote.name(from.name()))
                      : "CREATE SEQUENCE "
                          + name
                          + SequenceSql.type(options.type())
                          + SequenceSql.options(options)),
              Conduct.BRIEF);
        }
      }
      case Identity it -> {
        if (!(to.value() instanceof Identity)) {
          brief("DROP IDENTITY", "ADD" + ColumnSql.value(table, from, situation.names()));
        }
      }
      case Generated _ -> {
        if (!(to.value() instanceof Generated)) {
          irreversible("DROP EXPRESSION", "A column that is there cannot be made a generated one.");
        }
      }
    }
  }

  /// Whether a default that fits both types is a literal, which is of the type that the column had
  /// when it was set.
  private boolean isLiteralRetyped() {
    return from.value() instanceof Default(var expression)
        && expression.text().matches("(?s)(E?'|ARRAY\\[).*")
        && !scalar(from.type()).equals(scalar(to.type()));
  }

  private static Optional<ScalarType> scalar(ColumnType type) {
    return switch (type) {
      case ColumnType.Scalar(var scalar, var _) -> Optional.of(scalar);
      case ColumnType.Array(var element, var _) -> scalar(element);
      case ColumnType.Enumerated _,
          ColumnType.OfDomain _,
          ColumnType.Composite _,
          ColumnType.Range _,
          ColumnType.Opaque _ ->
          Optional.empty();
    };
  }

  /// A serial column's default in plain words.
  private Column unserial(Column it) {
    return it.value() instanceof Serial(var sequence, var _)
        ? new Column(
            it.name(),
            it.type(),
            it.nullability(),
            new Default(next(sequence)),
            it.collation(),
            it.comment())
        : it;
  }

  private SqlExpression next(QualifiedName sequence) {
    return new SqlExpression(
        "nextval(" + Quote.literal(situation.names().of(sequence)) + "::regclass)");
  }

  private void setValue() {
    switch (to.value()) {
      case None _ -> {}
      case Default(var expression) ->
          brief(
              "SET DEFAULT " + expression,
              from.value() instanceof Default(var before)
                  ? "SET DEFAULT " + before
                  : "DROP DEFAULT");
      case Serial(var sequence, var options) -> serial(sequence, options);
      case Identity it -> identity(it);
      case Generated(var expression, var _) ->
          add(
              Step.Kind.ALTER_TABLE,
              column() + "SET EXPRESSION AS (" + expression + ")",
              from.value() instanceof Generated(var before, var _)
                  ? new Step.Reverse.Statement(column() + "SET EXPRESSION AS (" + before + ")")
                  : new Step.Reverse.None("The values are gone with the column."),
              Conduct.of(Lock.ACCESS_EXCLUSIVE, Work.REWRITE));
    }
  }

  private void serial(QualifiedName sequence, SequenceOptions options) {
    var names = situation.names();
    if (from.value() instanceof Serial(var before, var optionsBefore)) {
      if (!before.equals(sequence)) {
        var renamed = QualifiedName.of(before.namespace(), sequence.name());
        add(
            Step.Kind.ALTER_TABLE,
            "ALTER SEQUENCE " + names.of(before) + " RENAME TO " + Quote.name(sequence.name()),
            new Step.Reverse.Statement(
                "ALTER SEQUENCE " + names.of(renamed) + " RENAME TO " + Quote.name(before.name())),
            Conduct.BRIEF);
      }
      if (!optionsBefore.equals(options)) {
        steps.add(SequencePlan.alter(path, sequence, optionsBefore, options, names));
      }
      return;
    }
    var existing = situation.from().object(ObjectPath.of(ObjectPath.Kind.SEQUENCE, sequence));
    if (existing.isEmpty()) {
      steps.add(asPart(SequencePlan.create(sequence, options, names)));
    }
    brief("SET DEFAULT " + next(sequence), "DROP DEFAULT");
    steps.add(SequencePlan.own(sequence, new Sequence.ColumnPath(table, to.name()), names));
    if (existing.isEmpty()) {
      startAfterRows(sequence);
    }
  }

  private Step asPart(Step it) {
    return new Step(Step.Kind.ALTER_TABLE, path, it.sql(), it.reverse(), Conduct.QUIET);
  }

  /// A sequence that starts at 1 would give numbers that rows already have.
  private void startAfterRows(QualifiedName sequence) {
    var column = Quote.name(to.name());
    add(
        Step.Kind.ALTER_TABLE,
        "SELECT setval(%s, COALESCE(MAX(%s), 0) + 1, false) FROM %s"
            .formatted(
                Quote.literal(situation.names().of(sequence)), column, situation.names().of(table)),
        new Step.Reverse.None("Where a sequence stood is not kept."),
        Conduct.of(Lock.NONE, Work.SCAN));
  }

  private void identity(Identity it) {
    if (!(from.value() instanceof Identity before)) {
      brief("ADD" + ColumnSql.value(table, to, situation.names()), "DROP IDENTITY");
      startAfterRows(it.sequence());
      return;
    }
    if (!before.sequence().equals(it.sequence())) {
      add(
          Step.Kind.ALTER_TABLE,
          "ALTER SEQUENCE "
              + situation.names().of(before.sequence())
              + " RENAME TO "
              + Quote.name(it.sequence().name()),
          new Step.Reverse.Statement(
              "ALTER SEQUENCE "
                  + situation.names().of(it.sequence())
                  + " RENAME TO "
                  + Quote.name(before.sequence().name())),
          Conduct.BRIEF);
    }
    var forward = identityChanges(before, it);
    if (!forward.isEmpty()) {
      brief(forward, identityChanges(it, before));
    }
  }

  private static String identityChanges(Identity from, Identity to) {
    var parts = new ArrayList<String>();
    if (from.mode() != to.mode()) {
      parts.add(
          switch (to.mode()) {
            case ALWAYS -> "SET GENERATED ALWAYS";
            case BY_DEFAULT -> "SET GENERATED BY DEFAULT";
          });
    }
    SequenceSql.changes(from.options(), to.options())
        .forEach(it -> parts.add(it.startsWith("RESTART") ? it : "SET " + it));
    return String.join(" ", parts);
  }

  /// A constraint that is made by itself makes the column NOT NULL.
  private boolean isNamed() {
    return situation
        .to()
        .table(table)
        .flatMap(it -> it.notNull(to.name()))
        .filter(it -> !it.isUsual())
        .isPresent();
  }

  private void dropNotNull() {
    brief("DROP NOT NULL", "SET NOT NULL");
  }

  /// A check that is known to hold spares `SET NOT NULL` the reading of the table under a lock that
  /// stops everybody (PostgreSQL 12, ALTER TABLE).
  private void notNull() {
    if (!situation.isInUse(table)) {
      add(
          Step.Kind.ALTER_TABLE,
          column() + "SET NOT NULL",
          new Step.Reverse.Statement(column() + "DROP NOT NULL"),
          Conduct.of(Lock.ACCESS_EXCLUSIVE, Work.SCAN));
      return;
    }
    var check = Quote.name(NotNullCheck.name(to.name()));
    var alter = situation.alterTable(table);
    var drop = alter + "DROP CONSTRAINT " + check;
    add(
        Step.Kind.ALTER_TABLE,
        alter
            + "ADD CONSTRAINT "
            + check
            + " CHECK ("
            + NotNullCheck.condition(to.name())
            + ") NOT VALID",
        new Step.Reverse.Statement(drop),
        Conduct.BRIEF);
    add(
        Step.Kind.ALTER_TABLE,
        alter + "VALIDATE CONSTRAINT " + check,
        new Step.Reverse.None("Nothing changed that anybody could see."),
        new Conduct(Lock.SHARE_UPDATE_EXCLUSIVE, Work.SCAN, Conduct.Transaction.OWN));
    brief("SET NOT NULL", "DROP NOT NULL");
    add(
        Step.Kind.ALTER_TABLE,
        drop,
        new Step.Reverse.None("The check was there for this change alone."),
        Conduct.BRIEF);
  }

  private void type() {
    var names = situation.names();
    var change = TypeChange.of(from, to);
    var losses =
        change.isNarrower() ? List.of(Loss.of(Loss.Kind.PRECISION, path)) : List.<Loss>of();
    steps.add(
        new Step(
            Step.Kind.ALTER_TABLE,
            path,
            column() + setType(from, to, names),
            new Step.Reverse.Statement(column() + setType(to, from, names)),
            Conduct.of(Lock.ACCESS_EXCLUSIVE, change.isRewriting() ? Work.REWRITE : Work.CATALOG),
            losses));
  }

  private static String setType(Column from, Column to, Names names) {
    return "SET DATA TYPE " + ColumnSql.collatedType(to, names) + using(from, to, names);
  }

  private static String using(Column from, Column to, Names names) {
    return isSameFamily(from.type(), to.type())
        ? ""
        : " USING " + cast(Quote.name(to.name()), from.type(), to.type(), names);
  }

  /// A value goes to and from an enum by way of its text.
  static String cast(String value, ColumnType from, ColumnType to, Names names) {
    var byText = isEnumerated(from) || isEnumerated(to);
    var brackets = to instanceof ColumnType.Array ? "[]" : "";
    return value + (byText ? "::text" + brackets : "") + "::" + TypeSql.of(to, names);
  }

  private static boolean isEnumerated(ColumnType type) {
    return switch (type) {
      case ColumnType.Enumerated _ -> true;
      case ColumnType.Array(var element, var _) -> isEnumerated(element);
      case ColumnType.Scalar _,
          ColumnType.OfDomain _,
          ColumnType.Composite _,
          ColumnType.Range _,
          ColumnType.Opaque _ ->
          false;
    };
  }

  /// Returns whether the types differ in their modifiers alone, so that every default fits both.
  static boolean isSameFamily(ColumnType from, ColumnType to) {
    return switch (from) {
      case ColumnType.Scalar(var type, var _) ->
          to instanceof ColumnType.Scalar(var other, var _)
              && (type == other || isText(type) && isText(other));
      case ColumnType.Array(var element, var _) ->
          to instanceof ColumnType.Array(var other, var _) && isSameFamily(element, other);
      case ColumnType.Enumerated _,
          ColumnType.OfDomain _,
          ColumnType.Composite _,
          ColumnType.Range _,
          ColumnType.Opaque _ ->
          from.equals(to);
    };
  }

  private static boolean isText(ScalarType type) {
    return type == ScalarType.TEXT || type == ScalarType.VARCHAR;
  }

  private String column() {
    return situation.alterColumn(table, to.name());
  }

  private void brief(String action, String reverse) {
    add(
        Step.Kind.ALTER_TABLE,
        column() + action,
        new Step.Reverse.Statement(column() + reverse),
        Conduct.BRIEF);
  }

  private void irreversible(String action, String reason) {
    add(Step.Kind.ALTER_TABLE, column() + action, new Step.Reverse.None(reason), Conduct.BRIEF);
  }

  private void add(Step.Kind kind, String sql, Step.Reverse reverse, Conduct conduct) {
    steps.add(new Step(kind, path, sql, reverse, conduct));
  }

  /// Returns how a column's default is taken away and put back, while what it needs is replaced.
  static Optional<String> defaultOf(Column column) {
    return column.value() instanceof Default(var expression)
        ? Optional.of(expression.text())
        : Optional.empty();
  }
}
