package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.diff.Pair;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.View;
import lockstep.sql.Names;
import lockstep.sql.Quote;
import lockstep.sql.StorageParameters;

/// The statements about views and materialized views.
final class ViewPlan {
  private ViewPlan() {}

  static List<Step> create(QualifiedName view, View definition, Names names) {
    var steps = new ArrayList<Step>();
    steps.add(
        new Step(
            Step.Kind.CREATE_VIEW,
            path(view),
            "CREATE " + word(definition) + " " + names.of(view) + definition(definition),
            new Step.Reverse.Statement("DROP " + word(definition) + " " + names.of(view))));
    for (var column : definition.columns()) {
      ColumnPlan.defaultOf(column).ifPresent(it -> steps.add(setDefault(view, column, it, names)));
    }
    TableFacetPlan.create(view, definition, names).forEach(it -> steps.add(ofView(view, it)));
    definition.indexes().forEach(it -> steps.add(IndexPlan.create(view, it, names)));
    return steps;
  }

  /// Returns what gives a view another query in place; empty where its columns are others, or it is
  /// or becomes materialized, for which it must be made anew (PostgreSQL 18, CREATE VIEW).
  static Optional<List<Step>> alter(QualifiedName view, View from, View to, Situation situation) {
    var names = situation.names();
    if (from.query().isEmpty() || to.query().isEmpty()) {
      return Optional.of(List.of());
    }
    if (from.materialized().isPresent() != to.materialized().isPresent()) {
      return Optional.empty();
    }
    var isSame = definition(from.inOrder()).equals(definition(to.inOrder()));
    if (to.materialized().isPresent()) {
      return isSame ? Optional.of(parts(view, from, to, situation)) : Optional.empty();
    }
    if (!isSame && !shape(to).equals(shape(from))) {
      return Optional.empty();
    }
    var steps = new ArrayList<Step>();
    if (!isSame) {
      steps.add(replace(view, from, to, names));
    }
    for (var column : to.columns()) {
      var before = from.column(column.name()).flatMap(ColumnPlan::defaultOf);
      var after = ColumnPlan.defaultOf(column);
      if (!before.equals(after)) {
        var start = alterColumn(view, column, names);
        steps.add(
            new Step(
                Step.Kind.ALTER_VIEW,
                path(view),
                start + words(after),
                new Step.Reverse.Statement(start + words(before)),
                Conduct.BRIEF));
      }
    }
    return Optional.of(steps);
  }

  /// A materialized view keeps its rows while its indexes change, and how it keeps new ones.
  private static List<Step> parts(QualifiedName view, View from, View to, Situation situation) {
    var steps = new ArrayList<Step>();
    for (var column : to.columns()) {
      from.column(column.name()).stream()
          .flatMap(it -> TableFacetChange.of(view, it, column, situation).stream())
          .forEach(it -> steps.add(ofView(view, it)));
    }
    for (var pair : Pair.match(from.indexes(), to.indexes(), Index::name)) {
      switch (pair) {
        case Pair.Added(var it) -> steps.add(IndexPlan.add(view, it, situation));
        case Pair.Dropped(var it) -> steps.add(IndexPlan.drop(view, it, situation));
        case Pair.Kept(var before, var after) -> {
          if (!before.equals(after)) {
            steps.addAll(
                IndexPlan.alter(view, before, after, situation)
                    .orElseGet(() -> IndexPlan.replace(view, before, after, situation)));
          }
        }
      }
    }
    return steps;
  }

  /// Columns of a materialized view are altered by `ALTER TABLE`, too.
  private static Step ofView(QualifiedName view, Step it) {
    return new Step(Step.Kind.ALTER_VIEW, path(view), it.sql(), it.reverse(), it.conduct());
  }

  private static Step replace(QualifiedName view, View from, View to, Names names) {
    var create = "CREATE OR REPLACE VIEW " + names.of(view);
    return new Step(
        Step.Kind.CREATE_VIEW,
        path(view),
        create + definition(to),
        new Step.Reverse.Statement(create + definition(from)),
        Conduct.BRIEF);
  }

  private static List<Map.Entry<Identifier, ColumnType>> shape(View view) {
    return view.columns().stream().map(it -> Map.entry(it.name(), it.type())).toList();
  }

  private static Step setDefault(
      QualifiedName view, Column column, String expression, Names names) {
    var start = alterColumn(view, column, names);
    return new Step(
        Step.Kind.ALTER_VIEW,
        path(view),
        start + words(Optional.of(expression)),
        new Step.Reverse.Statement(start + words(Optional.empty())));
  }

  private static String alterColumn(QualifiedName view, Column column, Names names) {
    return "ALTER VIEW " + names.of(view) + " ALTER COLUMN " + Quote.name(column.name()) + " ";
  }

  private static String words(Optional<String> expression) {
    return expression.map(it -> "SET DEFAULT " + it).orElse("DROP DEFAULT");
  }

  static String word(View view) {
    return view.materialized().isPresent() ? "MATERIALIZED VIEW" : "VIEW";
  }

  /// Returns what follows the name.
  static String definition(View view) {
    var kept = view.materialized();
    return kept.flatMap(View.Materialized::method).map(it -> " USING " + Quote.name(it)).orElse("")
        + StorageParameters.sql(" WITH ", view.options())
        + kept.flatMap(View.Materialized::tablespace)
            .map(it -> " TABLESPACE " + Quote.name(it))
            .orElse("")
        + " AS\n"
        + view.query().orElseThrow()
        + (kept.filter(it -> it.rows() == View.Rows.NONE_YET).isPresent() ? "\nWITH NO DATA" : "");
  }

  private static ObjectPath path(QualifiedName view) {
    return ObjectPath.of(ObjectPath.Kind.VIEW, view);
  }
}
