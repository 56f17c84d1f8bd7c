package lockstep.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lockstep.schema.Column;
import lockstep.schema.CompositeType;
import lockstep.schema.Constraint;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.Namespace;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.OptionsObject;
import lockstep.schema.PartOfRelation;
import lockstep.schema.Policy;
import lockstep.schema.PrintedObject;
import lockstep.schema.QualifiedName;
import lockstep.schema.Routine;
import lockstep.schema.Rule;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import lockstep.schema.Sequence;
import lockstep.schema.Statistics;
import lockstep.schema.Table;
import lockstep.schema.Trigger;
import lockstep.schema.View;
import lockstep.sql.Names;
import lockstep.sql.Quote;

/// The statements that comment on objects.
final class CommentPlan {
  private final Names names;
  private final List<Step> steps = new ArrayList<>();

  private CommentPlan(Names names) {
    this.names = names;
  }

  /// Returns one statement for each comment that an object and its parts carry.
  static List<Step> of(QualifiedName name, SchemaObject object, Names names) {
    var plan = new CommentPlan(names);
    plan.add(name, object, object.path(name.namespace()));
    return plan.steps;
  }

  static List<Step> of(Namespace namespace, Names names) {
    var start = "COMMENT ON SCHEMA " + Quote.name(namespace.name()) + " IS ";
    var isDefault = namespace.name().equals(Schema.DEFAULT_NAMESPACE);
    var none = isDefault ? Quote.literal(Schema.DEFAULT_NAMESPACE_COMMENT) : "NULL";
    return namespace.comment().stream()
        .map(
            it ->
                comment(
                    ObjectPath.namespace(namespace.name()),
                    start + Quote.literal(it),
                    start + none))
        .toList();
  }

  /// Returns what turns the comments that are there into those that shall be.
  static List<Step> diff(List<Step> from, List<Step> to) {
    var before = new LinkedHashMap<Step.Reverse, Step>();
    from.forEach(it -> before.put(it.reverse(), it));
    var steps = new ArrayList<Step>();
    for (var step : to) {
      var old = before.remove(step.reverse());
      if (old == null) {
        steps.add(step);
      } else if (!old.sql().equals(step.sql())) {
        steps.add(comment(step.object(), step.sql(), old.sql()));
      }
    }
    for (var gone : before.values()) {
      if (gone.reverse() instanceof Step.Reverse.Statement(var none)) {
        steps.add(comment(gone.object(), none, gone.sql()));
      }
    }
    return steps;
  }

  /// Returns an object without the parts that changing it in place takes away.
  static SchemaObject kept(SchemaObject from, SchemaObject to) {
    return switch (from) {
      case Domain it when to instanceof Domain after -> DomainPlan.kept(it, after);
      case CompositeType it when to instanceof CompositeType after ->
          new CompositeType(
              it.name(),
              it.attributes().stream()
                  .filter(
                      one -> after.attributes().stream().anyMatch(b -> b.name().equals(one.name())))
                  .toList(),
              it.comment());
      default -> from;
    };
  }

  private static Step comment(ObjectPath path, String sql, String reverse) {
    return new Step(Step.Kind.COMMENT, path, sql, new Step.Reverse.Statement(reverse));
  }

  private void add(QualifiedName name, SchemaObject object, ObjectPath path) {
    on(() -> word(object) + " " + reference(name, object), path, object.comment());
    switch (object) {
      case EnumType _, Sequence _, PrintedObject _ -> {}
      case OptionsObject _ -> {}
      case CompositeType it ->
          it.attributes().forEach(one -> on(() -> column(name, one.name()), path, one.comment()));
      case Domain it ->
          it.checks()
              .forEach(
                  check ->
                      on(
                          () -> constraint(check, "DOMAIN " + names.of(name)),
                          path,
                          check.comment()));
      case Table it -> parts(name, it);
      case View it -> {
        columns(it.columns(), name, ObjectPath.Kind.VIEW_COLUMN);
        it.indexes().forEach(index -> index(name, index));
      }
    }
  }

  private static String word(SchemaObject object) {
    return switch (object) {
      case EnumType _ -> "TYPE";
      case CompositeType _ -> "TYPE";
      case OptionsObject it -> OptionsObjectPlan.word(it);
      case Domain _ -> "DOMAIN";
      case Sequence _ -> "SEQUENCE";
      case Table _ -> "TABLE";
      case View it -> ViewPlan.word(it);
      case Routine it -> RoutinePlan.word(it);
      case Trigger _ -> "TRIGGER";
      case Rule _ -> "RULE";
      case Policy _ -> "POLICY";
      case Statistics _ -> "STATISTICS";
    };
  }

  private String reference(QualifiedName name, SchemaObject object) {
    return switch (object) {
      case EnumType _, CompositeType _, OptionsObject _, Domain _, Sequence _, Table _, View _ ->
          names.of(name);
      case Routine it -> RoutinePlan.reference(name, it, names);
      case Statistics it -> StatisticsPlan.name(it, names);
      case PartOfRelation it ->
          Quote.name(it.name())
              + " ON "
              + names.of(QualifiedName.of(name.namespace(), it.relation()));
    };
  }

  private void parts(QualifiedName name, Table table) {
    columns(table.columns(), name, ObjectPath.Kind.COLUMN);
    table.constraints().forEach(it -> constraint(name, it));
    table.indexes().forEach(it -> index(name, it));
  }

  private void columns(List<Column> columns, QualifiedName relation, ObjectPath.Kind kind) {
    for (var column : columns) {
      on(
          () -> column(relation, column.name()),
          ObjectPath.of(kind, relation, column.name()),
          column.comment());
    }
  }

  private void constraint(QualifiedName table, Constraint it) {
    var path = ObjectPath.of(Kind.CONSTRAINT, table, it.name());
    on(() -> constraint(it, names.of(table)), path, it.comment());
  }

  private void index(QualifiedName table, Index it) {
    var path = ObjectPath.of(Kind.INDEX, table, it.name());
    on(
        () -> "INDEX " + names.of(QualifiedName.of(table.namespace(), it.name())),
        path,
        it.comment());
  }

  private String column(QualifiedName relation, Identifier column) {
    return "COLUMN " + names.of(relation) + "." + Quote.name(column);
  }

  private static String constraint(Constraint it, String owner) {
    return "CONSTRAINT " + Quote.name(it.name()) + " ON " + owner;
  }

  /// @param object as SQL names it; asked for only where there is a comment
  private void on(Supplier<String> object, ObjectPath path, Optional<String> comment) {
    if (comment.isPresent()) {
      var start = "COMMENT ON " + object.get() + " IS ";
      steps.add(comment(path, start + Quote.literal(comment.get()), start + "NULL"));
    }
  }
}
