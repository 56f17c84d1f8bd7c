package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.List;
import lockstep.check.drift.Drift;
import lockstep.check.drift.DriftCheck;
import lockstep.check.drift.Side;
import lockstep.mapping.Reading;
import lockstep.schema.Extension;
import lockstep.schema.Identifier;
import lockstep.schema.Namespace;
import lockstep.schema.Schema;

/// Two sources, compared as far as either can say.
final class Comparison {
  private Comparison() {}

  /// Returns every difference between what shall be and what is.
  static List<Drift> compare(Side from, Side to) {
    return DriftCheck.check(from, to);
  }

  /// Compares a schema with a live database, in which there may be more than the schema is about:
  /// namespaces of other programs, and extensions that it neither lists nor forbids.
  static List<Drift> compareWithDatabase(Side truth, Side database) {
    var schema = truth.reading().schema();
    var names = schema.namespaces().stream().map(Namespace::name).toList();
    var read = database.reading();
    var restricted =
        new Reading(
            new Schema(listed(read.schema(), schema), only(read.schema(), names)),
            read.mapping(),
            read.origins(),
            read.diagnostics());
    return compare(truth, new Side(database.name(), restricted));
  }

  private static List<Extension> listed(Schema read, Schema truth) {
    var names = truth.extensions().stream().map(Extension::name).toList();
    return read.extensions().stream().filter(it -> names.contains(it.name())).toList();
  }

  private static List<Namespace> only(Schema read, List<Identifier> names) {
    var all = new ArrayList<Namespace>();
    for (var it : read.namespaces()) {
      if (names.contains(it.name()) || it.name().equals(Schema.DEFAULT_NAMESPACE)) {
        all.add(it);
      }
    }
    return all;
  }
}
