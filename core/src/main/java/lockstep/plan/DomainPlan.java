package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
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
