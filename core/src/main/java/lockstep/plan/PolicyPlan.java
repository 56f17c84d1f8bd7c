package lockstep.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.schema.Identifier;
import lockstep.schema.Policy;
import lockstep.schema.QualifiedName;
import lockstep.sql.Names;
import lockstep.sql.Quote;

/// The statements about row security policies.
final class PolicyPlan {
  private PolicyPlan() {}

  static Step create(QualifiedName table, Policy policy, Names names) {
    return new Step(
        Step.Kind.CREATE_POLICY,
        policy.path(table.namespace()),
        "CREATE POLICY " + on(table, policy, names) + definition(policy),
        new Step.Reverse.Statement("DROP POLICY " + on(table, policy, names)),
        Conduct.BRIEF);
  }

  /// Returns what changes roles and conditions in place; empty where it is about something else, or
  /// loses a condition, which no statement takes away.
  static Optional<List<Step>> alter(QualifiedName table, Policy from, Policy to, Names names) {
    if (from.effect() != to.effect()
        || from.command() != to.command()
        || from.using().isPresent() != to.using().isPresent()
        || from.check().isPresent() != to.check().isPresent()) {
      return Optional.empty();
    }
    var before = changeable(from);
    var after = changeable(to);
    var start = "ALTER POLICY " + on(table, to, names);
    return Optional.of(
        before.equals(after)
            ? List.of()
            : List.of(
                new Step(
                    Step.Kind.CREATE_POLICY,
                    to.path(table.namespace()),
                    start + after,
                    new Step.Reverse.Statement(start + before),
                    Conduct.BRIEF)));
  }

  private static String on(QualifiedName table, Policy policy, Names names) {
    return Quote.name(policy.name()) + " ON " + names.of(table);
  }

  /// Returns what follows the table.
  static String definition(Policy policy) {
    var effect = policy.effect() == Policy.Effect.RESTRICTIVE ? " AS RESTRICTIVE" : "";
    var command = policy.command() == Policy.Command.ALL ? "" : " FOR " + policy.command();
    return effect + command + changeable(policy);
  }

  private static String changeable(Policy policy) {
    var using = policy.using().map(it -> " USING (" + it + ")").orElse("");
    var check = policy.check().map(it -> " WITH CHECK (" + it + ")").orElse("");
    return " TO " + roles(policy.roles()) + using + check;
  }

  private static String roles(List<Identifier> roles) {
    return roles.isEmpty()
        ? "PUBLIC"
        : roles.stream().map(Quote::name).collect(Collectors.joining(", "));
  }
}
