package lockstep.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lockstep.rewrite.FoundCalls.Found;
import lockstep.rewrite.FoundCalls.Scope;
import lockstep.rewrite.QueryRewriter.Interface;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;
import lockstep.text.Order;
import lockstep.text.Span;

/// Takes the calls of a file out of their program, so that each can be tried by itself.
public final class Trials {
  private Trials() {}

  /// Returns a trial for each call that was converted and asks the database something, in the order
  /// of the text.
  ///
  /// @param prefix of the functions' names; a number follows
  public static List<Trial> of(
      PythonFile file, Vocabulary words, Rewriting rewriting, Interface called, String prefix) {
    var verdicts = new LinkedHashMap<Span, Verdict>();
    rewriting.verdicts().stream()
        .filter(it -> !(it.outcome() instanceof Verdict.Outcome.Refused))
        .forEach(it -> verdicts.put(it.span(), it));
    var trials = new ArrayList<Trial>();
    for (var scope : FoundCalls.in(file, words).scopes()) {
      trials(file, words, scope, verdicts, called, prefix, trials);
    }
    trials.sort(Order.by(it -> it.verdict().span().start(), Integer::compare));
    return List.copyOf(trials);
  }

  private static void trials(
      PythonFile file,
      Vocabulary words,
      Scope scope,
      Map<Span, Verdict> verdicts,
      Interface called,
      String prefix,
      List<Trial> into) {
    var calls = scope.calls().stream().map(Found::call).toList();
    var variables = Variables.of(file, words, new IncludedDicts(file), scope);
    for (var call : calls) {
      var verdict = verdicts.get(call.span());
      if (verdict != null && call.needsSession()) {
        var name = prefix + into.size();
        into.add(new TrialWriter(file, words, variables, called, name).write(call, verdict));
      }
    }
  }

  /// Returns the imports that the functions of a file's trials need, a line each.
  public static String imports(PythonFile file) {
    return file.statements()
        .filter(Trials::isNeeded)
        .map(it -> file.text().text(it.span()))
        .distinct()
        .map(it -> it + "\n")
        .collect(Collectors.joining());
  }

  /// The client's wrappers for values, and what else makes JSON.
  private static boolean isNeeded(Stmt statement) {
    return switch (statement) {
      case Stmt.Import it ->
          it.names().stream().allMatch(name -> isClient(name.name()) || name.name().equals("json"));
      case Stmt.ImportFrom it -> isClient(it.module()) || it.module().equals("json");
      default -> false;
    };
  }

  private static boolean isClient(String module) {
    return module.equals("prisma") || module.startsWith("prisma.");
  }
}
