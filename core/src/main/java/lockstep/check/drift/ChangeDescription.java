package lockstep.check.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Severity;
import lockstep.diff.Change;
import lockstep.schema.Column;
import lockstep.schema.CompositeType;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Extension;
import lockstep.schema.ObjectPath;
import lockstep.schema.OptionsObject;
import lockstep.schema.PrintedObject;
import lockstep.schema.QualifiedName;
import lockstep.schema.Sequence;
import lockstep.schema.Table;
import lockstep.schema.View;

/// Says of each change what is in one side and what in the other.
final class ChangeDescription {
  private final Findings findings;

  ChangeDescription(Findings findings) {
    this.findings = findings;
  }

  /// Returns at least one finding.
  List<Drift> of(Change change) {
    return switch (change) {
      case Change.CreateExtension it -> List.of(extension(it));
      case Change.Creation it -> List.of(findings.onlyTo(it.object(), it.object().kind().word()));
      case Change.Removal it -> List.of(findings.onlyFrom(it.object(), it.object().kind().word()));
      case Change.Alteration it -> inWords(it, alteration(it));
    };
  }

  /// A difference that no words show is still one.
  private List<Drift> inWords(Change change, List<Drift> described) {
    return described.isEmpty() ? List.of(findings.differs(change.object())) : described;
  }

  /// A schema that names no extensions means the tables in which their types stand; that the other
  /// side has some does no harm.
  private Drift extension(Change.CreateExtension change) {
    var drift = findings.onlyTo(change.object(), change.object().kind().word());
    return findings.namesExtensions() ? drift : drift.withSeverity(Severity.NOTE);
  }

  private List<Drift> alteration(Change.Alteration change) {
    var path = change.object();
    var definition = findings.definition();
    return switch (change) {
      case Change.AlterExtension it -> List.of(extension(it));
      case Change.AlterNamespace it ->
          List.of(findings.comment(path, it.from().comment(), it.to().comment()));
      case Change.AlterObject it -> object(it);
      case Change.AddColumn it ->
          List.of(findings.onlyTo(path, definition.column(it.table(), it.column())));
      case Change.DropColumn it ->
          List.of(findings.onlyFrom(path, definition.column(it.table(), it.column())));
      case Change.AlterColumn it -> new ColumnDescription(findings, it).facets();
      case Change.AddConstraint it ->
          List.of(findings.onlyTo(path, definition.constraint(it.constraint())));
      case Change.DropConstraint it ->
          List.of(findings.onlyFrom(path, definition.constraint(it.constraint())));
      case Change.AlterConstraint it ->
          definitions(
              DriftCode.CONSTRAINT,
              path,
              new Both(definition.constraint(it.from()), definition.constraint(it.to())),
              it.from().comment(),
              it.to().comment());
      case Change.AddIndex it -> List.of(findings.onlyTo(path, definition.index(it.index())));
      case Change.DropIndex it -> List.of(findings.onlyFrom(path, definition.index(it.index())));
      case Change.AlterIndex it ->
          definitions(
              DriftCode.INDEX,
              path,
              new Both(definition.index(it.from()), definition.index(it.to())),
              it.from().comment(),
              it.to().comment());
      case Change.ReorderColumns it -> List.of(order(it));
      case Change.AlterDatabaseObject it ->
          definitions(
              DriftCode.DEFINITION,
              path,
              new Both(definition.databaseObject(it.from()), definition.databaseObject(it.to())),
              it.from().comment(),
              it.to().comment());
      case Change.AlterAccess it ->
          List.of(
              findings.differs(
                  DriftCode.ACCESS,
                  path,
                  "has the access",
                  definition.access(it.from()),
                  definition.access(it.to())));
      case Change.ExpectView it -> List.of(findings.onlyTo(it.object(), "view"));
    };
  }

  private List<Drift> object(Change.AlterObject change) {
    var from = change.from();
    var sql = findings.definition();
    return switch (change.to()) {
      case EnumType to ->
          definitions(
              DriftCode.ENUM_VALUES, change, sql.enumType((EnumType) from), sql.enumType(to));
      case CompositeType to ->
          definitions(
              DriftCode.DEFINITION,
              change,
              sql.compositeType((CompositeType) from),
              sql.compositeType(to));
      case OptionsObject to ->
          definitions(
              DriftCode.DEFINITION,
              change,
              sql.optionsObject((OptionsObject) from),
              sql.optionsObject(to));
      case Domain to ->
          definitions(DriftCode.DEFINITION, change, sql.domain((Domain) from), sql.domain(to));
      case Sequence to ->
          definitions(
              DriftCode.DEFINITION, change, sql.sequence((Sequence) from), sql.sequence(to));
      case Table to ->
          definitions(DriftCode.DEFINITION, change, sql.facets((Table) from), sql.facets(to));
      case View to -> view(change.object(), (View) from, to);
      case PrintedObject to ->
          definitions(
              DriftCode.DEFINITION, change, sql.printed((PrintedObject) from), sql.printed(to));
    };
  }

  private List<Drift> definitions(
      DriftCode code, Change.AlterObject change, String before, String after) {
    return definitions(
        code,
        change.object(),
        new Both(before, after),
        change.from().comment(),
        change.to().comment());
  }

  private record Both(String from, String to) {}

  /// A definition that differs, a comment that differs, or both.
  private List<Drift> definitions(
      DriftCode code, ObjectPath path, Both both, Optional<String> before, Optional<String> after) {
    var all = new ArrayList<Drift>();
    if (!both.from().equals(both.to())) {
      all.add(findings.differs(code, path, "is", both.from(), both.to()));
    }
    if (!before.equals(after)) {
      all.add(findings.comment(path, before, after));
    }
    return all;
  }

  private Drift extension(Change.AlterExtension it) {
    return findings.differs(
        DriftCode.DEFINITION, it.object(), "is", describe(it.from()), describe(it.to()));
  }

  private static String describe(Extension it) {
    var namespace = it.namespace().map(name -> "SCHEMA " + name + " ").orElse("");
    return (namespace + it.version().map(version -> "VERSION " + version).orElse("")).strip();
  }

  private List<Drift> view(ObjectPath path, View from, View to) {
    var isKnown = from.query().isPresent() && to.query().isPresent();
    var both =
        isKnown
            ? new Both(findings.definition().view(from), findings.definition().view(to))
            : new Both(columns(path, from), columns(path, to));
    var all =
        new ArrayList<>(
            definitions(DriftCode.DEFINITION, path, both, from.comment(), to.comment()));
    if (isKnown) {
      to.columns().forEach(it -> all.addAll(columnComment(path, from, it)));
    }
    return all;
  }

  private List<Drift> columnComment(ObjectPath view, View from, Column column) {
    var before = from.column(column.name()).flatMap(Column::comment);
    var path = ObjectPath.viewColumn(relation(view), column.name());
    return before.equals(column.comment())
        ? List.of()
        : List.of(findings.comment(path, before, column.comment()));
  }

  private static QualifiedName relation(ObjectPath path) {
    return new QualifiedName(path.names().getFirst(), path.names().getLast());
  }

  private String columns(ObjectPath path, View view) {
    var name = relation(path);
    return String.join(
        ", ",
        view.columns().stream()
            .map(it -> it.name() + " " + findings.definition().column(name, it))
            .sorted()
            .toList());
  }

  private Drift order(Change.ReorderColumns it) {
    var before = String.join(", ", it.from().stream().map(name -> name.text()).toList());
    var after = String.join(", ", it.to().stream().map(name -> name.text()).toList());
    return findings.differs(
        DriftCode.COLUMN_ORDER, it.object(), "has its columns in the order", before, after);
  }
}
