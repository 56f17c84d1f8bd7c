package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.text.Order;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// What a file becomes.
///
/// @param verdicts one for each call, in the order of the text
/// @param remarks what else there is to say, at places in the text before
/// @param handed what it gives of transactions to functions, also of other files
public record Rewriting(
    SourceText from, String content, List<Verdict> verdicts, List<Remark> remarks, Handed handed) {
  private static final Set<String> LIFE =
      Set.of(
          ClientBlocks.LABEL,
          ClientCall.LifeOperation.CONNECT.word(),
          ClientCall.LifeOperation.DISCONNECT.word());

  public Rewriting {
    verdicts = List.copyOf(verdicts);
    remarks = List.copyOf(remarks);
  }

  /// @param fact what is so
  /// @param advice what to do about it
  public record Remark(RewriteCode code, Span span, String fact, String advice) {}

  /// Returns what becomes of a file that has no calls of the client.
  public static Rewriting withoutCalls(SourceText from, String content, List<Remark> remarks) {
    return new Rewriting(from, content, List.of(), remarks, new Handed(Set.of(), Set.of()));
  }

  /// Returns the same with another text, and other things to say beside the calls.
  public Rewriting with(String other, List<Remark> otherRemarks) {
    return new Rewriting(from, other, verdicts, otherRemarks, handed);
  }

  public boolean isChanged() {
    return !content.equals(from.content());
  }

  /// Returns whether a call stays.
  public boolean hasRefused() {
    return verdicts.stream().anyMatch(it -> it.outcome() instanceof Verdict.Outcome.Refused);
  }

  /// Returns whether a client is begun or ended here no more.
  public boolean endsClient() {
    return verdicts.stream().anyMatch(it -> LIFE.contains(it.call()));
  }

  Rewriting withSpoiled(Set<Handed.Parameter> more) {
    return new Rewriting(from, content, verdicts, remarks, handed.withSpoiled(more));
  }

  /// Returns what there is to say, in the order of the text.
  public List<Diagnostic> diagnostics() {
    var all = new ArrayList<Diagnostic>();
    for (var it : verdicts) {
      switch (it.outcome()) {
        case Verdict.Outcome.Converted _ -> {}
        case Verdict.Outcome.WithNote(var note) -> all.add(note(it, note));
        case Verdict.Outcome.WithHelper(var reason) -> all.add(note(it, reason));
        case Verdict.Outcome.Refused(var reason) ->
            all.add(
                Diagnostic.of(
                        RewriteCode.REFUSED,
                        Place.of(from, it.span()),
                        "`%s` stays as it is: %s".formatted(it.call(), reason))
                    .withAdvice("Write it as SQLAlchemy by hand, or in a way that says it here."));
      }
    }
    for (var it : remarks) {
      all.add(
          Diagnostic.of(it.code(), Place.of(from, it.span()), it.fact()).withAdvice(it.advice()));
    }
    all.sort(Order.by(Rewriting::offset, Integer::compare));
    return List.copyOf(all);
  }

  private Diagnostic note(Verdict verdict, String note) {
    return Diagnostic.of(
        RewriteCode.NOTE,
        Place.of(from, verdict.span()),
        "`%s` is converted: %s".formatted(verdict.call(), note));
  }

  private static Integer offset(Diagnostic diagnostic) {
    return diagnostic.place().orElseThrow() instanceof Place.InText(var _, var span)
        ? span.start()
        : 0;
  }
}
