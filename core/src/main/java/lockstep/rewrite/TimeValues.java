package lockstep.rewrite;

import java.util.Optional;
import java.util.Set;
import lockstep.rewrite.syntax.Expr;
import lockstep.schema.ColumnType;
import lockstep.schema.ScalarType;

/// Writes a time as its column takes it.
///
/// The client made times UTC, and gave texts to the server as they were. A driver takes times
/// alone, and for a column without a zone only those that name none (asyncpg 0.31).
record TimeValues(Draft draft) {
  private static final Set<ScalarType> TIMES = Set.of(ScalarType.TIMESTAMP, ScalarType.TIMESTAMPTZ);

  static boolean areOf(ColumnType type) {
    return type.isOneOf(TIMES);
  }

  /// Returns what stands for a value; empty where it stays as it is.
  Optional<String> write(ColumnType type, Expr value) {
    var isPlain = type.isOneOf(Set.of(ScalarType.TIMESTAMP));
    var written = written(value);
    if (written.isPresent()) {
      return Optional.of(
          (isPlain ? withoutZone(written.get()) : Optional.<String>empty())
              .orElseGet(() -> draft.source(written.get())));
    }
    if (draft.isText(value)) {
      draft.demand(
          value,
          "`%s` goes to a column of times, which takes no text."
              .formatted(Conditions.oneLine(draft.source(value))),
          isPlain
              ? "Read it by `datetime.fromisoformat(…)`; where that names UTC, say"
                  + " `.replace(tzinfo=None)` behind it."
              : "Read it by `datetime.fromisoformat(…)`.");
      return Optional.empty();
    }
    return isPlain ? withoutZone(value) : Optional.empty();
  }

  /// Returns the time that `isoformat()` makes a text of.
  private Optional<Expr> written(Expr value) {
    return value instanceof Expr.Call(var _, Expr.Attribute(var _, var of, var method), var given)
            && method.equals("isoformat")
            && given.isEmpty()
            && draft.times().kind(of).isTime()
        ? Optional.of(of)
        : Optional.empty();
  }

  private Optional<String> withoutZone(Expr value) {
    return switch (draft.times().kind(value)) {
      case UTC -> {
        var around = Times.withoutZone(value);
        yield Optional.of(around.before() + draft.source(value) + around.after());
      }
      case PLAIN, OF_ROW -> Optional.empty();
      case SPAN, OTHER -> {
        if (Values.isUnclear(value)) {
          draft.demand(
              value,
              "`%s` goes to a column without a zone: it has to be a time in UTC that names none."
                  .formatted(Conditions.oneLine(draft.source(value))),
              "Where it names UTC, say `.replace(tzinfo=None)`.");
        }
        yield Optional.empty();
      }
    };
  }
}
