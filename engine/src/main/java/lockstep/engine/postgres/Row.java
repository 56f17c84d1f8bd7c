package lockstep.engine.postgres;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.postgresql.core.Tuple;

/// One row that a query answered. Columns are counted from 1, as in SQL.
public final class Row {
  private final Tuple values;

  Row(Tuple values) {
    this.values = values;
  }

  /// Returns a column that is never null.
  public String text(int column) {
    return text(bytes(column));
  }

  public Optional<String> optionalText(int column) {
    return Optional.ofNullable(values.get(column - 1)).map(Row::text);
  }

  public int integer(int column) {
    return Math.toIntExact(number(column));
  }

  public int integerOr(int column, int usual) {
    return isNull(column) ? usual : integer(column);
  }

  public long numberOr(int column, long usual) {
    return isNull(column) ? usual : number(column);
  }

  /// Returns a column of whole numbers. A large schema has a million of them, so none becomes a
  /// text first.
  public long number(int column) {
    var digits = bytes(column);
    var isNegative = digits[0] == '-';
    // The least number has no positive counterpart.
    var negative = 0L;
    for (var i = isNegative ? 1 : 0; i < digits.length; i++) {
      negative = negative * 10 - (digits[i] - '0');
    }
    return isNegative ? negative : -negative;
  }

  /// Returns whether a boolean column, which PostgreSQL writes as `t` or `f`, is true; NULL is not.
  public boolean isTrue(int column) {
    return !isNull(column) && bytes(column)[0] == 't';
  }

  public boolean isNull(int column) {
    return values.get(column - 1) == null;
  }

  private byte[] bytes(int column) {
    var bytes = values.get(column - 1);
    if (bytes == null) {
      throw new IllegalStateException("column " + column + " is null");
    }
    return bytes;
  }

  /// The server itself sees to it that these are UTF-8, whatever the database's encoding.
  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
