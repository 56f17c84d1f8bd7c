package lockstep.psl.printer;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.mapping.Field;
import lockstep.mapping.Model;
import lockstep.schema.Column;
import lockstep.schema.Constraint;
import lockstep.schema.Lineage;
import lockstep.schema.ObjectPath;
import lockstep.schema.Table;

/// Writes the blocks of models and views.
final class ModelText {
  private final PrintedNames names;
  private final Scalars scalars;
  private final RelationFields relations;
  private final Losses losses;
  private final Blocks out;

  ModelText(
      PrintedNames names, Scalars scalars, RelationFields relations, Losses losses, Blocks out) {
    this.names = names;
    this.scalars = scalars;
    this.relations = relations;
    this.losses = losses;
    this.out = out;
  }

  /// @param all everything that becomes a block
  /// @param hidden the models that clients shall not see
  void write(Backing in, Collection<Backing> all, Set<String> hidden) {
    var model = in.model();
    var name = names.model(model.name());
    var keys = Keys.of(in, names, losses);
    try (var _ = out.open(keyword(model), name, model.documentation().or(() -> comment(in)))) {
      fields(in, keys, hidden);
      relations.missingLines(model, all).forEach(out::line);
      keys.lines().forEach(out::line);
      out.placed(name, in.name());
      if (hidden.contains(model.name())) {
        out.line("@@ignore");
      }
    }
    losses.comment(in.path(), comment(in), model.documentation().or(() -> comment(in)));
    check(in);
  }

  private static String keyword(Model model) {
    return switch (model.kind()) {
      case TABLE -> "model";
      case VIEW -> "view";
    };
  }

  private static Optional<String> comment(Backing in) {
    return switch (in) {
      case Backing.OfTable(_, var table) -> table.comment();
      case Backing.OfView(_, var view) -> view.comment();
    };
  }

  /// Columns keep the order of the table, relations their place among the other fields.
  private void fields(Backing in, Keys keys, Set<String> hidden) {
    var columns = new ArrayDeque<>(in.columns());
    for (var field : in.model().fields()) {
      switch (field) {
        case Field.Scalar scalar -> {
          if (in.column(scalar.column()).isEmpty()) {
            losses.lost(in.path(), "the field `%s` without a column".formatted(scalar.name()));
          } else if (!columns.isEmpty()) {
            scalar(in, columns.poll(), keys);
          }
        }
        case Field.Relation relation ->
            relations
                .line(in, relation, hidden)
                .ifPresent(
                    it -> {
                      out.documentation(relation.documentation());
                      out.line(it);
                    });
      }
    }
    columns.forEach(it -> scalar(in, it, keys));
  }

  private void scalar(Backing in, Column column, Keys keys) {
    var field = in.model().scalar(column.name());
    out.documentation(field.flatMap(Field::documentation).or(column::comment));
    out.line(scalars.line(in, column, field, keys.at(column.name())));
  }

  private void check(Backing in) {
    switch (in) {
      case Backing.OfTable(_, var table) -> {
        losses.lostPart(
            !table.storage().equals(Table.Storage.STANDARD), in.path(), "how rows are stored");
        losses.lostPart(
            !(table.lineage() instanceof Lineage.None), in.path(), "what a table inherits");
        losses.lostPart(table.partitionKey().isPresent(), in.path(), "a partition key");
        losses.lostPart(
            table.rowSecurity() != Table.RowSecurity.OFF, in.path(), "row level security");
        table.constraints().forEach(it -> check(in, it));
      }
      case Backing.OfView(_, var view) ->
          losses.lostPart(view.query().isPresent(), in.path(), "the query of a view");
    }
  }

  private void check(Backing in, Constraint constraint) {
    var path = ObjectPath.of(ObjectPath.Kind.CONSTRAINT, in.name(), constraint.name());
    switch (constraint) {
      case Constraint.PrimaryKey _, Constraint.Unique _ -> {}
      case Constraint.ForeignKey key -> {
        if (!relationKeys(in).contains(key.name().text())) {
          losses.lost(path, "a foreign key without a relation");
        }
        losses.lostPart(key.period() != Constraint.Period.NONE, path, "a reference for a time");
      }
      case Constraint.Check _ -> losses.lost(path, "a check constraint");
      case Constraint.NotNull it ->
          losses.lostPart(!it.isUsual(), path, "the name of a not-null constraint");
      case Constraint.Exclusion _ -> losses.lost(path, "an exclusion constraint");
    }
  }

  private static Set<String> relationKeys(Backing in) {
    return in.model()
        .relations()
        .map(Field.Relation::side)
        .filter(Field.Side.Owning.class::isInstance)
        .flatMap(it -> ((Field.Side.Owning) it).foreignKey().stream())
        .map(it -> it.text())
        .collect(Collectors.toSet());
  }
}
