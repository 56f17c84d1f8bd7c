package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.IndexCondition.Comparison;
import lockstep.psl.analysis.IndexCondition.Operand;
import lockstep.psl.analysis.IndexCondition.Operator;
import lockstep.psl.analysis.TypedModel.Meaning;
import lockstep.psl.syntax.Expression;
import lockstep.text.Closest;

/// Reads the `where` of a partial index (Prisma 7.4): `raw("…")` or an object of comparisons.
final class IndexConditions {
  private static final String FORMS =
      "Write it as in `where: raw(\"deleted_at IS NULL\")` or `where: { deletedAt: null }`.";

  private final TypedModel model;
  private final Findings.In findings;

  IndexConditions(TypedModel model, Findings.In findings) {
    this.model = model;
    this.findings = findings;
  }

  Optional<IndexCondition> read(Expression value, AttributeArguments arguments) {
    return switch (value) {
      case Expression.FunctionCall call when call.name().text().equals("raw") ->
          raw(call, arguments);
      case Expression.ObjectLiteral object -> comparisons(object, arguments);
      case Expression.FunctionCall _ -> fail(arguments, "`where` is neither SQL nor an object.");
      default -> fail(value, arguments);
    };
  }

  private Optional<IndexCondition> raw(Expression.FunctionCall call, AttributeArguments arguments) {
    var given = call.arguments().arguments();
    if (given.isEmpty()) {
      return fail(arguments, "`raw` lacks its text.");
    }
    if (!(given.getFirst().value() instanceof Expression.StringLiteral sql)) {
      return fail(given.getFirst().value(), arguments);
    }
    if (sql.value().isEmpty()) {
      return fail(arguments, "The SQL of `where` is empty.");
    }
    return Optional.of(new IndexCondition.Raw(sql.value()));
  }

  private Optional<IndexCondition> comparisons(
      Expression.ObjectLiteral object, AttributeArguments arguments) {
    if (object.members().isEmpty()) {
      return fail(arguments, "The object of `where` is empty.");
    }
    var comparisons = new ArrayList<Comparison>();
    for (var member : object.members()) {
      var comparison = comparison(member, arguments);
      if (comparison.isEmpty()) {
        return Optional.empty();
      }
      comparisons.add(comparison.get());
    }
    return Optional.of(new IndexCondition.All(comparisons));
  }

  private Optional<Comparison> comparison(Expression.Member member, AttributeArguments arguments) {
    var field = member.name().text();
    var type = type(field, arguments);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    var comparison =
        member.value() instanceof Expression.ObjectLiteral nested
            ? negated(field, nested, arguments)
            : operand(member.value(), arguments).map(it -> new Comparison(field, Operator.IS, it));
    return comparison.filter(it -> fits(it, type.get(), arguments));
  }

  private Optional<ValueType> type(String field, AttributeArguments arguments) {
    var found = model.field(field);
    if (found.isEmpty()) {
      arguments.report(
          PslCode.INVALID_INDEX_CONDITION,
          "`where` names the field `%s`, which model `%s` does not have."
              .formatted(field, model.name()),
          Closest.to(field, model.byName().keySet())
              .map("Did you mean `%s`?"::formatted)
              .orElse("Name a scalar field of the model."));
      return Optional.empty();
    }
    if (found.get().meaning() instanceof Meaning.Value(var type)) {
      return Optional.of(type);
    }
    return fail(
        arguments, "`where` names the relation `%s`, which has no column.".formatted(field));
  }

  private Optional<Comparison> negated(
      String field, Expression.ObjectLiteral nested, AttributeArguments arguments) {
    if (nested.members().size() != 1) {
      return fail(arguments, "What `%s` is compared with needs exactly one key.".formatted(field));
    }
    var member = nested.members().getFirst();
    if (!member.name().text().equals("not")) {
      return fail(arguments, "`%s` is no comparison; only `not` is.".formatted(member.name()));
    }
    return operand(member.value(), arguments).map(it -> new Comparison(field, Operator.IS_NOT, it));
  }

  private Optional<Operand> operand(Expression value, AttributeArguments arguments) {
    return switch (value) {
      case Expression.StringLiteral it -> Optional.of(new Operand.Text(it.value()));
      case Expression.NumberLiteral it -> Optional.of(new Operand.Number(it.text()));
      case Expression.Constant it when it.name().equals("null") -> Optional.of(new Operand.Null());
      case Expression.Constant it when List.of("true", "false").contains(it.name()) ->
          Optional.of(new Operand.Truth(it.name().equals("true")));
      default ->
          fail(
              arguments,
              "`%s` is no value that a row can be compared with."
                  .formatted(findings.file().text(value.span())));
    };
  }

  /// Fields without a built-in type take anything, as Prisma cannot know what the database says.
  private boolean fits(Comparison comparison, ValueType type, AttributeArguments arguments) {
    if (!(type instanceof ValueType.BuiltIn(var builtIn))) {
      return true;
    }
    var fits =
        switch (comparison.operand()) {
          case Operand.Null _ -> true;
          case Operand.Truth _ -> builtIn == BuiltInType.BOOLEAN;
          case Operand.Text _ -> builtIn == BuiltInType.STRING || builtIn == BuiltInType.DATE_TIME;
          case Operand.Number _ ->
              switch (builtIn) {
                case INT, BIG_INT, FLOAT, DECIMAL -> true;
                default -> false;
              };
        };
    if (!fits) {
      arguments.report(
          PslCode.INVALID_INDEX_CONDITION,
          "`where` compares the field `%s` of type `%s` with another kind of value."
              .formatted(comparison.field(), builtIn),
          "Write a value of that type, or SQL in `raw(\"…\")`.");
    }
    return fits;
  }

  private <T> Optional<T> fail(AttributeArguments arguments, String fact) {
    arguments.report(PslCode.INVALID_INDEX_CONDITION, fact, FORMS);
    return Optional.empty();
  }

  private <T> Optional<T> fail(Expression value, AttributeArguments arguments) {
    arguments.coercion().mismatch("condition", value);
    return fail(arguments, "The `where` of this index is no condition.");
  }
}
