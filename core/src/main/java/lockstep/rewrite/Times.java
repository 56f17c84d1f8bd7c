package lockstep.rewrite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;
import lockstep.text.Span;

/// Which expressions of one function are times, and whether these name a zone.
///
/// The client took times with a zone and without one, and gave all of its own in UTC by name. A
/// column without a zone has times that name none, and asyncpg takes no other (asyncpg 0.31).
final class Times {
  private static final Set<String> SAME = Set.of("min", "max");
  private static final Set<String> SPANS = Set.of("timedelta", "relativedelta");

  private final PythonFile file;
  private final List<Stmt> own;
  private final List<Stmt.Parameter> parameters;
  private Predicate<Expr.Attribute> isOfRow;
  private final Set<String> asked = new HashSet<>();
  private final Map<String, Kind> known = new LinkedHashMap<>();

  enum Kind {
    /// It names UTC.
    UTC,
    /// It names no zone.
    PLAIN,
    /// A row has it in a column without a zone: it names none, and named UTC in the client's rows.
    OF_ROW,
    /// No time but how long something takes.
    SPAN,
    /// Nothing of the kind, or nothing is known of it.
    OTHER;

    boolean isTime() {
      return this == UTC || this == PLAIN || this == OF_ROW;
    }
  }

  /// @param own the statements of the function
  /// @param isOfRow whether an attribute is a row's, of a column without a zone
  Times(
      PythonFile file,
      List<Stmt> own,
      List<Stmt.Parameter> parameters,
      Predicate<Expr.Attribute> isOfRow) {
    this.file = file;
    this.own = own;
    this.parameters = parameters;
    this.isOfRow = isOfRow;
  }

  /// Says which attributes are rows' of columns without a zone.
  void know(Predicate<Expr.Attribute> ofRows) {
    isOfRow = ofRows;
    known.clear();
  }

  Kind kind(Expr value) {
    return switch (value) {
      case Expr.Name(var _, var id) -> ofName(id);
      case Expr.Attribute it -> isOfRow.test(it) ? Kind.OF_ROW : Kind.OTHER;
      case Expr.Call it -> ofCall(it);
      case Expr.Other it when it.kind().equals("BinOp") -> ofSum(it);
      case Expr.Other(var _, var kind, var parts) when kind.equals("IfExp") ->
          same(parts.subList(1, parts.size()));
      case Expr.Other(var _, var kind, var parts) when kind.equals("BoolOp") -> same(parts);
      case Expr.Other(var _, var kind, var parts) when kind.equals("NamedExpr") ->
          kind(parts.getLast());
      default -> Kind.OTHER;
    };
  }

  /// Returns what is put around a time that names UTC, so that it names nothing.
  static Around withoutZone(Expr value) {
    return switch (value) {
      case Expr.Name _, Expr.Attribute _, Expr.Subscript _, Expr.Call _ ->
          new Around("", ".replace(tzinfo=None)");
      default -> new Around("(", ").replace(tzinfo=None)");
    };
  }

  String text(Expr expression) {
    return file.text(expression);
  }

  String text(Span span) {
    return file.text().text(span);
  }

  /// Returns whether an operand stands between parentheses of its own.
  boolean isInParentheses(Span operand) {
    var content = file.text().content();
    return operand.start() > 0
        && content.charAt(operand.start() - 1) == '('
        && content.startsWith(")", operand.end());
  }

  record Around(String before, String after) {}

  /// Returns whether one is subtracted from the other.
  boolean isDifference(Expr.Other sum) {
    var between =
        new Span(sum.parts().getFirst().span().end(), sum.parts().getLast().span().start());
    return file.text().text(between).replaceAll("#.*", "").contains("-");
  }

  /// A time and a span of time are a time, and the difference of two times is a span.
  private Kind ofSum(Expr.Other sum) {
    var left = kind(sum.parts().getFirst());
    var right = kind(sum.parts().getLast());
    var isSum = !isDifference(sum);
    if (left.isTime() && right.isTime()) {
      return Kind.SPAN;
    }
    if (left.isTime()) {
      var isKnown = right == Kind.SPAN || isSum || left != Kind.OF_ROW;
      return isKnown ? left : Kind.OTHER;
    }
    if (right.isTime()) {
      return left == Kind.SPAN || isSum ? right : Kind.OTHER;
    }
    return left == Kind.SPAN || right == Kind.SPAN ? Kind.SPAN : Kind.OTHER;
  }

  private Kind same(List<Expr> values) {
    var kinds = values.stream().map(this::kind).distinct().toList();
    return kinds.size() == 1 ? kinds.getFirst() : Kind.OTHER;
  }

  private Kind ofCall(Expr.Call call) {
    if (ClientCalls.lastName(call.function()).filter("datetime"::equals).isPresent()) {
      var zone = call.keyword("tzinfo");
      return zone.isEmpty() ? Kind.PLAIN : isUtc(zone.get()) ? Kind.UTC : Kind.OTHER;
    }
    if (call.function() instanceof Expr.Name(var _, var id)) {
      return SAME.contains(id)
          ? same(values(call))
          : SPANS.contains(id) ? Kind.SPAN : ofFunction(call, id);
    }
    if (!(call.function() instanceof Expr.Attribute(var _, var of, var method))) {
      return Kind.OTHER;
    }
    return switch (method) {
      case "timedelta", "relativedelta" -> Kind.SPAN;
      case "utcnow", "utcfromtimestamp" -> Kind.PLAIN;
      case "now" ->
          call.arguments().stream().anyMatch(it -> isUtc(it.value())) ? Kind.UTC : Kind.OTHER;
      case "fromtimestamp" ->
          call.arguments().stream().skip(1).anyMatch(it -> isUtc(it.value()))
              ? Kind.UTC
              : Kind.OTHER;
      case "astimezone" -> values(call).stream().anyMatch(Times::isUtc) ? Kind.UTC : Kind.OTHER;
      case "replace" -> replaced(call, of);
      default -> Kind.OTHER;
    };
  }

  private Kind replaced(Expr.Call call, Expr of) {
    var zone = call.keyword("tzinfo");
    if (zone.isEmpty()) {
      return kind(of);
    }
    return zone.get().isNone() ? Kind.PLAIN : isUtc(zone.get()) ? Kind.UTC : Kind.OTHER;
  }

  private static List<Expr> values(Expr.Call call) {
    return call.arguments().stream().map(Argument::value).toList();
  }

  /// Returns whether an expression is UTC, as in `timezone.utc`, `dt.UTC` and `ZoneInfo("UTC")`.
  private static boolean isUtc(Expr zone) {
    return zone instanceof Expr.Call(var _, var function, var arguments)
            && ClientCalls.lastName(function).filter("ZoneInfo"::equals).isPresent()
            && arguments.size() == 1
            && arguments.getFirst().value() instanceof Expr.Text(var _, var name)
            && name.equals("UTC")
        || ClientCalls.lastName(zone).filter("utc"::equalsIgnoreCase).isPresent();
  }

  /// A function of the file says what it gives by all that it returns.
  private Kind ofFunction(Expr.Call call, String name) {
    var defined =
        file.body().stream()
            .filter(it -> it instanceof Stmt.Function one && one.name().equals(name))
            .map(Stmt.Function.class::cast)
            .toList();
    if (!call.arguments().isEmpty() || defined.size() != 1 || !asked.add(name + "()")) {
      return Kind.OTHER;
    }
    var function = defined.getFirst();
    var statements = function.body().stream().flatMap(Variables::own).toList();
    var returned =
        statements.stream()
            .filter(Stmt.Return.class::isInstance)
            .map(it -> ((Stmt.Return) it).value())
            .toList();
    var inside = new Times(file, statements, function.parameters(), _ -> false);
    inside.asked.addAll(asked);
    var kind =
        function.colour() == Stmt.Colour.PLAIN && returned.stream().allMatch(Optional::isPresent)
            ? inside.same(returned.stream().map(Optional::get).toList())
            : Kind.OTHER;
    asked.remove(name + "()");
    return kind;
  }

  /// A variable is what all is that is assigned to it, in its function or as a constant of the
  /// module.
  private Kind ofName(String name) {
    if (known.containsKey(name)) {
      return known.get(name);
    }
    if (parameters.stream().anyMatch(it -> it.name().equals(name)) || !asked.add(name)) {
      return Kind.OTHER;
    }
    var here = bound(own.stream(), name);
    var bound = here.isEmpty() ? ofModule(name) : here;
    var kind =
        !bound.isEmpty() && bound.stream().allMatch(Optional::isPresent)
            ? same(bound.stream().map(Optional::get).toList())
            : Kind.OTHER;
    asked.remove(name);
    known.put(name, kind);
    return kind;
  }

  /// A name in capitals is the module's: no function around has another of its own.
  private List<Optional<Expr>> ofModule(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT))
        ? bound(file.body().stream().flatMap(Variables::own), name)
        : List.of();
  }

  /// Returns what a name is given; empty where that is no plain assignment.
  private static List<Optional<Expr>> bound(Stream<Stmt> statements, String name) {
    var all = new ArrayList<Optional<Expr>>();
    for (var it : statements.toList()) {
      switch (it) {
        case Stmt.Assign assign ->
            assign.targets().stream()
                .filter(target -> names(target, name))
                .forEach(
                    target ->
                        all.add(target instanceof Expr.Name ? assign.value() : Optional.empty()));
        case Stmt.For loop when names(loop.target(), name) -> all.add(Optional.empty());
        case Stmt.With with ->
            with.items().stream()
                .flatMap(item -> item.target().stream())
                .filter(target -> names(target, name))
                .forEach(_ -> all.add(Optional.empty()));
        case Stmt.Import(var _, var names) ->
            names.stream()
                .filter(one -> one.bound().equals(name))
                .forEach(_ -> all.add(Optional.empty()));
        case Stmt.ImportFrom(var _, var _, var names) ->
            names.stream()
                .filter(one -> one.bound().equals(name))
                .forEach(_ -> all.add(Optional.empty()));
        default -> {}
      }
      it.expressions().stream()
          .flatMap(Expr::all)
          .flatMap(one -> boundInside(one, name).stream())
          .forEach(all::add);
    }
    return all;
  }

  /// What a comprehension runs through has the name there alone, which is not told apart here.
  private static List<Optional<Expr>> boundInside(Expr expression, String name) {
    return switch (expression) {
      case Expr.Comprehension it ->
          it.loops().stream()
              .filter(loop -> names(loop.target(), name))
              .map(_ -> Optional.<Expr>empty())
              .toList();
      case Expr.Other(var _, var kind, var parts)
          when kind.equals("NamedExpr") && names(parts.getFirst(), name) ->
          List.of(Optional.of(parts.getLast()));
      default -> List.of();
    };
  }

  /// Returns whether an assignment to a target gives a name something.
  private static boolean names(Expr target, String name) {
    return switch (target) {
      case Expr.Name(var _, var id) -> id.equals(name);
      case Expr.Display it -> it.elements().stream().anyMatch(one -> names(one, name));
      case Expr.Other(var _, var kind, var parts) ->
          kind.equals("Starred") && parts.stream().anyMatch(one -> names(one, name));
      default -> false;
    };
  }
}
