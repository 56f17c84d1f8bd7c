package lockstep.psl.lowering;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.psl.analysis.BuiltInType;
import lockstep.psl.analysis.DefaultValue;
import lockstep.psl.analysis.PslSchema;
import lockstep.psl.analysis.Rfc3339;
import lockstep.psl.analysis.ScalarField;
import lockstep.psl.analysis.ValueType;
import lockstep.psl.syntax.Expression;
import lockstep.schema.ColumnType;
import lockstep.schema.ColumnValue;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.SqlExpression;
import lockstep.sql.Names;
import lockstep.sql.Quote;
import lockstep.sql.TypeSql;

/// What an insert stores that omits a column; values written as Prisma 7 writes them.
final class DefaultLowering {
  private static final ColumnValue NONE = new ColumnValue.None();

  /// No exponent is written out that would make a number longer than this.
  private static final int MAX_DIGITS = 10_000;

  private final PslSchema schema;
  private final SequenceNames sequences;

  DefaultLowering(PslSchema schema, SequenceNames sequences) {
    this.schema = schema;
    this.sequences = sequences;
  }

  ColumnValue column(QualifiedName table, ScalarField field, ColumnType type) {
    if (field.defaultValue().isEmpty()) {
      return NONE;
    }
    return switch (field.defaultValue().get().value()) {
      case DefaultValue.Autoincrement _ -> serial(table, field, type);
      case DefaultValue.Now _ -> expression("CURRENT_TIMESTAMP");
      case DefaultValue.DatabaseGenerated(var sql) ->
          sql.map(DefaultLowering::expression).orElse(NONE);
      case DefaultValue.Literal(var value) -> expression(literal(value, field.type(), type));
      case DefaultValue.ClientGenerated _, DefaultValue.Unknown _ -> NONE;
    };
  }

  private static ColumnValue expression(String sql) {
    return new ColumnValue.Default(new SqlExpression(sql));
  }

  /// Types that no `SERIAL` stands for get no sequence: Prisma then leaves the default out.
  private ColumnValue serial(QualifiedName table, ScalarField field, ColumnType type) {
    if (type instanceof ColumnType.Scalar(var scalar, _)) {
      return switch (scalar) {
        case SMALLINT, INTEGER, BIGINT -> sequences.serial(table, field.databaseName(), scalar);
        default -> NONE;
      };
    }
    return NONE;
  }

  private String literal(Expression value, ValueType type, ColumnType column) {
    if (value instanceof Expression.ArrayLiteral(var elements, _)) {
      return elements.stream()
          .map(it -> literal(it, type))
          .collect(
              Collectors.joining(
                  ", ", "ARRAY[", "]::" + TypeSql.of(column, Names.of(Schema.empty()))));
    }
    return literal(value, type);
  }

  private String literal(Expression value, ValueType type) {
    return switch (value) {
      case Expression.NumberLiteral(var text, _) -> number(text, type);
      case Expression.StringLiteral(var text, _) -> text(text, type);
      case Expression.Constant(var word, _) ->
          enumerated(word, type).map(Quote::literal).orElse(word);
      case Expression.ArrayLiteral _, Expression.FunctionCall _, Expression.ObjectLiteral _ ->
          throw new IllegalStateException("not a value of a default: " + value);
    };
  }

  private Optional<String> enumerated(String word, ValueType type) {
    return type instanceof ValueType.Enumerated(var name)
        ? schema.enums().get(name).value(word).map(it -> it.databaseName())
        : Optional.empty();
  }

  private static String number(String text, ValueType type) {
    var isInteger = type.is(BuiltInType.INT) || type.is(BuiltInType.BIG_INT);
    return isInteger ? Long.toString(Long.parseLong(text)) : decimal(text);
  }

  private static String decimal(String text) {
    var number = new BigDecimal(text.replace("_", ""));
    return Math.abs((long) number.scale()) > MAX_DIGITS
        ? number.toString()
        : number.toPlainString();
  }

  private static String text(String text, ValueType type) {
    if (!(type instanceof ValueType.BuiltIn(var builtIn))) {
      return Quote.literal(text);
    }
    return switch (builtIn) {
      case DECIMAL -> decimal(text);
      case BYTES -> "'\\x" + HexFormat.of().formatHex(Base64.getDecoder().decode(text)) + "'";
      case DATE_TIME -> Quote.literal(Rfc3339.parse(text).map(Rfc3339::toString).orElse(text));
      default -> Quote.literal(text);
    };
  }
}
