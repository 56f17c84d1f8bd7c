package lockstep.psl.analysis;

import java.util.List;
import java.util.Optional;
import lockstep.psl.PslCode;
import lockstep.psl.syntax.Argument;
import lockstep.psl.syntax.ArgumentList;
import lockstep.psl.syntax.Expression;
import lockstep.schema.Index.Order;
import lockstep.text.Closest;

/// Reads the fields of an id, a unique criterion or an index: names, each perhaps with arguments,
/// as in `[name(sort: Desc, ops: TextOps)]`.
final class IndexFieldArguments {
  private final Coercion coercion;
  private final Findings.In findings;

  IndexFieldArguments(Findings.In findings) {
    this.findings = findings;
    this.coercion = new Coercion(findings);
  }

  Optional<List<IndexField>> read(Expression fields) {
    return coercion.list(fields, this::field);
  }

  private Optional<IndexField> field(Expression expression) {
    return switch (expression) {
      case Expression.Constant it -> Optional.of(IndexField.of(it.name()));
      case Expression.FunctionCall it -> Optional.of(field(it));
      default -> coercion.mismatch("constant", expression);
    };
  }

  private IndexField field(Expression.FunctionCall call) {
    var arguments = call.arguments();
    return new IndexField(
        call.name().text(),
        argument(arguments, "sort").flatMap(this::order),
        argument(arguments, "length").flatMap(it -> length(it.value())),
        argument(arguments, "ops").flatMap(this::operatorClass));
  }

  private static Optional<Argument> argument(ArgumentList arguments, String name) {
    return arguments.arguments().stream()
        .filter(it -> it.name().filter(given -> given.text().equals(name)).isPresent())
        .findFirst();
  }

  private Optional<Order> order(Argument argument) {
    return coercion
        .constant(argument.value())
        .flatMap(
            word -> {
              var order = IndexAttributes.order(word);
              if (order.isEmpty()) {
                findings.report(
                    PslCode.UNKNOWN_SORT_ORDER,
                    argument.span(),
                    "`%s` is no sort order.".formatted(word),
                    "Write `Asc` or `Desc`.");
              }
              return order;
            });
  }

  private Optional<Integer> length(Expression value) {
    return coercion.integer(value).filter(it -> it >= 0).map(Long::intValue);
  }

  private Optional<OperatorClass> operatorClass(Argument argument) {
    return switch (argument.value()) {
      case Expression.Constant it -> known(it);
      case Expression.FunctionCall it when it.name().text().equals("raw") -> raw(it);
      default -> {
        findings.report(
            PslCode.INVALID_OPERATOR_CLASS,
            argument.span(),
            "`ops` names no operator class.",
            "Write one as in `ops: JsonbPathOps`, or its SQL name as in `ops:"
                + " raw(\"gin_trgm_ops\")`.");
        yield Optional.empty();
      }
    };
  }

  private Optional<OperatorClass> known(Expression.Constant word) {
    var known = KnownOperatorClass.of(word.name());
    if (known.isEmpty()) {
      findings.report(
          PslCode.INVALID_OPERATOR_CLASS,
          word.span(),
          "There is no operator class `%s`.".formatted(word.name()),
          Closest.to(word.name(), KnownOperatorClass.words())
              .map("Did you mean `%s`?"::formatted)
              .orElse("Write its SQL name as in `ops: raw(\"gin_trgm_ops\")`."));
    }
    return known.map(OperatorClass.Known::new);
  }

  private Optional<OperatorClass> raw(Expression.FunctionCall call) {
    var arguments = call.arguments().arguments();
    if (arguments.size() == 1
        && arguments.getFirst().value() instanceof Expression.StringLiteral it) {
      return Optional.of(new OperatorClass.Raw(it.value()));
    }
    findings.report(
        PslCode.INVALID_OPERATOR_CLASS,
        call.span(),
        "`raw` takes one text, the operator class as PostgreSQL calls it.",
        "Write it as in `ops: raw(\"gin_trgm_ops\")`.");
    return Optional.empty();
  }
}
