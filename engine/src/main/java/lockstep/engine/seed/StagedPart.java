package lockstep.engine.seed;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lockstep.schema.Constraint;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.sql.Names;
import lockstep.sql.Quote;

/// One of the things by which a reference finds its row.
sealed interface StagedPart {
  Names NAMES = Names.qualified(List.of());

  /// @param column of the table that is looked into
  /// @param staged what the value is called among the staged rows
  record Value(Identifier column, String staged) implements StagedPart {}

  /// @param key whose columns are filled from the row that `by` finds
  record Reference(Constraint.ForeignKey key, List<StagedPart> by) implements StagedPart {
    public Reference {
      by = List.copyOf(by);
    }

    QualifiedName table() {
      return key.referencedTable();
    }

    /// Returns queries for the values of the foreign key's columns, in their order, for the staged
    /// row `s`.
    List<String> queries() {
      return queries(1);
    }

    private List<String> queries(int depth) {
      var alias = "r" + depth;
      var where =
          by.stream()
              .flatMap(it -> it.conditions(alias, depth).stream())
              .collect(Collectors.joining(" AND "));
      return key.referencedColumns().stream()
          .map(
              it ->
                  "(SELECT %s.%s FROM %s %s WHERE %s)"
                      .formatted(alias, Quote.name(it), NAMES.of(table()), alias, where))
          .toList();
    }
  }

  /// Returns what is true of the row that is meant.
  private List<String> conditions(String alias, int depth) {
    return switch (this) {
      case Value(var column, var staged) ->
          List.of("%s.%s = s.%s".formatted(alias, Quote.name(column), staged));
      case Reference it -> {
        var queries = it.queries(depth + 1);
        yield IntStream.range(0, queries.size())
            .mapToObj(
                i ->
                    "%s.%s = %s"
                        .formatted(alias, Quote.name(it.key().columns().get(i)), queries.get(i)))
            .toList();
      }
    };
  }
}
