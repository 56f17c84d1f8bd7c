package lockstep.check.lint.rule;

import java.util.List;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.ColumnDefinition;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.TypeName;

/// A new table whose columns of fixed width stand so that its rows are padded between them.
///
/// Widths and alignments are those of `typlen` and `typalign` in `pg_type` (PostgreSQL 13 to 18).
final class PaddedRows implements Rule {
  /// Rows begin at multiples of so many bytes: less than that is saved by no order.
  private static final int WORTH_SAYING = 8;

  private static final int UUID_WIDTH = 16;

  @Override
  public LintCode code() {
    return LintCode.PADDED_ROWS;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.CreateTable it) {
      var padding = padding(it.columns());
      if (padding >= WORTH_SAYING) {
        findings.add(
            step.span(),
            "Each row of `%s` has %d bytes of padding between its columns."
                .formatted(it.name(), padding),
            "Put columns of 8 bytes first, then those of 4, 2 and 1, and those without a fixed width"
                + " last.");
      }
    }
  }

  /// Where a column without a fixed width ends is different in each row: what follows it is taken
  /// to need no padding.
  private static int padding(List<ColumnDefinition> columns) {
    var padding = 0;
    var offset = 0;
    for (var column : columns) {
      var width = width(column.type());
      if (width == 0) {
        offset = 0;
      } else {
        var alignment = width == UUID_WIDTH ? 1 : width;
        var missing = Math.floorMod(-offset, alignment);
        padding += missing;
        offset += missing + width;
      }
    }
    return padding;
  }

  /// Returns the bytes of a value; 0 for a type whose values have different ones, or that is not
  /// known.
  private static int width(TypeName type) {
    if (type.dimensions() > 0) {
      return 0;
    }
    return switch (type.name()) {
      case "bigint",
          "bigserial",
          "double precision",
          "timestamp with time zone",
          "timestamp without time zone",
          "time without time zone",
          "money" ->
          8;
      case "integer", "serial", "real", "date", "oid" -> 4;
      case "smallint", "smallserial" -> 2;
      case "boolean" -> 1;
      case "uuid" -> UUID_WIDTH;
      default -> 0;
    };
  }
}
