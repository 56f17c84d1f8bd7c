package lockstep.engine.postgres.proof;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diff.Change;
import lockstep.diff.Differ;
import lockstep.diff.Difference;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.SqlError;
import lockstep.engine.postgres.TakenForGranted;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.engine.postgres.spelling.CommonSpelling;
import lockstep.plan.Plan;
import lockstep.plan.PlanCode;
import lockstep.plan.Planner;
import lockstep.plan.Step;
import lockstep.schema.Access;
import lockstep.schema.ObjectPath;
import lockstep.schema.Schema;
import lockstep.sql.Masked;
import lockstep.sql.Names;

/// Tries a plan: a copy of what is there, made in a shadow database, must become what shall be.
public final class PlanProof {
  private final Shadow shadow;
  private final Difference difference;

  private PlanProof(Shadow shadow, Difference difference) {
    this.shadow = shadow;
    this.difference = difference;
  }

  /// Returns what went wrong; empty where the plan does what it is there for, the order of columns
  /// in existing tables aside.
  public static Optional<Diagnostic> of(Plan plan, Difference difference, Shadow shadow) {
    return new PlanProof(shadow, difference).prove(plan);
  }

  /// Returns in what a schema that was reached is not what shall be; empty where it is.
  public static Optional<Diagnostic> compare(Schema reached, Difference difference, Shadow shadow) {
    return new PlanProof(shadow, difference).compare(reached);
  }

  private Optional<Diagnostic> prove(Plan plan) {
    try (var database = shadow.create()) {
      var from = difference.from();
      var copy = Planner.create(from.with(Access.UNSAID), Names.of(from));
      return run(copy.steps(), database)
          .map(it -> notCopied(it.step(), it.error()))
          .or(
              () ->
                  run(plan.steps().stream().filter(it -> !isAboutRoles(it)).toList(), database)
                      .map(
                          it ->
                              isOfServer(it.error()) ? lacking(it) : failed(it.step(), it.error())))
          .or(() -> compare(database));
    }
  }

  /// A step that the shadow refused, and why.
  record Refused(Step step, SqlError error) {}

  /// Runs steps one after the other, up to the first that is refused. Extensions that neither side
  /// lists and that the steps need all the same are made in passing.
  static Optional<Refused> run(List<Step> steps, ShadowDatabase database) {
    var extensions = new TakenForGranted(database);
    for (var step : steps) {
      var error = database.run(step.sql());
      while (error.filter(extensions::createFor).isPresent()) {
        error = database.run(step.sql());
      }
      if (error.isPresent()) {
        return Optional.of(new Refused(step, error.get()));
      }
    }
    return Optional.empty();
  }

  /// Roles belong to the whole server, and the shadow's has others.
  private static boolean isAboutRoles(Step step) {
    return switch (step.kind()) {
      case ALTER_OWNER, GRANT, ALTER_DEFAULT_PRIVILEGES -> true;
      default -> false;
    };
  }

  private Optional<Diagnostic> compare(ShadowDatabase database) {
    var read =
        Introspector.read(database.session(), IntrospectionOptions.everything("shadow database"));
    return compare(read.schema());
  }

  private Optional<Diagnostic> compare(Schema reached) {
    var agreed = CommonSpelling.of(reached, difference.to(), () -> shadow);
    var left = left(agreed.difference().changes());
    return left.isEmpty() ? Optional.empty() : Optional.of(incomplete(left));
  }

  /// What the plan was not to touch may stay different, such as tables of other tools; so may what
  /// the shadow needed and nobody asked about, such as an extension taken for granted.
  private List<Change> left(List<Change> changes) {
    var wanted = difference.changes().stream().map(Change::object).collect(Collectors.toSet());
    var before =
        Differ.diff(difference.from(), difference.to()).stream()
            .map(Change::object)
            .filter(it -> !wanted.contains(it))
            .collect(Collectors.toSet());
    return changes.stream()
        .filter(it -> !before.contains(it.object()))
        .filter(it -> isWanted(it, wanted))
        .toList();
  }

  private static boolean isWanted(Change change, Set<ObjectPath> wanted) {
    return switch (change) {
      case Change.ReorderColumns _, Change.ExpectView _, Change.AlterAccess _ -> false;
      // What is not built there is built here.
      case Change.AlterIndex it -> it.to().isBuilt();
      case Change.DropExtension _, Change.DropNamespace _ -> wanted.contains(change.object());
      default -> true;
    };
  }

  private static Diagnostic notCopied(Step step, SqlError error) {
    return untried(
        "The plan was not tried: the shadow server cannot hold a copy of %s: %s (%s)."
            .formatted(step.object(), error.message(), error.state()));
  }

  /// Whether the shadow has not a role that the database may well have, as a policy names one, or
  /// does not let us do what somebody may well do there, as make a foreign-data wrapper.
  private static boolean isOfServer(SqlError error) {
    return error.state().equals("42501")
        || error.state().equals("42704") && error.message().startsWith("role \"");
  }

  private static Diagnostic lacking(Refused it) {
    return untried(
        "The plan was tried up to %s only: the shadow server has other roles: %s (%s)."
            .formatted(it.step().object(), it.error().message(), it.error().state()));
  }

  private static Diagnostic untried(String fact) {
    return Diagnostic.of(PlanCode.UNTRIED, fact)
        .withAdvice("Read the plan with care, or name a server like yours with `--shadow-url`.");
  }

  private static Diagnostic failed(Step step, SqlError error) {
    return Diagnostic.of(
            PlanCode.NOT_PROVEN,
            "The plan fails in the shadow database at `%s`: %s (%s)."
                .formatted(Masked.firstLine(step.sql()), error.message(), error.state()))
        .withAdvice(
            "Change the schema in smaller steps, or take the plan with `--no-proof` and mend it.");
  }

  private static Diagnostic incomplete(List<Change> left) {
    var objects = left.stream().map(it -> it.object().toString()).distinct().toList();
    return Diagnostic.of(
            PlanCode.NOT_PROVEN,
            "After the plan the shadow database still differs in %s."
                .formatted(String.join(", ", objects)))
        .withAdvice("Please report it, and take the plan with `--no-proof` meanwhile.");
  }
}
