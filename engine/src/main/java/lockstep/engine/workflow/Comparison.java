package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import lockstep.check.drift.Drift;
import lockstep.check.drift.DriftCheck;
import lockstep.check.drift.Side;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.spelling.CommonSpelling;
import lockstep.mapping.Reading;
import lockstep.schema.Extension;
import lockstep.schema.Identifier;
import lockstep.schema.Namespace;
import lockstep.schema.Schema;

/// Two sources, compared as far as either can say.
///
/// @param drifts every difference between what shall be and what is
/// @param notes what PostgreSQL was asked about and could not say
record Comparison(List<Drift> drifts, List<Diagnostic> notes) {
  Comparison {
    drifts = List.copyOf(drifts);
    notes = List.copyOf(notes);
  }

  /// Compares two sources. Where only PostgreSQL can tell whether two texts mean the same, the
  /// shadow is asked for; equal sources need none.
  static Comparison compare(Side from, Side to, Supplier<Shadow> shadow) {
    var agreed = CommonSpelling.of(from.reading().schema(), to.reading().schema(), shadow);
    return new Comparison(
        DriftCheck.check(with(agreed.from(), from), with(agreed.to(), to)), agreed.notes());
  }

  /// Compares a schema with a live database, in which there may be more than the schema is about:
  /// namespaces of other programs, and extensions that it neither lists nor forbids.
  static Comparison compareWithDatabase(Side truth, Side database, Supplier<Shadow> shadow) {
    var schema = truth.reading().schema();
    var names = schema.namespaces().stream().map(Namespace::name).toList();
    var read = database.reading().schema();
    var restricted = new Schema(listed(read, schema), only(read, names));
    return compare(truth, with(restricted, database), shadow);
  }

  private static Side with(Schema schema, Side side) {
    var reading = side.reading();
    return new Side(
        side.name(),
        new Reading(schema, reading.mapping(), reading.origins(), reading.diagnostics()));
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
