package lockstep.psl.printer;

import lockstep.mapping.Field;
import lockstep.mapping.Mapping;
import lockstep.mapping.Model;
import lockstep.psl.analysis.CodePoints;
import lockstep.schema.Identifier;

/// Whether a join table is what Prisma makes of a relation with lists on both sides: `_Name` beside
/// the model that comes first in the alphabet, with the columns `A` and `B` for the two models.
final class JoinTableChecks {
  private static final Identifier A = Identifier.of("A");
  private static final Identifier B = Identifier.of("B");

  private final Mapping mapping;
  private final PrintedNames names;

  JoinTableChecks(Mapping mapping, PrintedNames names) {
    this.mapping = mapping;
    this.names = names;
  }

  boolean isUsual(Model model, Field.Relation field, Field.Side.Joined joined) {
    var target = mapping.model(field.target());
    if (target.isEmpty()) {
      return false;
    }
    var isFirst = isFirst(model, field, target.get());
    var first = isFirst ? model : target.get();
    return joined.table().name().text().matches("_.+")
        && joined.table().namespace().equals(first.relation().namespace())
        && joined.near().equals(isFirst ? A : B)
        && joined.far().equals(isFirst ? B : A);
  }

  private boolean isFirst(Model model, Field.Relation field, Model target) {
    if (model.name().equals(target.name())) {
      var opposite = field.opposite().map(it -> names.field(model, it));
      return opposite
          .filter(it -> CodePoints.compare(it, names.field(model, field.name())) < 0)
          .isEmpty();
    }
    return CodePoints.compare(names.model(model.name()), names.model(target.name())) < 0;
  }
}
