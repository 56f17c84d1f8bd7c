package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lockstep.diff.Change;
import lockstep.diff.Change.Creation;
import lockstep.schema.Constraint;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.QualifiedName;
import lockstep.sql.Names;
import lockstep.sql.Quote;

/// The statements that comment on objects.
final class CommentPlan {
  private final Names names;
  private final List<Step> steps = new ArrayList<>();

  private CommentPlan(Names names) {
    this.names = names;
  }

  /// Returns one statement for each comment that a new object and its parts carry.
  static List<Step> of(Creation change, Names names) {
    var plan = new CommentPlan(names);
    plan.add(change);
    return plan.steps;
  }

  private void add(Creation change) {
    var path = change.object();
    switch (change) {
      case Change.CreateExtension _ -> {}
      case Change.CreateNamespace it ->
          on(() -> "SCHEMA " + Quote.name(it.namespace().name()), path, it.namespace().comment());
      case Change.CreateEnum it ->
          on(() -> "TYPE " + names.of(it.name()), path, it.type().comment());
      case Change.CreateDomain it -> domain(it);
      case Change.CreateSequence it ->
          on(() -> "SEQUENCE " + names.of(it.name()), path, it.sequence().comment());
      case Change.CreateTable it -> table(it);
      case Change.CreateView it -> view(it);
    }
  }

  private void domain(Change.CreateDomain change) {
    var name = names.of(change.name());
    on(() -> "DOMAIN " + name, change.object(), change.domain().comment());
    change
        .domain()
        .checks()
        .forEach(it -> on(() -> constraint(it, "DOMAIN " + name), change.object(), it.comment()));
  }

  private void table(Change.CreateTable change) {
    var name = change.name();
    var table = change.table();
    on(() -> "TABLE " + names.of(name), change.object(), table.comment());
    for (var column : table.columns()) {
      on(
          () -> column(name, column.name()),
          ObjectPath.column(name, column.name()),
          column.comment());
    }
    table.constraints().forEach(it -> constraint(name, it));
    table.indexes().forEach(it -> index(name, it));
  }

  private void view(Change.CreateView change) {
    var name = change.name();
    on(() -> "VIEW " + names.of(name), change.object(), change.view().comment());
    change
        .view()
        .columns()
        .forEach(
            it ->
                on(
                    () -> column(name, it.name()),
                    ObjectPath.viewColumn(name, it.name()),
                    it.comment()));
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
      steps.add(
          new Step(
              Step.Kind.COMMENT,
              path,
              start + Quote.literal(comment.get()),
              new Step.Reverse.Statement(start + "NULL")));
    }
  }
}
