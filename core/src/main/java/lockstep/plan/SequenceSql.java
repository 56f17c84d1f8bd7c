package lockstep.plan;

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

  private static String option(String words, long value, long usual) {
    return value == usual ? "" : words + value;
  }
}
