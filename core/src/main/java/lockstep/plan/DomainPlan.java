package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.diff.Pair;
import lockstep.schema.Constraint;
import lockstep.schema.Domain;
import lockstep.schema.Nullability;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.sql.Names;
import lockstep.sql.Quote;
import lockstep.sql.TypeSql;

/// The statements about domains.
final class DomainPlan {
  private DomainPlan() {}

  /// A check that holds for new values only cannot be written into `CREATE DOMAIN`.
  static List<Step> create(QualifiedName domain, Domain definition, Names names) {
    var name = names.of(domain);
    var path = ObjectPath.of(ObjectPath.Kind.DOMAIN, domain);
    var steps = new ArrayList<Step>();
    steps.add(
        new Step(
            Step.Kind.CREATE_DOMAIN,
            path,
            "CREATE DOMAIN " + name + definition(definition, "\n    ", names),
            new Step.Reverse.Statement("DROP DOMAIN " + name)));
    definition.checks().stream()
        .filter(it -> it.validity() == Constraint.Validity.NOT_VALID)
        .forEach(it -> steps.add(add(path, it, name)));
    return steps;
  }

  /// Returns what turns the one into the other; empty where the type is made anew.
  static Optional<List<Step>> alter(
      QualifiedName domain, Domain from, Domain to, Situation situation) {
    if (!from.baseType().equals(to.baseType()) || !from.collation().equals(to.collation())) {
      return Optional.empty();
    }
    var name = situation.names().of(domain);
    var path = ObjectPath.of(ObjectPath.Kind.DOMAIN, domain);
    var alter = "ALTER DOMAIN " + name + " ";
    var steps = new ArrayList<Step>();
    for (var pair : Pair.match(from.checks(), to.checks(), Constraint::name)) {
      switch (pair) {
        case Pair.Added(var it) -> steps.addAll(addCheck(path, it, name, situation));
        case Pair.Dropped(var it) -> steps.add(dropCheck(path, it, alter));
        case Pair.Kept(var before, var after) -> {
          if (!isKept(before, after)) {
            steps.add(dropCheck(path, before, alter));
            steps.addAll(addCheck(path, after, name, situation));
          } else if (before.validity() != after.validity()) {
            steps.add(validate(path, after, alter));
          }
        }
      }
    }
    if (!from.defaultValue().equals(to.defaultValue())) {
      steps.add(
          step(path, alter + setDefault(to), new Step.Reverse.Statement(alter + setDefault(from))));
    }
    if (from.nullability() != to.nullability()) {
      steps.add(
          new Step(
              Step.Kind.ALTER_DOMAIN,
              path,
              alter + notNull(to),
              new Step.Reverse.Statement(alter + notNull(from)),
              Conduct.of(Conduct.Lock.SHARE, Conduct.Work.SCAN)));
    }
    return Optional.of(steps);
  }

  /// Returns a domain without the checks that go, for good or to be made again.
  static Domain kept(Domain from, Domain to) {
    return new Domain(
        from.name(),
        from.baseType(),
        from.nullability(),
        from.defaultValue(),
        from.collation(),
        from.checks().stream()
            .filter(
                it ->
                    to.checks().stream()
                        .anyMatch(after -> after.name().equals(it.name()) && isKept(it, after)))
            .toList(),
        from.comment());
  }

  private static boolean isKept(Constraint.Check before, Constraint.Check after) {
    return ConstraintSql.check(before).equals(ConstraintSql.check(after))
        && (before.validity() == after.validity() || after.validity() == Constraint.Validity.VALID);
  }

  private static String notNull(Domain it) {
    return it.nullability() == Nullability.NOT_NULL ? "SET NOT NULL" : "DROP NOT NULL";
  }

  private static String setDefault(Domain it) {
    return it.defaultValue().map(value -> "SET DEFAULT " + value).orElse("DROP DEFAULT");
  }

  private static Step step(ObjectPath path, String sql, Step.Reverse reverse) {
    return new Step(
        Step.Kind.ALTER_DOMAIN,
        path,
        sql,
        reverse,
        Conduct.of(Conduct.Lock.NONE, Conduct.Work.CATALOG));
  }

  private static Step dropCheck(ObjectPath path, Constraint.Check check, String alter) {
    return step(
        path,
        alter + "DROP CONSTRAINT " + Quote.name(check.name()),
        new Step.Reverse.Statement(
            alter + "ADD " + ConstraintSql.check(check) + ConstraintSql.validity(check)));
  }

  private static List<Step> addCheck(
      ObjectPath path, Constraint.Check check, String name, Situation situation) {
    var alter = "ALTER DOMAIN " + name + " ";
    var reverse = new Step.Reverse.Statement(alter + "DROP CONSTRAINT " + Quote.name(check.name()));
    if (check.validity() == Constraint.Validity.NOT_VALID) {
      return List.of(add(path, check, name));
    }
    if (situation.style() == Style.ONLINE) {
      return List.of(add(path, check, name), validate(path, check, alter));
    }
    return List.of(
        new Step(
            Step.Kind.ALTER_DOMAIN,
            path,
            alter + "ADD " + ConstraintSql.check(check),
            reverse,
            Conduct.of(Conduct.Lock.SHARE, Conduct.Work.SCAN)));
  }

  private static Step validate(ObjectPath path, Constraint.Check check, String alter) {
    return new Step(
        Step.Kind.ALTER_DOMAIN,
        path,
        alter + "VALIDATE CONSTRAINT " + Quote.name(check.name()),
        new Step.Reverse.None("A constraint that holds for all rows does no harm."),
        new Conduct(Conduct.Lock.SHARE, Conduct.Work.SCAN, Conduct.Transaction.OWN));
  }

  /// @param gap what stands before each check
  static String definition(Domain domain, String gap, Names names) {
    var sql = new StringBuilder(" AS ").append(TypeSql.of(domain.baseType(), names));
    domain.collation().ifPresent(it -> sql.append(" COLLATE ").append(names.of(it)));
    domain.defaultValue().ifPresent(it -> sql.append(" DEFAULT ").append(it));
    if (domain.nullability() == Nullability.NOT_NULL) {
      sql.append(" NOT NULL");
    }
    domain.checks().stream()
        .filter(it -> it.validity() == Constraint.Validity.VALID)
        .forEach(it -> sql.append(gap).append(ConstraintSql.check(it)));
    return sql.toString();
  }

  private static Step add(ObjectPath path, Constraint.Check check, String domain) {
    return new Step(
        Step.Kind.ADD_CONSTRAINT,
        path,
        "ALTER DOMAIN " + domain + " ADD " + ConstraintSql.check(check) + " NOT VALID",
        new Step.Reverse.Statement(
            "ALTER DOMAIN " + domain + " DROP CONSTRAINT " + Quote.name(check.name())));
  }
}
