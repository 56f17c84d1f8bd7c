package lockstep.schema;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A named constraint of a table.
public sealed interface Constraint {
  Identifier name();

  Optional<String> comment();

  /// Returns the same constraint under another name.
  default Constraint named(Identifier other) {
    return switch (this) {
      case PrimaryKey it ->
          new PrimaryKey(other, it.columns, it.include, it.deferrability, it.index, it.comment);
      case Unique it ->
          new Unique(
              other, it.columns, it.include, it.nulls, it.deferrability, it.index, it.comment);
      case ForeignKey it ->
          new ForeignKey(
              other,
              it.columns,
              it.referencedTable,
              it.referencedColumns,
              it.onDelete,
              it.clearedColumns,
              it.onUpdate,
              it.match,
              it.deferrability,
              it.validity,
              it.period,
              it.comment);
      case Check it -> new Check(other, it.condition, it.inheritance, it.validity, it.comment);
      case NotNull it -> new NotNull(other, it.column, it.inheritance, it.validity, it.comment);
      case Exclusion it ->
          new Exclusion(
              other,
              it.method,
              it.elements,
              it.include,
              it.where,
              it.deferrability,
              it.index,
              it.comment);
    };
  }

  record PrimaryKey(
      Identifier name,
      List<Identifier> columns,
      List<Identifier> include,
      Deferrability deferrability,
      KeyIndex index,
      Optional<String> comment)
      implements Constraint {
    public PrimaryKey {
      columns = List.copyOf(columns);
      include = List.copyOf(include);
    }

    public PrimaryKey(
        Identifier name,
        List<Identifier> columns,
        List<Identifier> include,
        Deferrability deferrability,
        Optional<String> comment) {
      this(name, columns, include, deferrability, KeyIndex.STANDARD, comment);
    }
  }

  record Unique(
      Identifier name,
      List<Identifier> columns,
      List<Identifier> include,
      NullsDistinct nulls,
      Deferrability deferrability,
      KeyIndex index,
      Optional<String> comment)
      implements Constraint {
    public Unique {
      columns = List.copyOf(columns);
      include = List.copyOf(include);
    }

    public Unique(
        Identifier name,
        List<Identifier> columns,
        List<Identifier> include,
        NullsDistinct nulls,
        Deferrability deferrability,
        Optional<String> comment) {
      this(name, columns, include, nulls, deferrability, KeyIndex.STANDARD, comment);
    }
  }

  /// @param referencedColumns as many as `columns`, in the same order
  /// @param clearedColumns those that SET NULL or SET DEFAULT on deletion clears (PostgreSQL 15);
  ///   empty for all of `columns`
  record ForeignKey(
      Identifier name,
      List<Identifier> columns,
      QualifiedName referencedTable,
      List<Identifier> referencedColumns,
      ReferentialAction onDelete,
      List<Identifier> clearedColumns,
      ReferentialAction onUpdate,
      Match match,
      Deferrability deferrability,
      Validity validity,
      Period period,
      Optional<String> comment)
      implements Constraint {
    public ForeignKey {
      columns = List.copyOf(columns);
      referencedColumns = List.copyOf(referencedColumns);
      clearedColumns = List.copyOf(clearedColumns);
    }

    /// Returns the same reference, checked at other times.
    public ForeignKey with(
        Deferrability deferrability, Validity validity, Optional<String> comment) {
      return new ForeignKey(
          name,
          columns,
          referencedTable,
          referencedColumns,
          onDelete,
          clearedColumns,
          onUpdate,
          match,
          deferrability,
          validity,
          period,
          comment);
    }

    public ForeignKey(
        Identifier name,
        List<Identifier> columns,
        QualifiedName referencedTable,
        List<Identifier> referencedColumns,
        ReferentialAction onDelete,
        List<Identifier> clearedColumns,
        ReferentialAction onUpdate,
        Match match,
        Deferrability deferrability,
        Validity validity,
        Optional<String> comment) {
      this(
          name,
          columns,
          referencedTable,
          referencedColumns,
          onDelete,
          clearedColumns,
          onUpdate,
          match,
          deferrability,
          validity,
          Period.NONE,
          comment);
    }

    public ForeignKey(
        Identifier name,
        List<Identifier> columns,
        QualifiedName referencedTable,
        List<Identifier> referencedColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        Match match,
        Deferrability deferrability,
        Validity validity,
        Optional<String> comment) {
      this(
          name,
          columns,
          referencedTable,
          referencedColumns,
          onDelete,
          List.of(),
          onUpdate,
          match,
          deferrability,
          validity,
          comment);
    }
  }

  record Check(
      Identifier name,
      SqlExpression condition,
      Inheritance inheritance,
      Validity validity,
      Optional<String> comment)
      implements Constraint {}

  /// That a column is not NULL, where it has another name than PostgreSQL gives it, or another
  /// option (from PostgreSQL 18 on). The column says that it takes none as well.
  record NotNull(
      Identifier name,
      Identifier column,
      Inheritance inheritance,
      Validity validity,
      Optional<String> comment)
      implements Constraint {
    private static final Pattern USUAL = Pattern.compile(".*_not_null\\d*", Pattern.DOTALL);

    /// What stands at a column that somebody made `NOT NULL` and said no more of it.
    public static NotNull usual(Identifier table, Identifier column) {
      return new NotNull(
          GeneratedName.of(table, List.of(column.text()), "not_null"),
          column,
          Inheritance.INHERITED,
          Validity.VALID,
          Optional.empty());
    }

    /// Returns whether nobody need have said more than `NOT NULL`: the name is one that PostgreSQL
    /// gives, if only to a table that had another name then.
    public boolean isUsual() {
      return USUAL.matcher(name.text()).matches()
          && inheritance == Inheritance.INHERITED
          && validity == Validity.VALID
          && comment.isEmpty();
    }
  }

  /// @param elements what is compared, each with the operator that must not hold between two rows
  record Exclusion(
      Identifier name,
      Identifier method,
      List<Element> elements,
      List<Identifier> include,
      Optional<SqlExpression> where,
      Deferrability deferrability,
      KeyIndex index,
      Optional<String> comment)
      implements Constraint {
    public Exclusion(
        Identifier name,
        Identifier method,
        List<Element> elements,
        List<Identifier> include,
        Optional<SqlExpression> where,
        Deferrability deferrability,
        Optional<String> comment) {
      this(name, method, elements, include, where, deferrability, KeyIndex.STANDARD, comment);
    }

    public Exclusion {
      elements = List.copyOf(elements);
      include = List.copyOf(include);
    }

    /// @param operator as written after WITH, as in `&&`
    public record Element(Index.Key key, String operator) {}
  }

  /// The index behind a constraint.
  ///
  /// @param parameters storage parameters (`WITH`), in their source's order
  /// @param tablespace empty for the database's own
  /// @param period whether the last column is a time in which the others are a key
  record KeyIndex(
      List<Index.Parameter> parameters, Optional<Identifier> tablespace, Period period) {
    /// What a constraint has that says nothing about its index.
    public static final KeyIndex STANDARD = new KeyIndex(List.of(), Optional.empty(), Period.NONE);

    public KeyIndex {
      parameters = Index.Parameter.inOrder(parameters);
    }
  }

  /// Whether a key holds for a time (PostgreSQL 18, pg_constraint.conperiod).
  enum Period {
    NONE,
    /// The last column is a range: `WITHOUT OVERLAPS` of a key, `PERIOD` of a reference.
    OF_LAST_COLUMN
  }

  /// When a constraint is checked.
  enum Deferrability {
    NOT_DEFERRABLE,
    INITIALLY_IMMEDIATE,
    INITIALLY_DEFERRED
  }

  /// Whether all rows are known to hold.
  enum Validity {
    VALID,
    /// Rows that were there before were not looked at.
    NOT_VALID,
    /// No row is looked at (PostgreSQL 18).
    NOT_ENFORCED
  }

  /// Whether child tables take the check over (`NO INHERIT`).
  enum Inheritance {
    INHERITED,
    NOT_INHERITED
  }

  enum Match {
    SIMPLE,
    FULL
  }

  /// Whether two NULLs are different for a unique constraint or index (PostgreSQL 15).
  enum NullsDistinct {
    DISTINCT,
    NOT_DISTINCT
  }

  /// What happens to the referencing rows.
  enum ReferentialAction {
    NO_ACTION("NO ACTION"),
    RESTRICT("RESTRICT"),
    CASCADE("CASCADE"),
    SET_NULL("SET NULL"),
    SET_DEFAULT("SET DEFAULT");

    private final String sql;

    ReferentialAction(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }
}
