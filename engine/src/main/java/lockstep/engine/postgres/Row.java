package lockstep.engine.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// The row that a query is at. Columns are counted from 1, as in SQL; it is not kept beyond the
/// call that receives it.
public final class Row {
  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  /// Returns a column that is never null.
  public String text(int column) {
    return optionalText(column)
        .orElseThrow(() -> new IllegalStateException("column " + column + " is null"));
  }

  public Optional<String> optionalText(int column) {
    try {
      return Optional.ofNullable(result.getString(column));
    } catch (SQLException e) {
      throw new IllegalStateException("column " + column + " cannot be read", e);
    }
  }

  public int integer(int column) {
    return Integer.parseInt(text(column));
  }

  public long number(int column) {
    return Long.parseLong(text(column));
  }

  /// Returns a boolean column, which PostgreSQL writes as `t` or `f`.
  public boolean isTrue(int column) {
    return text(column).equals("t");
  }

  public boolean isNull(int column) {
    return optionalText(column).isEmpty();
  }
}
