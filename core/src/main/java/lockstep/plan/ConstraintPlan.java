package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.plan.Conduct.Lock;
import lockstep.plan.Conduct.Work;
import lockstep.schema.Constraint;
import lockstep.schema.Constraint.Deferrability;
import lockstep.schema.Constraint.Validity;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.sql.Quote;

/// The statements about the constraints of tables that are there.
final class ConstraintPlan {
  private ConstraintPlan() {}

  /// Where the table is in use, rows that are there are looked at after the constraint holds for
  /// new ones, and indexes are built before anybody has to wait for them.
  static List<Step> add(QualifiedName table, Constraint constraint, Situation situation) {
    if (!situation.isInUse(table) && !(constraint instanceof Constraint.ForeignKey)) {
      return List.of(direct(table, constraint, situation));
    }
    return switch (constraint) {
      case Constraint.ForeignKey it -> addForeignKey(table, it, situation);
      case Constraint.Check it ->
          it.validity() == Validity.VALID
              ? notValidFirst(table, withValidity(it, Validity.NOT_VALID), situation)
              : List.of(direct(table, it, situation));
      case Constraint.NotNull it ->
          it.validity() == Validity.VALID
              ? notValidFirst(table, withValidity(it, Validity.NOT_VALID), situation)
              : List.of(direct(table, it, situation));
      case Constraint.PrimaryKey it when it.index().period() == Constraint.Period.OF_LAST_COLUMN ->
          List.of(direct(table, it, situation));
      case Constraint.Unique it when it.index().period() == Constraint.Period.OF_LAST_COLUMN ->
          List.of(direct(table, it, situation));
      case Constraint.PrimaryKey it ->
          usingIndex(table, it, "PRIMARY KEY", it.deferrability(), situation);
      case Constraint.Unique it -> usingIndex(table, it, "UNIQUE", it.deferrability(), situation);
      case Constraint.Exclusion it -> List.of(direct(table, it, situation));
    };
  }

  private static List<Step> addForeignKey(
      QualifiedName table, Constraint.ForeignKey it, Situation situation) {
    return it.validity() == Validity.VALID && situation.canBeValidatedLater(table, it)
        ? notValidFirst(
            table, it.with(it.deferrability(), Validity.NOT_VALID, it.comment()), situation)
        : List.of(direct(table, it, situation));
  }

  static Step drop(QualifiedName table, Constraint constraint, Situation situation) {
    var isForeignKey = constraint instanceof Constraint.ForeignKey;
    return new Step(
        isForeignKey ? Step.Kind.DROP_FOREIGN_KEY : Step.Kind.DROP_CONSTRAINT,
        path(table, constraint),
        dropSql(table, constraint.name(), situation),
        new Step.Reverse.Statement(addSql(table, constraint, situation)),
        Conduct.BRIEF);
  }

  /// Returns what turns the one into the other; empty where it must be dropped and added again.
  static Optional<List<Step>> alter(
      QualifiedName table, Constraint from, Constraint to, Situation situation) {
    if (from instanceof Constraint.ForeignKey before && to instanceof Constraint.ForeignKey after) {
      if (isSameBut(before, after)) {
        return Optional.of(foreignKey(table, before, after, situation));
      }
    }
    if (from instanceof Constraint.Check before
        && to instanceof Constraint.Check after
        && before.validity() == Validity.NOT_VALID
        && after.validity() == Validity.VALID
        && withComment(withValidity(before, Validity.VALID), after.comment()).equals(after)) {
      return Optional.of(List.of(validate(table, to, situation)));
    }
    if (from instanceof Constraint.NotNull before
        && to instanceof Constraint.NotNull after
        && before.validity() == Validity.NOT_VALID
        && withValidity(before, Validity.VALID).equals(after)) {
      return Optional.of(List.of(validate(table, to, situation)));
    }
    var isCommentOnly =
        ConstraintSql.of(from, situation.names()).equals(ConstraintSql.of(to, situation.names()))
            && ConstraintSql.validity(from).equals(ConstraintSql.validity(to));
    return isCommentOnly ? Optional.of(List.of()) : Optional.empty();
  }

  private static boolean isSameBut(Constraint.ForeignKey from, Constraint.ForeignKey to) {
    var isValidated = from.validity() == to.validity() || to.validity() == Validity.VALID;
    return isValidated
        && from.validity() != Validity.NOT_ENFORCED
        && from.with(to.deferrability(), to.validity(), to.comment()).equals(to);
  }

  private static List<Step> foreignKey(
      QualifiedName table,
      Constraint.ForeignKey from,
      Constraint.ForeignKey to,
      Situation situation) {
    var steps = new ArrayList<Step>();
    if (from.deferrability() != to.deferrability()) {
      var alter = situation.alterTable(table) + "ALTER CONSTRAINT " + Quote.name(to.name());
      steps.add(
          new Step(
              Step.Kind.ALTER_TABLE,
              path(table, to),
              alter + deferrability(to.deferrability()),
              new Step.Reverse.Statement(alter + deferrability(from.deferrability())),
              Conduct.BRIEF));
    }
    if (from.validity() != to.validity()) {
      steps.add(validate(table, to, situation));
    }
    return steps;
  }

  private static String deferrability(Deferrability it) {
    return switch (it) {
      case NOT_DEFERRABLE -> " NOT DEFERRABLE";
      case INITIALLY_IMMEDIATE -> " DEFERRABLE INITIALLY IMMEDIATE";
      case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
    };
  }

  private static Step direct(QualifiedName table, Constraint constraint, Situation situation) {
    var isForeignKey = constraint instanceof Constraint.ForeignKey;
    return new Step(
        isForeignKey ? Step.Kind.ADD_FOREIGN_KEY : Step.Kind.ADD_CONSTRAINT,
        path(table, constraint),
        addSql(table, constraint, situation),
        new Step.Reverse.Statement(dropSql(table, constraint.name(), situation)),
        situation.from().table(table).isPresent() ? directConduct(constraint) : Conduct.QUIET);
  }

  private static Conduct directConduct(Constraint constraint) {
    return switch (constraint) {
      case Constraint.ForeignKey it ->
          Conduct.of(
              Lock.SHARE_ROW_EXCLUSIVE, it.validity() == Validity.VALID ? Work.SCAN : Work.CATALOG);
      case Constraint.Check it ->
          Conduct.of(
              Lock.ACCESS_EXCLUSIVE, it.validity() == Validity.VALID ? Work.SCAN : Work.CATALOG);
      case Constraint.NotNull it ->
          Conduct.of(
              Lock.ACCESS_EXCLUSIVE, it.validity() == Validity.VALID ? Work.SCAN : Work.CATALOG);
      case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclusion _ ->
          Conduct.of(Lock.ACCESS_EXCLUSIVE, Work.BUILD);
    };
  }

  private static List<Step> notValidFirst(
      QualifiedName table, Constraint notValid, Situation situation) {
    return List.of(direct(table, notValid, situation), validate(table, notValid, situation));
  }

  private static Step validate(QualifiedName table, Constraint constraint, Situation situation) {
    return new Step(
        Step.Kind.ALTER_TABLE,
        path(table, constraint),
        situation.alterTable(table) + "VALIDATE CONSTRAINT " + Quote.name(constraint.name()),
        new Step.Reverse.None("A constraint that holds for all rows does no harm."),
        new Conduct(Lock.SHARE_UPDATE_EXCLUSIVE, Work.SCAN, Conduct.Transaction.OWN));
  }

  private static List<Step> usingIndex(
      QualifiedName table,
      Constraint constraint,
      String words,
      Deferrability deferrability,
      Situation situation) {
    var name = Quote.name(constraint.name());
    return List.of(
        new Step(
            Step.Kind.ADD_CONSTRAINT,
            path(table, constraint),
            "CREATE UNIQUE INDEX CONCURRENTLY "
                + name
                + " ON "
                + situation.names().of(table)
                + ConstraintSql.indexOptions(constraint),
            new Step.Reverse.Statement(
                "DROP INDEX CONCURRENTLY " + situation.beside(table, constraint.name())),
            Conduct.alone(Lock.SHARE_UPDATE_EXCLUSIVE, Work.BUILD)),
        new Step(
            Step.Kind.ADD_CONSTRAINT,
            path(table, constraint),
            situation.alterTable(table)
                + "ADD CONSTRAINT "
                + name
                + " "
                + words
                + " USING INDEX "
                + name
                + ConstraintSql.deferrability(deferrability),
            new Step.Reverse.Statement(dropSql(table, constraint.name(), situation)),
            Conduct.BRIEF));
  }

  private static String addSql(QualifiedName table, Constraint constraint, Situation situation) {
    return situation.alterTable(table)
        + "ADD "
        + ConstraintSql.of(constraint, situation.names())
        + ConstraintSql.validity(constraint);
  }

  private static String dropSql(QualifiedName table, Identifier name, Situation situation) {
    return situation.alterTable(table) + "DROP CONSTRAINT " + Quote.name(name);
  }

  private static ObjectPath path(QualifiedName table, Constraint constraint) {
    return ObjectPath.of(ObjectPath.Kind.CONSTRAINT, table, constraint.name());
  }

  static Constraint.Check withValidity(Constraint.Check it, Validity validity) {
    return new Constraint.Check(
        it.name(), it.condition(), it.inheritance(), validity, it.comment());
  }

  private static Constraint.NotNull withValidity(Constraint.NotNull it, Validity validity) {
    return new Constraint.NotNull(it.name(), it.column(), it.inheritance(), validity, it.comment());
  }

  private static Constraint.Check withComment(Constraint.Check it, Optional<String> comment) {
    return new Constraint.Check(
        it.name(), it.condition(), it.inheritance(), it.validity(), comment);
  }
}
