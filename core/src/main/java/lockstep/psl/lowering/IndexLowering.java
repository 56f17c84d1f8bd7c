package lockstep.psl.lowering;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.psl.analysis.ConstraintNames;
import lockstep.psl.analysis.IndexCondition;
import lockstep.psl.analysis.IndexCondition.Operand;
import lockstep.psl.analysis.IndexCondition.Operator;
import lockstep.psl.analysis.IndexField;
import lockstep.psl.analysis.IndexMethod;
import lockstep.psl.analysis.ModelIndex;
import lockstep.psl.analysis.OperatorClass;
import lockstep.psl.analysis.PslModel;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.Index.Order;
import lockstep.schema.SqlExpression;
import lockstep.sql.Quote;

/// Indexes and unique criteria: Prisma 7 makes a unique index of `@unique`, not a constraint.
final class IndexLowering {
  private IndexLowering() {}

  static Identifier name(PslModel model, ModelIndex index) {
    return Identifier.of(ConstraintNames.index(model, index));
  }

  static Index lower(PslModel model, ModelIndex index) {
    var method = index.method().orElse(IndexMethod.BTREE);
    return new Index(
        name(model, index),
        index.isUnique() ? Index.Uniqueness.UNIQUE : Index.Uniqueness.NOT_UNIQUE,
        method(method),
        index.fields().stream().map(it -> key(model, it, method)).toList(),
        List.of(),
        index.where().map(it -> new SqlExpression(condition(model, it))),
        List.of(),
        Optional.empty());
  }

  private static Identifier method(IndexMethod method) {
    return Identifier.of(
        switch (method) {
          case BTREE -> "btree";
          case HASH -> "hash";
          case GIST -> "gist";
          case GIN -> "gin";
          case SP_GIST -> "spgist";
          case BRIN -> "brin";
        });
  }

  private static Index.Key key(PslModel model, IndexField field, IndexMethod method) {
    var column = model.scalars().get(field.name()).databaseName();
    var order = field.order().orElse(Order.ASCENDING);
    return new Index.Key(
        new Index.Target.OfColumn(Identifier.of(column)),
        field.operatorClass().flatMap(it -> operatorClass(it, method)),
        Optional.empty(),
        order,
        order.defaultNulls());
  }

  private static Optional<Index.OperatorClass> operatorClass(
      OperatorClass operatorClass, IndexMethod method) {
    return switch (operatorClass) {
      case OperatorClass.Known(var known) ->
          known.defaultMethods().contains(method)
              ? Optional.empty()
              : Optional.of(Index.OperatorClass.of(known.sql()));
      case OperatorClass.Raw(var sql) -> Optional.of(Index.OperatorClass.of(sql));
    };
  }

  private static String condition(PslModel model, IndexCondition condition) {
    return switch (condition) {
      case IndexCondition.Raw(var sql) -> sql;
      case IndexCondition.All(var comparisons) ->
          comparisons.stream()
              .map(it -> comparison(model, it))
              .collect(Collectors.joining(" AND "));
    };
  }

  private static String comparison(PslModel model, IndexCondition.Comparison comparison) {
    var column = model.scalars().get(comparison.field()).databaseName();
    var isNegated = comparison.operator() == Operator.IS_NOT;
    var operator = isNegated ? " != " : " = ";
    var right =
        switch (comparison.operand()) {
          case Operand.Null _ -> isNegated ? " IS NOT NULL" : " IS NULL";
          case Operand.Truth(var value) -> operator + value;
          case Operand.Text(var value) -> operator + Quote.literal(value);
          case Operand.Number(var digits) -> operator + digits;
        };
    return Quote.name(Identifier.of(column)) + right;
  }
}
