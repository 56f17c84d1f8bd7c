package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.Sequence;
import lockstep.schema.SequenceOptions;
import lockstep.sql.Names;
import lockstep.sql.Quote;

/// The statements about sequences that stand for themselves.
final class SequencePlan {
  private SequencePlan() {}

  static List<Step> create(QualifiedName name, Sequence sequence, Names names) {
    var steps = new ArrayList<Step>();
    steps.add(create(name, sequence.options(), names));
    sequence.ownedBy().ifPresent(it -> steps.add(own(name, it, names)));
    return steps;
  }

  static Step create(QualifiedName sequence, SequenceOptions options, Names names) {
    var name = names.of(sequence);
    return new Step(
        Step.Kind.CREATE_SEQUENCE,
        ObjectPath.of(ObjectPath.Kind.SEQUENCE, sequence),
        "CREATE SEQUENCE " + name + SequenceSql.type(options.type()) + SequenceSql.options(options),
        new Step.Reverse.Statement("DROP SEQUENCE " + name));
  }

  static Step own(QualifiedName sequence, Sequence.ColumnPath column, Names names) {
    var name = names.of(sequence);
    return new Step(
        Step.Kind.OWN_SEQUENCE,
        ObjectPath.of(ObjectPath.Kind.SEQUENCE, sequence),
        "ALTER SEQUENCE %s OWNED BY %s.%s"
            .formatted(name, names.of(column.table()), Quote.name(column.column())),
        new Step.Reverse.Statement("ALTER SEQUENCE " + name + " OWNED BY NONE"));
  }
}
