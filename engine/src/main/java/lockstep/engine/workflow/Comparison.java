package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lockstep.check.drift.ClientValueCheck;
import lockstep.check.drift.Closings;
import lockstep.check.drift.Drift;
import lockstep.check.drift.DriftCheck;
import lockstep.check.drift.Elsewhere;
import lockstep.check.drift.Ignored;
import lockstep.check.drift.Owners;
import lockstep.check.drift.Side;
import lockstep.check.drift.UnsaidFacets;
import lockstep.check.drift.UnsaidObjects;
import lockstep.diagnostic.Diagnostic;
import lockstep.diff.Difference;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.spelling.CommonSpelling;
import lockstep.engine.project.SourceSpec;
import lockstep.mapping.Reading;
import lockstep.plan.Plan;
import lockstep.plan.Planner;
import lockstep.plan.Style;
import lockstep.schema.Constraint;
import lockstep.schema.Extension;
import lockstep.schema.ObjectPath;
import lockstep.schema.Schema;
import lockstep.text.Order;

/// Two sources, compared as far as either can say.
///
/// @param drifts every difference between what shall be and what is
/// @param from the first, in the spelling of both
/// @param to the second, in the spelling of both
/// @param ignored what is left alone
/// @param notes what PostgreSQL was asked about and could not say
public record Comparison(
    List<Drift> drifts, Side from, Side to, Ignored ignored, List<Diagnostic> notes) {
  private static final int OLDEST_SERVER = 130000;
  private static final int NAMES_NOT_NULL = 180000;

  public Comparison {
    drifts = List.copyOf(drifts);
    notes = List.copyOf(notes);
  }

  /// Compares two sources, each as far as it can say. Where only PostgreSQL can tell whether two
  /// texts mean the same, the shadow is asked for; equal sources need none.
  static Comparison compare(Source from, Source to, Ignored ignored, Supplier<Shadow> shadow) {
    var left = from.withoutNotNull();
    var right = to.withoutNotNull();
    return (left == from && right == to) || from.namesNotNull() && to.namesNotNull()
        ? comparison(from, to, ignored, shadow)
        : comparison(left, right, ignored, shadow);
  }

  private static Comparison comparison(
      Source from, Source to, Ignored ignored, Supplier<Shadow> shadow) {
    var here = settled(from, to);
    var there = settled(to, from);
    if (isWrittenByHand(from.spec()) && mayHoldMore(to.spec())) {
      return schemas(here, within(here, there), ignored, shadow)
          .with(Elsewhere.leftAlone(here, there));
    }
    if (mayHoldMore(from.spec()) && isWrittenByHand(to.spec())) {
      return schemas(within(there, here), there, ignored, shadow)
          .with(Elsewhere.leftAlone(here, there));
    }
    var schemas = schemas(here, there, ignored, shadow);
    return hasClient(from.spec()) && hasClient(to.spec())
        ? schemas.with(ClientValueCheck.check(here, there))
        : schemas;
  }

  /// Where another database has an extension elsewhere, one that stands where it would by itself
  /// stands in the wrong place. Files that say nothing of the place mean any.
  private static Side settled(Source source, Source other) {
    var side = source.side();
    if (!(source.spec() instanceof SourceSpec.Database
        && other.spec() instanceof SourceSpec.Database)) {
      return side;
    }
    var schema = side.reading().schema();
    var others = other.reading().schema().extensions();
    var extensions =
        schema.extensions().stream()
            .map(
                it ->
                    others.stream().anyMatch(one -> isElsewhere(one, it))
                        ? it.in(Schema.DEFAULT_NAMESPACE)
                        : it)
            .toList();
    return with(schema.withExtensions(extensions), side);
  }

  private static boolean isElsewhere(Extension other, Extension one) {
    return other.name().equals(one.name())
        && other.namespace().isPresent()
        && one.namespace().isEmpty();
  }

  /// A source and what it said.
  ///
  /// @param version of the server that said it, where one did, as `server_version_num` has it
  record Source(SourceSpec spec, Side.Kind kind, Reading reading, IntSupplier version) {
    private Side side() {
      return new Side(spec.label(), reading, kind);
    }

    /// Whether it would have said what constraints are called that make columns NOT NULL.
    private boolean namesNotNull() {
      return spec instanceof SourceSpec.Empty
          || kind == Side.Kind.RECORDED && version.getAsInt() >= NAMES_NOT_NULL;
    }

    private Source withoutNotNull() {
      var parts = notNull(reading.schema());
      return parts.isEmpty()
          ? this
          : new Source(
              spec,
              kind,
              new Reading(
                  WithoutParts.of(reading.schema(), parts::contains),
                  reading.said(),
                  reading.origins(),
                  reading.diagnostics()),
              version);
    }

    private static Set<ObjectPath> notNull(Schema schema) {
      return schema
          .tables()
          .flatMap(
              it ->
                  it.value()
                      .constraints(Constraint.NotNull.class)
                      .map(
                          part ->
                              ObjectPath.of(ObjectPath.Kind.CONSTRAINT, it.name(), part.name())))
          .collect(Collectors.toSet());
    }
  }

  private static Comparison schemas(Side from, Side to, Ignored ignored, Supplier<Shadow> shadow) {
    var left = completed(from, to);
    var right = completed(to, from);
    var agreed =
        CommonSpelling.of(
            Owners.comparable(left.schema(), right.schema()),
            Owners.comparable(right.schema(), left.schema()),
            shadow);
    var notes = new ArrayList<>(agreed.notes());
    notes.addAll(left.notes());
    notes.addAll(right.notes());
    var here = with(agreed.from(), from);
    var there = with(agreed.to(), to);
    var drifts = DriftCheck.check(here, there, agreed.difference().changes(), ignored);
    return new Comparison(drifts, here, there, ignored, notes);
  }

  /// What people wrote has no words for all that a server says.
  private static UnsaidFacets.Completed completed(Side side, Side other) {
    var schema = side.reading().schema();
    var others = other.reading().schema();
    return switch (side.kind()) {
      case WRITTEN ->
          other.kind() == Side.Kind.WRITTEN
              ? asItIs(schema)
              : UnsaidFacets.complete(schema, others, side.name());
      case WRITTEN_WHOLE ->
          other.kind() == Side.Kind.RECORDED
              ? UnsaidFacets.completePartitions(
                  schema.with(schema.access().completedBy(others.access())), others, side.name())
              : asItIs(schema);
      case RECORDED -> asItIs(schema);
    };
  }

  private static UnsaidFacets.Completed asItIs(Schema schema) {
    return new UnsaidFacets.Completed(schema, List.of());
  }

  /// Returns what turns the first into the second, as far as it is for us to do: what people who
  /// write a schema cannot say is not there for them to drop.
  Difference difference() {
    var schema = to.reading().schema();
    var before = from.reading().schema();
    var meant =
        to.kind() == Side.Kind.WRITTEN && from.kind() != Side.Kind.WRITTEN
            ? UnsaidObjects.keep(schema, before)
            : schema;
    return new Difference(before, meant, DriftCheck.ours(from, with(meant, to), ignored));
  }

  /// Returns the differences with the statements that would end each, written as every server
  /// understands them.
  public List<Drift> closed() {
    if (drifts.stream().allMatch(Drift::isLeftAlone)) {
      return drifts;
    }
    var back = new Comparison(drifts, to, from, ignored, notes);
    return Closings.add(drifts, from, to, this::plan, back::plan);
  }

  private Plan plan() {
    return Planner.plan(difference(), Style.PLAIN, OLDEST_SERVER);
  }

  /// Returns the same comparison for a first source that has other names by then.
  Comparison after(Schema renamed, Supplier<Shadow> shadow) {
    return schemas(with(renamed, from), to, ignored, shadow);
  }

  private Comparison with(List<Drift> more) {
    var all = new ArrayList<>(drifts);
    all.addAll(more);
    all.sort(Order.by(Drift::isLeftAlone).then(Order.by(Drift::object)));
    return new Comparison(all, from, to, ignored, notes);
  }

  private static boolean isWrittenByHand(SourceSpec spec) {
    return switch (spec) {
      case SourceSpec.Prisma _, SourceSpec.Python _ -> true;
      case SourceSpec.Database _, SourceSpec.Sql _, SourceSpec.Migrations _, SourceSpec.Empty _ ->
          false;
    };
  }

  /// Whether other programs may have things in it, or somebody made them by hand.
  private static boolean mayHoldMore(SourceSpec spec) {
    return switch (spec) {
      case SourceSpec.Database _, SourceSpec.Migrations _ -> true;
      case SourceSpec.Prisma _, SourceSpec.Python _, SourceSpec.Sql _, SourceSpec.Empty _ -> false;
    };
  }

  private static boolean hasClient(SourceSpec spec) {
    return switch (spec) {
      case SourceSpec.Prisma _, SourceSpec.Python _ -> true;
      case SourceSpec.Database _, SourceSpec.Sql _, SourceSpec.Migrations _, SourceSpec.Empty _ ->
          false;
    };
  }

  /// Returns of a database what the schema is about: there may be more in it, namespaces of other
  /// programs, and extensions that the schema neither lists nor forbids.
  private static Side within(Side truth, Side database) {
    return with(
        Elsewhere.leaveOut(truth.reading().schema(), database.reading().schema()), database);
  }

  private static Side with(Schema schema, Side side) {
    var reading = side.reading();
    return new Side(
        side.name(),
        new Reading(schema, reading.said(), reading.origins(), reading.diagnostics()),
        side.kind());
  }
}
