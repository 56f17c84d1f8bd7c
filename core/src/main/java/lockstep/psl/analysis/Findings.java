package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.List;
import lockstep.diagnostic.Diagnostic;
import lockstep.psl.PslCode;
import lockstep.psl.syntax.SyntaxFile;
import lockstep.text.Span;

/// Collects what is wrong with a schema while it is read.
public final class Findings {
  private final List<Diagnostic> all = new ArrayList<>();
  private boolean hasErrors;

  /// Returns what was found so far, in the order of finding.
  public List<Diagnostic> all() {
    return List.copyOf(all);
  }

  public boolean hasErrors() {
    return hasErrors;
  }

  public void add(Diagnostic diagnostic) {
    all.add(diagnostic);
    hasErrors |= diagnostic.isError();
  }

  /// Returns these findings for reports about one file.
  public In in(SyntaxFile file) {
    return new In(this, file);
  }

  /// Findings and the file that spans refer to.
  public record In(Findings findings, SyntaxFile file) {
    public void report(PslCode code, Span span, String fact) {
      findings.add(Diagnostic.of(code, file.place(span), fact));
    }

    public void report(PslCode code, Span span, String fact, String advice) {
      findings.add(Diagnostic.of(code, file.place(span), fact).withAdvice(advice));
    }
  }
}
