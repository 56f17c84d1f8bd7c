package lockstep.plan;

import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.diff.Change;
import lockstep.diff.Difference;
import lockstep.schema.SqlExpression;
import lockstep.schema.Table;

/// What no plan does, because PostgreSQL has no statement for it: by which key the rows of a table
/// that is there go to partitions (PostgreSQL 18, 5.12.2).
public final class Impossible {
  private Impossible() {}

  /// @param source what messages call what is there
  public static List<Diagnostic> find(Difference difference, String source) {
    return difference.changes().stream().flatMap(it -> find(it, source).stream()).toList();
  }

  private static Optional<Diagnostic> find(Change change, String source) {
    return change instanceof Change.AlterObject it
            && it.from() instanceof Table from
            && it.to() instanceof Table to
            && !from.partitionKey().equals(to.partitionKey())
        ? Optional.of(
            Diagnostic.of(
                    PlanCode.IMPOSSIBLE,
                    new Place.InSource(source, it.object()),
                    "There is no way to make %s, which %s, into one that %s."
                        .formatted(
                            it.object(), words(from.partitionKey()), words(to.partitionKey())))
                .withAdvice(
                    "Make a table of another name that is as it shall be, copy the rows, give each"
                        + " the other's name, and run this again."))
        : Optional.empty();
  }

  private static String words(Optional<SqlExpression> key) {
    return key.map("is partitioned by `%s`"::formatted).orElse("is not partitioned");
  }
}
