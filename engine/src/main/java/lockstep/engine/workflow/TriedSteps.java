package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.postgres.Shadow;
import lockstep.mapping.Reading;
import lockstep.plan.Step;
import lockstep.text.SourceText;

/// Statements that are to stand in SQL files beside a schema: those that the shadow takes there,
/// and what schema and files say with them.
///
/// @param steps in the order given
/// @param said without errors
/// @param diagnostics why others are missing
record TriedSteps(List<Step> steps, Reading said, List<Diagnostic> diagnostics) {
  static final String ADVICE =
      "It stays as it is in the database; keep it in a migration, or write it here by hand.";

  TriedSteps {
    steps = List.copyOf(steps);
    diagnostics = List.copyOf(diagnostics);
  }

  /// @param said what schema and files say without the steps
  /// @param scripts the files as they are
  static TriedSteps of(
      Reading target,
      Reading said,
      List<SourceText> scripts,
      List<Step> steps,
      Supplier<Shadow> shadow) {
    var left = new ArrayList<>(steps);
    var diagnostics = new ArrayList<Diagnostic>();
    while (!left.isEmpty()) {
      var added = left.stream().map(it -> SourceText.of("", it.sql())).toList();
      var all = Stream.concat(scripts.stream(), added.stream()).toList();
      var reading = Extended.read(target, all, "the schema", shadow.get());
      if (!reading.hasErrors()) {
        return new TriedSteps(left, reading, diagnostics);
      }
      var refused = refused(reading);
      for (var i = left.size() - 1; i >= 0; i--) {
        var reason = refused.get(added.get(i));
        if (reason != null) {
          diagnostics.addFirst(leftOut(left.remove(i), ": " + reason));
        }
      }
      if (left.size() == added.size()) {
        // Whatever it is, these statements are not to blame for it alone.
        left.forEach(it -> diagnostics.add(leftOut(it, ".")));
        left.clear();
      }
    }
    return new TriedSteps(left, said, diagnostics);
  }

  /// Returns the server's words, a sentence, by the statement that they are about.
  private static Map<SourceText, String> refused(Reading reading) {
    var all = new HashMap<SourceText, String>();
    for (var it : reading.diagnostics()) {
      if (it.isError() && it.place().orElse(null) instanceof Place.InText text) {
        all.put(text.source(), DraftedMigrations.serversWords(it));
      }
    }
    return all;
  }

  /// A statement that needs another one that is refused is refused as well.
  private static Diagnostic leftOut(Step step, String reason) {
    return Diagnostic.of(
            WorkflowCode.NOT_DECLARED,
            "%s is not written: the shadow database refuses `%s`%s"
                .formatted(step.object(), step.sql().lines().findFirst().orElse(""), reason))
        .withAdvice(ADVICE);
  }
}
