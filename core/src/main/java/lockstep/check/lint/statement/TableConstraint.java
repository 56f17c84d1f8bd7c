package lockstep.check.lint.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.schema.Identifier;
import lockstep.text.Span;

/// A constraint as `CREATE TABLE`, a column or `ADD CONSTRAINT` defines it.
///
/// @param columns those that it is over, in order; empty for a check
/// @param index the one of `USING INDEX`
/// @param referenced a foreign key's other table
/// @param referencedColumns empty where the other table's primary key is meant
/// @param expression a check's, in words parted by one space; else empty
public record TableConstraint(
    Span span,
    Kind kind,
    Optional<Identifier> name,
    List<Identifier> columns,
    Optional<Identifier> index,
    Optional<ObjectName> referenced,
    List<Identifier> referencedColumns,
    String expression,
    Set<Word> words) {
  /// What a constraint demands.
  public enum Kind {
    PRIMARY_KEY("primary key"),
    UNIQUE("unique constraint"),
    FOREIGN_KEY("foreign key"),
    CHECK("check"),
    EXCLUDE("exclusion constraint"),
    NOT_NULL("not-null constraint");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public TableConstraint {
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
    words = Set.copyOf(words);
  }

  public boolean has(Word word) {
    return words.contains(word);
  }

  /// Returns its name, or what it is where PostgreSQL has to name it.
  public String title() {
    return name.map("`%s`"::formatted).orElse("without a name");
  }
}
