package lockstep.engine.migrate.prisma;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.StatementReader;
import lockstep.check.lint.statement.Word;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.SqlError;
import lockstep.migration.Forfeit;
import lockstep.schema.Identifier;
import lockstep.schema.Schema;
import lockstep.sql.Quote;
import lockstep.sql.ScriptPart;
import lockstep.sql.StatementSplitter;
import lockstep.text.SourceText;

/// A table or column that a down file drops, or a table that it empties, without a mark that says
/// so: files that people wrote have none. Rows that a condition names are what the file is there
/// for.
///
/// @param column empty for all of the table
public record DroppedData(
    Way way, Identifier namespace, Identifier table, Optional<Identifier> column) {
  private static final String NO_COLUMN = "42703";

  /// How the data go.
  enum Way {
    DROP_TABLE("drop-table"),
    DROP_COLUMN("drop-column"),
    DELETE_ROWS("delete-rows");

    private final String word;

    Way(String word) {
      this.word = word;
    }
  }

  /// Returns all that a file drops and does not mark.
  ///
  /// @param home the namespace of names that say none
  public static List<DroppedData> unmarked(SourceText down, Identifier home) {
    var marked = Forfeit.in(down);
    return StatementSplitter.split(down.content()).stream()
        .filter(ScriptPart.Statement.class::isInstance)
        .map(it -> StatementReader.read(StatementReader.tokens(down.content(), it.span())))
        .flatMap(it -> of(it, home))
        .filter(it -> !marked.contains(it.forfeit()))
        .filter(it -> !it.namespace().equals(home) || !marked.contains(it.asWritten()))
        .distinct()
        .toList();
  }

  private static Stream<DroppedData> of(Statement statement, Identifier home) {
    return switch (statement) {
      case Statement.Drop(var kind, var names, var _) when kind == ObjectKind.TABLE ->
          names.stream().map(it -> of(Way.DROP_TABLE, it, home, Optional.empty()));
      case Statement.AlterTable(var table, var actions, var _) ->
          actions.stream()
              .filter(Action.DropColumn.class::isInstance)
              .map(Action.DropColumn.class::cast)
              .map(it -> of(Way.DROP_COLUMN, table, home, Optional.of(it.column())));
      case Statement.Truncate(var tables, var _) ->
          tables.stream().map(it -> of(Way.DELETE_ROWS, it, home, Optional.empty()));
      case Statement.Delete(var table, var words) when !words.contains(Word.WHERE) ->
          Stream.of(of(Way.DELETE_ROWS, table, home, Optional.empty()));
      default -> Stream.of();
    };
  }

  private static DroppedData of(
      Way way, ObjectName table, Identifier home, Optional<Identifier> column) {
    return new DroppedData(way, table.namespace().orElse(home), table.name(), column);
  }

  /// Returns what allows it, as marks have it.
  public Forfeit forfeit() {
    var path = namespace.text() + "." + table.text();
    return new Forfeit(way.word + ":" + column.map(it -> path + "." + it.text()).orElse(path));
  }

  /// What is written for one namespace calls it `public`, whatever it is called in a database.
  private Forfeit asWritten() {
    return new DroppedData(way, Schema.DEFAULT_NAMESPACE, table, column).forfeit();
  }

  /// Returns whether anything is in it, or nobody may look.
  public boolean isThere(Session session) {
    var name = Quote.name(namespace) + "." + Quote.name(table);
    if (!session.hasRelation(name)) {
      return false;
    }
    var condition = column.map(it -> " where %s is not null".formatted(Quote.name(it))).orElse("");
    var query = "select exists (select from %s%s)".formatted(name, condition);
    try {
      return session.queryOne(query, row -> row.isTrue(1)).equals(Optional.of(true));
    } catch (SqlError.Thrown e) {
      return !e.error().state().equals(NO_COLUMN);
    }
  }
}
