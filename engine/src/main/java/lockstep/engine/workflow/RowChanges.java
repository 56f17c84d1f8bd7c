package lockstep.engine.workflow;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.StatementReader;
import lockstep.migration.Forfeit;
import lockstep.schema.Identifier;
import lockstep.schema.Schema;
import lockstep.schema.Table;
import lockstep.sql.ScriptPart;
import lockstep.sql.SqlToken;
import lockstep.sql.StatementSplitter;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// What a script of somebody's own does to rows that are there: no way back that is planned from
/// catalogs undoes that.
final class RowChanges {
  private static final String KIND = "change-rows";

  /// So many words behind `UPDATE` comes `SET`, with the table's name, its namespace and alias.
  private static final int BEFORE_SET = 8;

  private final Schema before;

  private RowChanges(Schema before) {
    this.before = before;
  }

  /// Returns the marks for a down file, each once. Tables and columns that the script makes are
  /// gone with what is in them, and are marked as such.
  ///
  /// @param before what stood when the script began
  static List<String> marks(SourceText script, Schema before) {
    var changes = new RowChanges(before);
    return StatementSplitter.split(script.content()).stream()
        .filter(ScriptPart.Statement.class::isInstance)
        .flatMap(it -> changes.of(script, it.span()))
        .distinct()
        .toList();
  }

  private Stream<String> of(SourceText script, Span span) {
    var tokens = StatementReader.tokens(script.content(), span);
    return switch (StatementReader.read(tokens)) {
      case Statement.Insert(var table) -> mark(table);
      case Statement.Delete(var table, var _) -> mark(table);
      case Statement.Truncate(var tables, var _) -> tables.stream().flatMap(this::mark);
      case Statement.Update(var name, var _) ->
          table(name).filter(it -> !fillsNewColumns(tokens, it.value())).stream()
              .map(RowChanges::mark);
      case Statement.DoBlock(var body) ->
          changesRows(SqlToken.of(body)) ? Stream.of(mark()) : none();
      case Statement.Other _ -> isOther(tokens) ? Stream.of(mark()) : none();
      default -> none();
    };
  }

  private static Stream<String> none() {
    return Stream.of();
  }

  private Stream<String> mark(ObjectName name) {
    return table(name).map(RowChanges::mark).stream();
  }

  private Optional<Schema.Named<Table>> table(ObjectName name) {
    return before
        .tables()
        .filter(it -> it.name().name().equals(name.name()))
        .filter(it -> name.namespace().map(it.name().namespace()::equals).orElse(true))
        .findFirst();
  }

  private static String mark(Schema.Named<Table> table) {
    return Forfeit.mark(
        KIND + ":" + table.name(),
        "What the migration did to rows of table %s is not taken back.".formatted(table.name()));
  }

  private static String mark() {
    return Forfeit.mark(KIND, "What the migration did to rows is not taken back.");
  }

  /// Copies, merges, and queries that write.
  private static boolean isOther(List<SqlToken> tokens) {
    var first = tokens.getFirst();
    return first.is("merge")
        || first.is("copy") && tokens.stream().anyMatch(it -> it.is("from"))
        || first.is("with") && changesRows(tokens);
  }

  private static boolean changesRows(List<SqlToken> tokens) {
    return IntStream.range(0, tokens.size() - 1)
        .anyMatch(
            at -> {
              var next = tokens.get(at + 1);
              return switch (tokens.get(at).text()) {
                case "insert", "merge" -> next.is("into");
                case "delete" -> next.is("from");
                case "truncate" -> true;
                case "update" -> (at == 0 || !tokens.get(at - 1).is("on")) && isSet(tokens, at);
                default -> false;
              };
            });
  }

  private static boolean isSet(List<SqlToken> tokens, int update) {
    return tokens.subList(update, Math.min(tokens.size(), update + BEFORE_SET)).stream()
        .anyMatch(it -> it.is("set"));
  }

  /// Returns whether an `UPDATE` writes only what was not there before.
  private static boolean fillsNewColumns(List<SqlToken> tokens, Table table) {
    var depth = 0;
    var isTarget = false;
    for (var token : tokens) {
      if (isTarget && table.column(identifier(token)).isPresent()
          || isTarget && token.depth() > 0) {
        return false;
      }
      depth += token.depth();
      if (depth == 0 && (token.is("from") || token.is("where"))) {
        return true;
      }
      isTarget = depth == 0 && (token.is("set") || token.text().equals(","));
    }
    return true;
  }

  private static Identifier identifier(SqlToken token) {
    var text = token.text();
    return Identifier.of(
        text.startsWith("\"") ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text);
  }
}
