package lockstep.cli.command;

import java.util.List;
import java.util.function.Predicate;
import lockstep.cli.Count;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.verify.Proof;
import lockstep.engine.verify.Proof.Outcome;
import lockstep.engine.workflow.RewriteQueries;
import lockstep.rewrite.RewriteCode;
import lockstep.text.SourceText;

/// What there is to say about calls that were tried.
final class ProofReport {
  private ProofReport() {}

  static boolean isDifferent(Proof proof) {
    return proof.outcome() instanceof Outcome.Different;
  }

  static String summary(List<Proof> proofs) {
    return "%s tried: %d proven equal, %d not tried, %d %s"
        .formatted(
            Count.of(proofs.size(), "converted call"),
            count(proofs, it -> it instanceof Outcome.Equal),
            count(proofs, it -> it instanceof Outcome.NotTried),
            count(proofs, it -> it instanceof Outcome.Different),
            count(proofs, it -> it instanceof Outcome.Different) == 1 ? "differs" : "differ");
  }

  private static int count(List<Proof> proofs, Predicate<Outcome> which) {
    return (int) proofs.stream().filter(it -> which.test(it.outcome())).count();
  }

  static List<Diagnostic> diagnostics(RewriteQueries.Outcome outcome, List<Proof> proofs) {
    return proofs.stream().flatMap(it -> diagnostic(text(outcome, it), it).stream()).toList();
  }

  private static List<Diagnostic> diagnostic(SourceText text, Proof proof) {
    var verdict = proof.trial().verdict();
    var place = Place.of(text, verdict.span());
    return switch (proof.outcome()) {
      case Outcome.Equal _ -> List.of();
      case Outcome.Different(var arguments, var difference) ->
          List.of(
              Diagnostic.of(
                      RewriteCode.MEANS_ELSE,
                      place,
                      "`%s` means something else when it is converted: given %s, %s."
                          .formatted(verdict.call(), arguments, difference))
                  .withAdvice("Look at what it becomes, and please report it."));
      case Outcome.NotTried(var reason) ->
          List.of(
              Diagnostic.of(
                  RewriteCode.NOT_TRIED,
                  place,
                  "`%s` was not tried: %s".formatted(verdict.call(), reason)));
    };
  }

  private static SourceText text(RewriteQueries.Outcome outcome, Proof proof) {
    return outcome.files().stream()
        .filter(it -> it.parsed().path().equals(proof.file()))
        .map(it -> it.rewriting().from())
        .findFirst()
        .orElseThrow();
  }

  static void json(JsonWriter out, RewriteQueries.Outcome outcome, List<Proof> proofs) {
    try (var _ = out.object("verified")) {
      out.member("equal", count(proofs, it -> it instanceof Outcome.Equal));
      out.member("different", count(proofs, it -> it instanceof Outcome.Different));
      out.member("notTried", count(proofs, it -> it instanceof Outcome.NotTried));
      try (var _ = out.array("calls")) {
        proofs.forEach(it -> json(out, text(outcome, it), it));
      }
    }
  }

  private static void json(JsonWriter out, SourceText text, Proof proof) {
    var verdict = proof.trial().verdict();
    try (var _ = out.object()) {
      out.member("path", text.name());
      out.member("line", text.position(verdict.span().start()).line());
      out.member("call", verdict.call());
      switch (proof.outcome()) {
        case Outcome.Equal(var times) -> {
          out.member("outcome", "equal");
          out.member("times", times);
        }
        case Outcome.Different(var arguments, var difference) -> {
          out.member("outcome", "different");
          out.member("arguments", arguments);
          out.member("difference", difference);
        }
        case Outcome.NotTried(var reason) -> {
          out.member("outcome", "not tried");
          out.member("reason", reason);
        }
      }
    }
  }
}
