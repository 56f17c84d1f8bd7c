package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.schema.Index;
import lockstep.schema.ObjectPath;
import lockstep.sql.StorageParameters;

/// Other storage parameters for what is there.
final class StorageChange {
  private StorageChange() {}

  /// @param alter as in `ALTER TABLE "users" `
  static List<Step> of(
      Step.Kind kind,
      ObjectPath path,
      String alter,
      List<Index.Parameter> from,
      List<Index.Parameter> to) {
    var steps = new ArrayList<Step>();
    set(kind, path, alter, from, to).ifPresent(steps::add);
    reset(kind, path, alter, from, to).ifPresent(steps::add);
    return steps;
  }

  private static Optional<Step> set(
      Step.Kind kind,
      ObjectPath path,
      String alter,
      List<Index.Parameter> from,
      List<Index.Parameter> to) {
    var changed = to.stream().filter(it -> !from.contains(it)).toList();
    return step(
        kind, path, StorageParameters.sql(alter + "SET ", changed), undo(alter, changed, from));
  }

  private static Optional<Step> reset(
      Step.Kind kind,
      ObjectPath path,
      String alter,
      List<Index.Parameter> from,
      List<Index.Parameter> to) {
    var gone = from.stream().filter(it -> !has(to, it)).toList();
    return step(kind, path, names(alter, gone), StorageParameters.sql(alter + "SET ", gone));
  }

  private static String undo(
      String alter, List<Index.Parameter> changed, List<Index.Parameter> from) {
    var before = from.stream().filter(it -> has(changed, it)).toList();
    return before.size() == changed.size()
        ? StorageParameters.sql(alter + "SET ", before)
        : names(alter, changed);
  }

  private static boolean has(List<Index.Parameter> all, Index.Parameter it) {
    return all.stream().anyMatch(other -> other.name().equals(it.name()));
  }

  private static String names(String alter, List<Index.Parameter> parameters) {
    return parameters.isEmpty()
        ? ""
        : alter
            + "RESET ("
            + String.join(", ", parameters.stream().map(Index.Parameter::name).toList())
            + ")";
  }

  private static Optional<Step> step(Step.Kind kind, ObjectPath path, String sql, String reverse) {
    return sql.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Step(
                kind,
                path,
                sql,
                new Step.Reverse.Statement(reverse),
                Conduct.of(Conduct.Lock.SHARE_UPDATE_EXCLUSIVE, Conduct.Work.CATALOG)));
  }
}
