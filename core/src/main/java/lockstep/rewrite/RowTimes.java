package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lockstep.rewrite.Results.Renamed;
import lockstep.rewrite.Rewriting.Remark;
import lockstep.rewrite.Times.Kind;
import lockstep.rewrite.syntax.Expr;
import lockstep.text.Span;

/// What code does with times of rows that name no zone, and named UTC in the client's rows.
///
/// Python neither compares the one with the other nor subtracts them: a time that is known to name
/// UTC loses the name beside a row's, and of others the reader is told.
record RowTimes(Times times, Vocabulary words) {
  /// What takes a time without a zone for one of where the service runs, or writes it otherwise.
  private static final Set<String> METHODS =
      Set.of("timestamp", "astimezone", "isoformat", "utcoffset", "tzname");

  void look(List<Expr> expressions, List<Renamed> renamed, List<Remark> remarks) {
    var areThere =
        expressions.stream()
            .anyMatch(it -> it instanceof Expr.Attribute one && words.mayBePlainTime(one.name()));
    if (!areThere) {
      return;
    }
    expressions.forEach(
        it -> {
          switch (it) {
            case Expr.Other one when one.kind().equals("Compare") ->
                beside(one.parts(), renamed, remarks);
            case Expr.Other one when one.kind().equals("BinOp") && times.isDifference(one) ->
                subtracted(one, renamed, remarks);
            case Expr.Attribute(var span, var of, var name)
                when METHODS.contains(name) && times.kind(of) == Kind.OF_ROW ->
                remarks.add(
                    new Remark(
                        RewriteCode.USED_OTHERWISE,
                        new Span(span.end() - name.length(), span.end()),
                        "`%s` is of a time that names no zone now, and named UTC.".formatted(name),
                        "Say `.replace(tzinfo=timezone.utc)` before it."));
            default -> {}
          }
        });
  }

  /// A span of time may be subtracted from a row's as it is.
  private void subtracted(Expr.Other difference, List<Renamed> renamed, List<Remark> remarks) {
    var left = times.kind(difference.parts().getFirst());
    var right = times.kind(difference.parts().getLast());
    if (right == Kind.OF_ROW || left == Kind.OF_ROW && right == Kind.UTC) {
      beside(difference.parts(), renamed, remarks);
    }
  }

  private void beside(List<Expr> operands, List<Renamed> renamed, List<Remark> remarks) {
    var ofRows = operands.stream().filter(it -> times.kind(it) == Kind.OF_ROW).toList();
    var ofUtc = operands.stream().filter(it -> times.kind(it) == Kind.UTC).toList();
    if (ofRows.isEmpty()) {
      operands.stream()
          .filter(it -> !ofUtc.isEmpty() && isPerhapsOfRow(it))
          .forEach(it -> remarks.add(remark(it, "where this is a row's")));
      return;
    }
    ofUtc.forEach(it -> renamed.addAll(withoutZone(it)));
    if (operands.stream().anyMatch(it -> times.kind(it) == Kind.OTHER && mayBeTime(it))) {
      remarks.add(remark(ofRows.getFirst(), "as its column does"));
    }
  }

  private boolean isPerhapsOfRow(Expr operand) {
    return operand instanceof Expr.Attribute it && words.isPlainTime(it.name());
  }

  private static boolean mayBeTime(Expr operand) {
    return switch (operand) {
      case Expr.Constant _, Expr.Text _, Expr.Dict _, Expr.Comprehension _ -> false;
      case Expr.Display it -> it.elements().stream().anyMatch(RowTimes::mayBeTime);
      default -> true;
    };
  }

  private Remark remark(Expr time, String where) {
    return new Remark(
        RewriteCode.USED_OTHERWISE,
        time.span(),
        "`%s` names no zone now, %s; the client's named UTC."
            .formatted(Conditions.oneLine(times.text(time)), where),
        "What it is compared with must name none either: say `.replace(tzinfo=None)` where that is"
            + " in UTC.");
  }

  /// Returns the edits of the first and the last letter that put something around an expression.
  private List<Renamed> withoutZone(Expr time) {
    var around = Times.withoutZone(time);
    var edits = new ArrayList<Renamed>();
    var span = time.span();
    var isInParentheses = times.isInParentheses(span);
    if (!around.before().isEmpty() && !isInParentheses) {
      var first = new Span(span.start(), span.start() + 1);
      edits.add(new Renamed(first, around.before() + times.text(first)));
    }
    var last =
        isInParentheses
            ? new Span(span.end(), span.end() + 1)
            : new Span(span.end() - 1, span.end());
    var after = isInParentheses ? ".replace(tzinfo=None)" : around.after();
    edits.add(new Renamed(last, times.text(last) + after));
    return edits;
  }
}
