package lockstep.check.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.schema.Lineage;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.Table;

/// What a child table declares itself in one source and only has from its parents in another. The
/// table is the same until the parent changes; PostgreSQL has no statement about this alone.
final class OwnParts {
  private static final String DECLARED = "declared";
  private static final String INHERITED = "inherited";

  private final Findings findings;
  private final List<Drift> found = new ArrayList<>();

  private OwnParts(Findings findings) {
    this.findings = findings;
  }

  /// Returns a note for each column and constraint that both sides have.
  static List<Drift> find(Schema from, Schema to, Findings findings) {
    var parts = new OwnParts(findings);
    from.tables()
        .forEach(
            it -> to.table(it.name()).ifPresent(one -> parts.find(it.name(), it.value(), one)));
    return parts.found;
  }

  private void find(QualifiedName name, Table from, Table to) {
    if (from.lineage() instanceof Lineage.Inherits before
        && to.lineage() instanceof Lineage.Inherits after
        && before.kind().equals(after.kind())) {
      var here = declared(name, from, before);
      var there = declared(name, to, after);
      parts(name, from)
          .filter(parts(name, to).toList()::contains)
          .filter(it -> here.contains(it) != there.contains(it))
          .forEach(it -> found.add(note(it, here)));
    }
  }

  private static Stream<ObjectPath> parts(QualifiedName name, Table table) {
    return Stream.concat(
        table.columns().stream().map(it -> ObjectPath.column(name, it.name())),
        table.constraints().stream().map(it -> ObjectPath.of(Kind.CONSTRAINT, name, it.name())));
  }

  private static List<ObjectPath> declared(QualifiedName name, Table table, Lineage.Inherits it) {
    return parts(name, table)
        .filter(
            part ->
                part.kind() == Kind.COLUMN
                    ? it.own().contains(part.names().getLast())
                    : !it.inherited().constraints().contains(part.names().getLast()))
        .toList();
  }

  private Drift note(ObjectPath part, List<ObjectPath> here) {
    var isHere = here.contains(part);
    var fact =
        "%s is declared by the table itself in %s and only inherited in %s."
            .formatted(
                Findings.subject(part),
                isHere ? findings.fromName() : findings.toName(),
                isHere ? findings.toName() : findings.fromName());
    return findings
        .drift(
            DriftCode.OWN_PART,
            part,
            fact,
            Optional.of(isHere ? DECLARED : INHERITED),
            Optional.of(isHere ? INHERITED : DECLARED))
        .withAdvice(
            "It stays where it is declared when the parent's goes; no statement says that alone.");
  }
}
