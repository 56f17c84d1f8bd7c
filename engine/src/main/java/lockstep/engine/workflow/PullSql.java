package lockstep.engine.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lockstep.check.drift.DriftCheck;
import lockstep.check.drift.Elsewhere;
import lockstep.check.drift.Side;
import lockstep.check.drift.UnsaidFacets;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.diff.Change;
import lockstep.diff.Differ;
import lockstep.diff.Difference;
import lockstep.engine.postgres.script.Declarations;
import lockstep.engine.postgres.spelling.CommonSpelling;
import lockstep.engine.sink.FileChange;
import lockstep.mapping.Reading;
import lockstep.plan.Plan;
import lockstep.plan.Planner;
import lockstep.plan.Step;
import lockstep.plan.Style;
import lockstep.schema.ColumnValue;
import lockstep.schema.Namespace;
import lockstep.schema.ObjectPath;
import lockstep.schema.Schema;
import lockstep.schema.View;
import lockstep.sql.SqlToken;
import lockstep.sql.StatementSplitter;
import lockstep.text.SourceText;

/// Adds to the SQL files beside a schema what a database has and neither says. What people wrote in
/// them stays as it is.
final class PullSql {
  private static final Set<Step.Kind> DROPPING_PARTS =
      EnumSet.of(Step.Kind.DROP_FOREIGN_KEY, Step.Kind.DROP_CONSTRAINT, Step.Kind.DROP_INDEX);
  private static final String HEADER = "-- Beyond the Prisma schema: what it has no word for.\n\n";

  private final PullSchema.Request request;
  private final Reading target;
  private final List<SourceText> scripts;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private PullSql(PullSchema.Request request, Reading target) {
    this.request = request;
    this.target = target;
    this.scripts = request.reader().sql(request.schema());
  }

  /// How much of a database the files are about.
  enum Scope {
    ALL,
    /// The namespaces of which they say something.
    SAID
  }

  /// @param files those that are to be made or to be added to
  /// @param diagnostics what SQL files say that the database does not
  record Outcome(List<FileChange> files, List<Diagnostic> diagnostics) {
    Outcome {
      files = List.copyOf(files);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// @param target what the schema says once it has followed the database
  static Outcome run(PullSchema.Request request, Reading target, Schema database, Scope scope) {
    return new PullSql(request, target).run(database, scope);
  }

  private Outcome run(Schema database, Scope scope) {
    var label = request.schema().label();
    var reader = request.reader();
    var said = scripts.isEmpty() ? target : Extended.read(target, scripts, label, reader.shadow());
    if (said.hasErrors()) {
      return new Outcome(List.of(), said.diagnostics());
    }
    var meant =
        switch (scope) {
          case ALL -> database;
          case SAID -> Elsewhere.leaveOut(said.schema(), database);
        };
    var agreed = agreed(said, meant, diagnostics);
    var contradicted = new HashSet<ObjectPath>();
    var difference = difference(said, agreed, contradicted);
    // Statements that declare nothing are for databases with rows.
    var steps =
        plan(difference).steps().stream()
            .filter(it -> Declarations.isDeclaration(it.sql()))
            .toList();
    var tried = TriedSteps.of(target, said, scripts, steps, reader::shadow);
    diagnostics.addAll(tried.diagnostics());
    if (!difference.changes().isEmpty()) {
      var settled = new HashSet<>(contradicted);
      steps.stream()
          .filter(it -> !tried.steps().contains(it))
          .forEach(it -> settled.add(it.object()));
      left(tried.said(), meant).stream()
          .filter(it -> !settled.contains(it))
          .forEach(it -> diagnostics.add(left(it)));
    }
    return new Outcome(files(tried.steps()), diagnostics);
  }

  /// How a table is partitioned the files cannot say.
  private CommonSpelling.Agreed agreed(Reading said, Schema meant, List<Diagnostic> notes) {
    var completed =
        UnsaidFacets.completePartitions(
            withKnownViews(said.schema()), meant, request.schema().label());
    notes.addAll(completed.notes());
    return CommonSpelling.of(completed.schema(), meant, request.reader()::shadow);
  }

  /// Returns what is still different with what the files shall say.
  private Set<ObjectPath> left(Reading said, Schema meant) {
    var agreed = agreed(said, meant, new ArrayList<>());
    return changes(said, agreed).stream()
        .map(Change::object)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Diagnostic left(ObjectPath object) {
    return Diagnostic.of(
            WorkflowCode.NOT_DECLARED,
            "%s is not written as it is in %s: no statement that can be tried here says it."
                .formatted(object, request.database().label()))
        .withAdvice(TriedSteps.ADVICE);
  }

  /// What the schema makes in another form is made here instead, and not dropped first.
  private Plan plan(Difference difference) {
    var version = request.reader().serverVersion(request.database());
    var plan = Planner.plan(difference, Style.PLAIN, version);
    var changed = difference.changes().stream().map(Change::object).toList();
    var anew = new HashSet<ObjectPath>();
    plan.steps().stream()
        .filter(it -> DROPPING_PARTS.contains(it.kind()))
        .map(Step::object)
        .filter(changed::contains)
        .forEach(anew::add);
    difference.changes().stream()
        .filter(PullSql::isOfAnotherColumn)
        .map(Change::object)
        .forEach(anew::add);
    if (anew.isEmpty()) {
      return plan;
    }
    var from = WithoutParts.of(difference.from(), anew::contains);
    var changes =
        Differ.diff(from, difference.to()).stream()
            .filter(it -> changed.contains(it.object()))
            .toList();
    return Planner.plan(new Difference(from, difference.to(), changes), Style.PLAIN, version);
  }

  /// A column cannot become a generated one, nor count in another way, but by a detour.
  private static boolean isOfAnotherColumn(Change change) {
    return change instanceof Change.AlterColumn it
        && switch (it.to().value()) {
          case ColumnValue.Generated _ -> !(it.from().value() instanceof ColumnValue.Generated);
          case ColumnValue.Identity _ -> it.from().value() instanceof ColumnValue.Serial;
          case ColumnValue.None _, ColumnValue.Default _, ColumnValue.Serial _ -> false;
        };
  }

  /// Of a view, a Prisma schema says the columns; the query is beyond it.
  private static Schema withKnownViews(Schema it) {
    return it.withNamespaces(
        it.namespaces().stream()
            .map(in -> withKnownViews(in))
            .filter(
                in -> !in.objects().isEmpty() || it.namespace(in.name()).equals(Optional.of(in)))
            .toList());
  }

  private static Namespace withKnownViews(Namespace it) {
    return it.withObjects(
        it.objects().stream()
            .filter(object -> !(object instanceof View view && view.query().isEmpty()))
            .toList());
  }

  /// Returns what the files shall say as well. Where they say something else than the database,
  /// that is for people to settle.
  private Difference difference(
      Reading said, CommonSpelling.Agreed agreed, Set<ObjectPath> contradicted) {
    var bySql = Differ.diff(target.schema(), said.schema());
    var additions = new ArrayList<Change>();
    for (var change : changes(said, agreed)) {
      if (!isAddition(change) && bySql.stream().anyMatch(it -> says(it, change.object()))) {
        diagnostics.add(contradiction(change, said));
        contradicted.add(change.object());
      } else {
        additions.add(change);
      }
    }
    return new Difference(agreed.from(), agreed.to(), additions);
  }

  private List<Change> changes(Reading said, CommonSpelling.Agreed agreed) {
    return DriftCheck.ours(
            side(said, agreed.from()), side(said, agreed.to()), request.reader().ignored())
        .stream()
        .filter(PullSql::isForFiles)
        .toList();
  }

  private Side side(Reading reading, Schema schema) {
    return new Side(
        request.schema().label(),
        new Reading(schema, reading.said(), reading.origins(), List.of()),
        Side.Kind.WRITTEN_WHOLE);
  }

  private static boolean isAddition(Change change) {
    return change instanceof Change.Creation
        || change instanceof Change.AddColumn
        || change instanceof Change.AddConstraint
        || change instanceof Change.AddIndex;
  }

  /// Returns whether a change that SQL makes is about an object, or makes what that is a part of.
  private static boolean says(Change bySql, ObjectPath object) {
    return bySql.object().equals(object)
        || bySql instanceof Change.CreateObject
            && object.parent().equals(Optional.of(bySql.object()));
  }

  private static boolean isForFiles(Change change) {
    return !(change instanceof Change.ReorderColumns || change instanceof Change.AlterAccess);
  }

  private Diagnostic contradiction(Change change, Reading said) {
    var object = change.object();
    var place =
        said.origins()
            .find(object)
            .orElseGet(() -> new Place.InSource(request.schema().label(), object));
    return Diagnostic.of(
            WorkflowCode.SQL_SAYS_OTHERWISE,
            place,
            "The SQL files say something else of %s than %s."
                .formatted(object, request.database().label()))
        .withAdvice("Mend or remove the statement, or change the database by `lockstep push`.");
  }

  private List<FileChange> files(List<Step> steps) {
    var statements = new TreeMap<Path, List<Step>>();
    var folder = request.schema().sql().home().orElseThrow();
    for (var step : steps) {
      statements
          .computeIfAbsent(folder.resolve(SqlFileName.of(step.object())), _ -> new ArrayList<>())
          .add(step);
    }
    var changes = new ArrayList<FileChange>();
    statements.forEach((file, some) -> changes.add(change(file, some)));
    return changes;
  }

  private FileChange change(Path file, List<Step> steps) {
    var present = PullSchema.present(file);
    var added = steps.stream().map(it -> it.sql() + ";\n").collect(Collectors.joining("\n"));
    var before = present.map(PullSql::ended).orElse(HEADER);
    return new FileChange(
        request.environment().show(file),
        file,
        present.isPresent() ? FileChange.Kind.CHANGED : FileChange.Kind.CREATED,
        present,
        before + added);
  }

  /// The last statement of a file needs no semicolon, until another one follows.
  private static String ended(String text) {
    var parts = StatementSplitter.split(text);
    var isOpen =
        !parts.isEmpty()
            && SqlToken.of(text.substring(parts.getLast().span().end()), 1).stream()
                .noneMatch(it -> it.text().equals(";"));
    return text.stripTrailing() + (isOpen ? "\n;" : "") + "\n\n";
  }
}
