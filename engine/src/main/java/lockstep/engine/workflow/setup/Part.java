package lockstep.engine.workflow.setup;

import java.util.List;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Severity;

/// One part of what surrounds a project.
///
/// @param topic in one word
/// @param fact what was found, or why it was not looked at; a phrase
/// @param findings the worst first
public record Part(String topic, State state, String fact, List<Diagnostic> findings) {
  public Part {
    findings = List.copyOf(findings);
  }

  /// How a part stands.
  public enum State {
    FINE("ok"),
    NOTED("note"),
    WRONG("wrong"),
    SKIPPED("-");

    private final String word;

    State(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// A part that was looked at, as well as its findings let it be. Notes are no findings: they say
  /// what is so in every project.
  static Part of(String topic, String fact, List<Diagnostic> findings) {
    var shown = findings.stream().filter(it -> it.severity() != Severity.NOTE).toList();
    var state =
        shown.isEmpty()
            ? State.FINE
            : shown.stream().anyMatch(Diagnostic::isError) ? State.WRONG : State.NOTED;
    return new Part(topic, state, fact, shown);
  }

  static Part of(String topic, String fact, Diagnostic finding) {
    return of(topic, fact, List.of(finding));
  }

  static Part fine(String topic, String fact) {
    return of(topic, fact, List.of());
  }

  /// @param why as in `the database is not reached`
  static Part skipped(String topic, String why) {
    return new Part(topic, State.SKIPPED, why, List.of());
  }
}
