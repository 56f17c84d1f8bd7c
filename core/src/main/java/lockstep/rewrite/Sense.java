package lockstep.rewrite;

import java.util.List;
import lockstep.emit.python.Expression;
import lockstep.mapping.Field;

/// What conditions have to be right about. SQL has three answers: a comparison with NULL neither
/// holds nor fails, and what asks whether rows exist always does one of both.
///
/// The client joins the one row that is related, so that a NULL in it is no answer for `NOT`
/// either; only at the top of a `where` by which it writes it asks whether the row exists (Prisma
/// 7).
///
/// @param sought where the same has to come out: of two conditions under a `NOT`, where they fail
/// @param ofJson the same for what is inside of Json, where several rows between make no difference
record Sense(Answer sought, Answer ofJson, Reach reach) {
  static final Sense READ = new Sense(Answer.HOLDS, Answer.HOLDS, Reach.JOINED);
  private static final Sense WRITE = new Sense(Answer.HOLDS, Answer.HOLDS, Reach.APART);

  enum Answer {
    HOLDS,
    FAILS;

    private Answer other() {
      return this == HOLDS ? FAILS : HOLDS;
    }
  }

  /// How one row that is related is reached.
  enum Reach {
    JOINED,
    APART
  }

  static Sense of(Operation operation) {
    return operation.effect() == Operation.Effect.WRITE ? WRITE : READ;
  }

  boolean isOfFailing() {
    return sought == Answer.FAILS;
  }

  /// Returns the sense of what stands under a `NOT`.
  Sense not() {
    return new Sense(sought.other(), ofJson.other(), reach);
  }

  /// Returns the sense of what the one row shall not be like.
  Sense ofIsNot() {
    return reach == Reach.JOINED ? not() : this;
  }

  /// Returns the sense of what rows are like of which it is asked whether they exist.
  Sense ofExisting() {
    return new Sense(Answer.HOLDS, ofJson, Reach.JOINED);
  }

  /// Returns the sense of what some row of several may not be like.
  Sense ofEvery() {
    return new Sense(Answer.FAILS, ofJson, Reach.JOINED);
  }

  /// Returns what a function that reads a `where` has to be told.
  List<Expression.Item> forHelper(Entity entity) {
    var isToldApart =
        reach == Reach.APART
            && entity
                .model()
                .relations()
                .anyMatch(it -> it.cardinality() != Field.Cardinality.MANY);
    return isToldApart
        ? List.of(Expression.keyword("apart", Expression.verbatim("True")))
        : List.of();
  }
}
