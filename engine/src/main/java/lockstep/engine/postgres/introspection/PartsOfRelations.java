package lockstep.engine.postgres.introspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import lockstep.engine.postgres.Row;
import lockstep.schema.Identifier;
import lockstep.schema.PartOfRelation;
import lockstep.schema.Policy;
import lockstep.schema.Reaction.Enabled;
import lockstep.schema.Rule;
import lockstep.schema.SqlExpression;
import lockstep.schema.Statistics;
import lockstep.schema.Trigger;
import lockstep.text.Order;

/// Triggers, rules, policies and extended statistics, as the queries of those names list them.
final class PartsOfRelations {
  private final Namespaces namespaces;
  private final Comments comments;
  private final Map<Long, List<PartOfRelation>> byNamespace = new HashMap<>();

  PartsOfRelations(Namespaces namespaces, Comments comments) {
    this.namespaces = namespaces;
    this.comments = comments;
  }

  void acceptTrigger(Row row) {
    add(
        row,
        new Trigger(
            Identifier.of(row.text(4)),
            Identifier.of(row.text(3)),
            new SqlExpression(row.text(5)),
            enabled(row.text(6)),
            comments.onTrigger(row.number(1))));
  }

  void acceptRule(Row row) {
    add(
        row,
        new Rule(
            Identifier.of(row.text(4)),
            Identifier.of(row.text(3)),
            new SqlExpression(row.text(5).strip().replaceAll(";$", "")),
            enabled(row.text(6)),
            comments.onRule(row.number(1))));
  }

  void acceptPolicy(Row row) {
    add(
        row,
        new Policy(
            Identifier.of(row.text(4)),
            Identifier.of(row.text(3)),
            row.isTrue(5) ? Policy.Effect.PERMISSIVE : Policy.Effect.RESTRICTIVE,
            command(row.text(6)),
            Vector.texts(row.optionalText(7)).stream().map(Identifier::of).toList(),
            row.optionalText(8).map(PartsOfRelations::condition),
            row.optionalText(9).map(PartsOfRelations::condition),
            comments.onPolicy(row.number(1))));
  }

  void acceptStatistics(Row row) {
    var name = namespaces.qualified(row.number(4), row.text(5));
    add(
        row,
        new Statistics(
            name.name(),
            Identifier.of(row.text(3)),
            name.namespace(),
            new SqlExpression(row.text(6)),
            row.isNull(7) ? OptionalInt.empty() : OptionalInt.of(row.integer(7)),
            comments.onStatistics(row.number(1))));
  }

  /// Returns those of the tables and views of a namespace, by these and then by name.
  List<PartOfRelation> in(long namespace) {
    return byNamespace.getOrDefault(namespace, List.of()).stream()
        .sorted(Order.by(it -> it.path(it.relation())))
        .toList();
  }

  private void add(Row row, PartOfRelation part) {
    byNamespace.computeIfAbsent(row.number(2), _ -> new ArrayList<>()).add(part);
  }

  private static SqlExpression condition(String text) {
    return new SqlExpression(ExpressionText.unwrapped(text));
  }

  static Enabled enabled(String letter) {
    return switch (letter) {
      case "R" -> Enabled.REPLICA;
      case "A" -> Enabled.ALWAYS;
      case "D" -> Enabled.NEVER;
      default -> Enabled.ORIGIN;
    };
  }

  private static Policy.Command command(String letter) {
    return switch (letter) {
      case "r" -> Policy.Command.SELECT;
      case "a" -> Policy.Command.INSERT;
      case "w" -> Policy.Command.UPDATE;
      case "d" -> Policy.Command.DELETE;
      default -> Policy.Command.ALL;
    };
  }
}
