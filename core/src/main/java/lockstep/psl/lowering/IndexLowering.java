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
import lockstep.psl.analysis.PslSchema;
import lockstep.schema.ColumnType;
import lockstep.schema.DefaultOperatorClass;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.Index.Order;
import lockstep.schema.SqlExpression;
import lockstep.sql.OperatorClassSql;
import lockstep.sql.Quote;

/// Indexes and unique criteria: Prisma 7 makes a unique index of `@unique`, not a constraint.
final class IndexLowering {
  private final TypeLowering types;

  IndexLowering(PslSchema schema) {
    this.types = new TypeLowering(schema);
  }

  static Identifier name(PslModel model, ModelIndex index) {
    return Identifier.of(ConstraintNames.index(model, index));
  }

  Index lower(PslModel model, ModelIndex index) {
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

  private Index.Key key(PslModel model, IndexField field, IndexMethod method) {
    var scalar = model.scalars().get(field.name());
    var order = field.order().orElse(Order.ASCENDING);
    return new Index.Key(
        new Index.Target.OfColumn(Identifier.of(scalar.databaseName())),
        field
            .operatorClass()
            .flatMap(IndexLowering::operatorClass)
            .filter(it -> !isDefault(it, method, types.column(scalar))),
        Optional.empty(),
        order,
        order.defaultNulls());
  }

  /// What is none is left to PostgreSQL to refuse.
  private static Optional<Index.OperatorClass> operatorClass(OperatorClass operatorClass) {
    return switch (operatorClass) {
      case OperatorClass.Known(var known) -> Optional.of(Index.OperatorClass.of(known.sql()));
      case OperatorClass.Raw(var sql) when sql.isBlank() -> Optional.empty();
      case OperatorClass.Raw(var sql) ->
          OperatorClassSql.parse(sql).or(() -> Optional.of(Index.OperatorClass.of(sql)));
    };
  }

  private static boolean isDefault(
      Index.OperatorClass operatorClass, IndexMethod method, ColumnType type) {
    return DefaultOperatorClass.of(method(method).text(), type)
        .map(Index.OperatorClass::of)
        .filter(operatorClass::equals)
        .isPresent();
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
