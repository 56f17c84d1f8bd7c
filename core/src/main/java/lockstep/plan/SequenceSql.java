package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import lockstep.schema.ScalarType;
import lockstep.schema.SequenceOptions;

/// How a sequence counts, in SQL.
final class SequenceSql {
  private SequenceSql() {}

  static String type(ScalarType type) {
    return type == ScalarType.BIGINT ? "" : " AS " + type.sql();
  }

  /// Returns what differs from a sequence without options, each with a space in front. Which way it
  /// counts decides what its limits are when nobody names them, and these where it starts.
  static String options(SequenceOptions options) {
    var isAscending = options.increment() > 0;
    var usual =
        isAscending
            ? SequenceOptions.ascending(options.type())
            : SequenceOptions.descending(options.type());
    return option(" INCREMENT BY ", options.increment(), 1)
        + option(" MINVALUE ", options.minimum(), usual.minimum())
        + option(" MAXVALUE ", options.maximum(), usual.maximum())
        + option(
            " START WITH ", options.start(), isAscending ? options.minimum() : options.maximum())
        + option(" CACHE ", options.cache(), usual.cache())
        + (options.cycling() == SequenceOptions.Cycling.CYCLES ? " CYCLE" : "");
  }

  /// Returns what must be said to make the one into the other, a clause each.
  static List<String> changes(SequenceOptions from, SequenceOptions to) {
    var clauses = new ArrayList<String>();
    clause("INCREMENT BY ", from.increment(), to.increment(), clauses);
    clause("MINVALUE ", from.minimum(), to.minimum(), clauses);
    clause("MAXVALUE ", from.maximum(), to.maximum(), clauses);
    clause("START WITH ", from.start(), to.start(), clauses);
    if (from.start() < to.minimum() || from.start() > to.maximum()) {
      // Where it stands may be out of the new limits, which PostgreSQL refuses.
      clauses.add("RESTART WITH " + to.start());
    }
    clause("CACHE ", from.cache(), to.cache(), clauses);
    if (from.cycling() != to.cycling()) {
      clauses.add(to.cycling() == SequenceOptions.Cycling.CYCLES ? "CYCLE" : "NO CYCLE");
    }
    return clauses;
  }

  private static void clause(String words, long from, long to, List<String> into) {
    if (from != to) {
      into.add(words + to);
    }
  }

  private static String option(String words, long value, long usual) {
    return value == usual ? "" : words + value;
  }
}
