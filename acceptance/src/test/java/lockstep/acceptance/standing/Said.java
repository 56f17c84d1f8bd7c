package lockstep.acceptance.standing;

import java.util.List;
import java.util.Optional;
import lockstep.acceptance.oracle.PrismaEngine.Finding;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.diagnostic.Severity;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// One thing that Prisma or Lockstep says about a schema, in terms that both share.
///
/// @param line from 1; 0 for what belongs to no line
/// @param kind the rule: Lockstep's code, or Prisma's message without its names and numbers
record Said(boolean isWarning, String file, int line, Span span, String kind, String message) {
  private static final int KIND_LENGTH = 110;

  static Said of(Finding finding, List<SourceText> files) {
    var line =
        files.stream()
            .filter(it -> it.name().equals(finding.file()))
            .map(it -> it.position(Math.min(finding.start(), it.content().length())).line())
            .findFirst()
            .orElse(0);
    return new Said(
        finding.isWarning(),
        finding.file(),
        line,
        new Span(finding.start(), Math.max(finding.start(), finding.end())),
        kind(finding.message()),
        finding.message());
  }

  /// Returns empty for a hint, which Prisma has none of.
  static Optional<Said> of(Diagnostic diagnostic) {
    if (diagnostic.severity() == Severity.NOTE) {
      return Optional.empty();
    }
    var text = diagnostic.fact() + diagnostic.advice().map(it -> " " + it).orElse("");
    var source = diagnostic.place().flatMap(Said::source);
    var span = diagnostic.place().flatMap(Said::span).orElse(new Span(0, 0));
    return Optional.of(
        new Said(
            diagnostic.severity() == Severity.WARNING,
            source.map(SourceText::name).orElse(""),
            source.map(it -> it.position(span.start()).line()).orElse(0),
            span,
            diagnostic.code().id(),
            text));
  }

  /// Returns whether both speak of the same line as seriously.
  boolean isBesides(Said other) {
    return isWarning == other.isWarning && file.equals(other.file) && line == other.line;
  }

  String show() {
    return "%s %s:%d [%d,%d) %s: %s"
        .formatted(
            isWarning ? "warning" : "error", file, line, span.start(), span.end(), kind, message);
  }

  private static Optional<SourceText> source(Place place) {
    return place instanceof Place.InText(var source, _) ? Optional.of(source) : Optional.empty();
  }

  private static Optional<Span> span(Place place) {
    return place instanceof Place.InText(_, var span) ? Optional.of(span) : Optional.empty();
  }

  private static String kind(String message) {
    var kind =
        message
            .replaceAll("\"[^\"]*\"|`[^`]*`|'[^']*'", "_")
            .replaceAll("\\d+", "0")
            .replaceAll("\\s+", " ");
    return kind.substring(0, Math.min(KIND_LENGTH, kind.length()));
  }
}
