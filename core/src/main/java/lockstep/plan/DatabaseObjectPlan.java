package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.schema.Cast;
import lockstep.schema.DatabaseObject;
import lockstep.schema.EventTrigger;
import lockstep.schema.ForeignSource;
import lockstep.schema.ObjectPath;
import lockstep.schema.Publication;
import lockstep.schema.Reaction.Enabled;
import lockstep.sql.Masked;
import lockstep.sql.Quote;

/// The statements about publications, event triggers, casts and foreign sources.
final class DatabaseObjectPlan {
  private DatabaseObjectPlan() {}

  static List<Step> create(DatabaseObject object) {
    var steps = new ArrayList<Step>();
    steps.add(
        new Step(
            kind(object),
            object.path(),
            "CREATE " + reference(object) + definition(object),
            new Step.Reverse.Statement("DROP " + reference(object))));
    if (object instanceof EventTrigger it && it.enabled() != Enabled.ORIGIN) {
      steps.add(enable(it, Enabled.ORIGIN));
    }
    object.comment().ifPresent(it -> steps.add(comment(object, it)));
    return steps;
  }

  static Step drop(DatabaseObject object) {
    var made = create(object).getFirst();
    return new Step(
        Step.Kind.DROP_OBJECT,
        object.path(),
        "DROP " + reference(object),
        new Step.Reverse.Statement(made.sql()),
        Conduct.BRIEF);
  }

  /// Returns what changes in place; where the definition is another, nothing does.
  static List<Step> alter(DatabaseObject from, DatabaseObject to) {
    var steps = new ArrayList<Step>();
    if (from instanceof EventTrigger before
        && to instanceof EventTrigger after
        && before.enabled() != after.enabled()) {
      steps.add(enable(after, before.enabled()));
    }
    if (!definition(from).equals(definition(to))) {
      options(from, to).ifPresent(steps::add);
    }
    if (!from.comment().equals(to.comment())) {
      var start = "COMMENT ON " + reference(to) + " IS ";
      steps.add(
          new Step(
              Step.Kind.COMMENT,
              to.path(),
              start + to.comment().map(Quote::literal).orElse("NULL"),
              new Step.Reverse.Statement(
                  start + from.comment().map(Quote::literal).orElse("NULL"))));
    }
    return steps;
  }

  static boolean isReplaced(DatabaseObject from, DatabaseObject to) {
    return from instanceof Publication before && to instanceof Publication after
        ? PublicationPlan.isReplaced(before, after)
        : !definition(from).equals(definition(to)) && options(from, to).isEmpty();
  }

  private static Optional<Step> options(DatabaseObject from, DatabaseObject to) {
    return from instanceof ForeignSource before && to instanceof ForeignSource after
        ? ForeignOptions.alter(
            kind(to),
            to.path(),
            "ALTER " + reference(to) + " ",
            before.definition(),
            after.definition())
        : Optional.empty();
  }

  private static Step comment(DatabaseObject object, String text) {
    var start = "COMMENT ON " + reference(object) + " IS ";
    return new Step(
        Step.Kind.COMMENT,
        object.path(),
        start + Quote.literal(text),
        new Step.Reverse.Statement(start + "NULL"));
  }

  private static Step enable(EventTrigger it, Enabled before) {
    var start = "ALTER " + reference(it) + " ";
    return new Step(
        Step.Kind.ENABLE_TRIGGER,
        it.path(),
        start + words(it.enabled()),
        new Step.Reverse.Statement(start + words(before)));
  }

  private static String words(Enabled enabled) {
    return TriggerPlan.words(enabled);
  }

  private static Step.Kind kind(DatabaseObject object) {
    return switch (object) {
      case Cast _ -> Step.Kind.CREATE_CAST;
      case Publication _ -> Step.Kind.CREATE_PUBLICATION;
      case EventTrigger _ -> Step.Kind.CREATE_EVENT_TRIGGER;
      case ForeignSource _ -> Step.Kind.CREATE_FOREIGN_SOURCE;
    };
  }

  private static String reference(DatabaseObject object) {
    return switch (object) {
      case Cast it -> "CAST (" + it.types() + ")";
      case Publication it -> "PUBLICATION " + Quote.name(it.name());
      case EventTrigger it -> "EVENT TRIGGER " + Quote.name(it.name());
      case ForeignSource it -> word(it) + Quote.name(it.name());
    };
  }

  private static String definition(DatabaseObject object) {
    return switch (object) {
      case Cast it -> " " + it.definition();
      case Publication it -> it.definition().text().isEmpty() ? "" : " " + it.definition();
      case EventTrigger it -> " " + it.definition();
      case ForeignSource it -> it.definition().text().isEmpty() ? "" : " " + it.definition();
    };
  }

  private static String word(ForeignSource it) {
    return it.kind() == ObjectPath.Kind.FOREIGN_SERVER ? "SERVER " : "FOREIGN DATA WRAPPER ";
  }

  /// Returns an object without its name, for people.
  static String words(DatabaseObject object) {
    var enabled =
        object instanceof EventTrigger it && it.enabled() != Enabled.ORIGIN
            ? " " + words(it.enabled())
            : "";
    return Masked.of(definition(object).strip() + enabled);
  }
}
