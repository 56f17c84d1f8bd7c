package lockstep.plan;

import java.util.List;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.ScalarType;

/// What becomes of the values of a column whose type changes (PostgreSQL 18, ALTER TABLE and the
/// casts of its types).
///
/// @param isRewriting whether every row is written anew, not only the catalog
/// @param isNarrower whether some values of the old type have no place in the new one
record TypeChange(boolean isRewriting, boolean isNarrower) {
  private static final TypeChange NONE = new TypeChange(false, false);

  /// Types whose every value fits into those that stand after it.
  private static final List<List<ScalarType>> WIDER =
      List.of(
          List.of(ScalarType.SMALLINT, ScalarType.INTEGER, ScalarType.BIGINT, ScalarType.NUMERIC),
          List.of(ScalarType.REAL, ScalarType.DOUBLE_PRECISION),
          List.of(ScalarType.DATE, ScalarType.TIMESTAMP, ScalarType.TIMESTAMPTZ),
          List.of(ScalarType.CIDR, ScalarType.INET),
          List.of(ScalarType.JSON, ScalarType.JSONB));

  static TypeChange of(Column from, Column to) {
    return from.type().equals(to.type()) ? NONE : of(from.type(), to.type());
  }

  private static TypeChange of(ColumnType from, ColumnType to) {
    if (from instanceof ColumnType.Array(var a, var _)
        && to instanceof ColumnType.Array(var b, var _)) {
      return a.equals(b) ? NONE : new TypeChange(true, of(a, b).isNarrower());
    }
    if (from instanceof ColumnType.Scalar before && to instanceof ColumnType.Scalar after) {
      return scalars(before, after);
    }
    var isToText =
        to instanceof ColumnType.Scalar(var type, var modifiers)
            && (type == ScalarType.TEXT || type == ScalarType.VARCHAR && modifiers.isEmpty());
    return new TypeChange(true, !isToText);
  }

  private static TypeChange scalars(ColumnType.Scalar from, ColumnType.Scalar to) {
    var isFree = isText(to.type()) && to.modifiers().isEmpty();
    if (isText(from.type()) && isText(to.type())) {
      var isWider = isFree || !from.modifiers().isEmpty() && length(to) >= length(from);
      return new TypeChange(!isWider, !isWider);
    }
    if (isFree) {
      return new TypeChange(from.type() != ScalarType.CITEXT, false);
    }
    if (from.type() == to.type()) {
      return sameType(from, to);
    }
    var isWider =
        WIDER.stream()
            .anyMatch(
                it ->
                    it.contains(from.type())
                        && it.indexOf(to.type()) > it.indexOf(from.type())
                        && to.modifiers().isEmpty());
    var isSameBytes = from.type() == ScalarType.CIDR && to.type() == ScalarType.INET;
    return new TypeChange(!isSameBytes, !isWider);
  }

  /// Fewer digits or a shorter text may not hold what was there.
  private static TypeChange sameType(ColumnType.Scalar from, ColumnType.Scalar to) {
    if (to.modifiers().isEmpty()) {
      return NONE;
    }
    var isWider =
        switch (from.type()) {
          case NUMERIC ->
              !from.modifiers().isEmpty()
                  && to.modifiers().get(1).equals(from.modifiers().get(1))
                  && length(to) >= length(from);
          case VARBIT, TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ ->
              !from.modifiers().isEmpty() && length(to) >= length(from);
          default -> false;
        };
    var isCharOnly = from.type() == ScalarType.CHAR && length(to) >= length(from);
    return new TypeChange(!isWider, !isWider && !isCharOnly);
  }

  private static int length(ColumnType.Scalar type) {
    return type.modifiers().isEmpty() ? Integer.MAX_VALUE : type.modifiers().getFirst();
  }

  private static boolean isText(ScalarType type) {
    return type == ScalarType.TEXT || type == ScalarType.VARCHAR;
  }
}
