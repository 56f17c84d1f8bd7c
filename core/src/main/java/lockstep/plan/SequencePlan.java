package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /// @param path whose step it is: the sequence's, or that of the column that counts by it
  static Step alter(
      ObjectPath path,
      QualifiedName sequence,
      SequenceOptions from,
      SequenceOptions to,
      Names names) {
    return new Step(
        Step.Kind.ALTER_SEQUENCE,
        path,
        alterSql(sequence, from, to, names),
        new Step.Reverse.Statement(alterSql(sequence, to, from, names)),
        Conduct.BRIEF);
  }

  private static String alterSql(
      QualifiedName sequence, SequenceOptions from, SequenceOptions to, Names names) {
    var type = from.type() == to.type() ? "" : " AS " + to.type().sql();
    var changes = SequenceSql.changes(from, to);
    return "ALTER SEQUENCE "
        + names.of(sequence)
        + type
        + (changes.isEmpty() ? "" : " " + String.join(" ", changes));
  }

  static List<Step> alter(QualifiedName name, Sequence from, Sequence to, Names names) {
    var path = ObjectPath.of(ObjectPath.Kind.SEQUENCE, name);
    var steps = new ArrayList<Step>();
    if (!from.options().equals(to.options())) {
      steps.add(alter(path, name, from.options(), to.options(), names));
    }
    if (!from.ownedBy().equals(to.ownedBy())) {
      var alter = "ALTER SEQUENCE " + names.of(name) + " OWNED BY ";
      steps.add(
          new Step(
              Step.Kind.OWN_SEQUENCE,
              to.ownedBy().map(it -> ObjectPath.column(it.table(), it.column())).orElse(path),
              alter + owner(to, names),
              new Step.Reverse.Statement(alter + owner(from, names)),
              Conduct.BRIEF));
    }
    return steps;
  }

  /// Returns what keeps a sequence where the column goes that owns it.
  static Optional<Step> letGo(QualifiedName name, Sequence sequence, Names names) {
    var alter = "ALTER SEQUENCE " + names.of(name) + " OWNED BY ";
    return sequence
        .ownedBy()
        .map(
            it ->
                new Step(
                    Step.Kind.OWN_SEQUENCE,
                    ObjectPath.column(it.table(), it.column()),
                    alter + "NONE",
                    new Step.Reverse.Statement(alter + owner(sequence, names)),
                    Conduct.BRIEF));
  }

  private static String owner(Sequence sequence, Names names) {
    return sequence
        .ownedBy()
        .map(it -> names.of(it.table()) + "." + Quote.name(it.column()))
        .orElse("NONE");
  }

  static Step own(QualifiedName sequence, Sequence.ColumnPath column, Names names) {
    var name = names.of(sequence);
    return new Step(
        Step.Kind.OWN_SEQUENCE,
        ObjectPath.column(column.table(), column.column()),
        "ALTER SEQUENCE %s OWNED BY %s.%s"
            .formatted(name, names.of(column.table()), Quote.name(column.column())),
        new Step.Reverse.Statement("ALTER SEQUENCE " + name + " OWNED BY NONE"));
  }
}
