package lockstep.plan;

import lockstep.schema.ScalarType;
import lockstep.schema.SequenceOptions;

/// How a sequence counts, in SQL.
final class SequenceSql {
  private SequenceSql() {}

  static String type(ScalarType type) {
    return type == ScalarType.BIGINT ? "" : " AS " + type.sql();
  }

  /// Returns what differs from an ascending sequence without options, each with a space in front.
  static String options(SequenceOptions options) {
    var usual = SequenceOptions.ascending(options.type());
    return option(" INCREMENT BY ", options.increment(), usual.increment())
        + option(" MINVALUE ", options.minimum(), usual.minimum())
        + option(" MAXVALUE ", options.maximum(), usual.maximum())
        + start(options)
        + option(" CACHE ", options.cache(), usual.cache())
        + (options.cycling() == SequenceOptions.Cycling.CYCLES ? " CYCLE" : "");
  }

  /// An unnamed start is the lowest value, not 1.
  private static String start(SequenceOptions options) {
    return option(" START WITH ", options.start(), options.minimum());
  }

  private static String option(String words, long value, long usual) {
    return value == usual ? "" : words + value;
  }
}
