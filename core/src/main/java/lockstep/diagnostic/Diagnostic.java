package lockstep.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One thing to say to the user: a code, a place, a sentence of fact and a sentence of advice.
///
/// @param place empty where no place in the user's input is meant
/// @param fact what is so, in one sentence
/// @param advice what to do about it, in one sentence
/// @param related further places that belong to the same finding, as in "first declared here"
public record Diagnostic(
    Code code,
    Severity severity,
    Optional<Place> place,
    String fact,
    Optional<String> advice,
    List<Related> related) {
  public Diagnostic {
    related = List.copyOf(related);
  }

  /// A second place, and why it matters.
  public record Related(Place place, String note) {}

  /// A finding at a place, as serious as its code says.
  public static Diagnostic of(Code code, Place place, String fact) {
    return new Diagnostic(
        code, code.severity(), Optional.of(place), fact, Optional.empty(), List.of());
  }

  /// A finding that belongs to no place in the user's input.
  public static Diagnostic of(Code code, String fact) {
    return new Diagnostic(
        code, code.severity(), Optional.empty(), fact, Optional.empty(), List.of());
  }

  public Diagnostic withAdvice(String sentence) {
    return withAdvice(Optional.of(sentence));
  }

  public Diagnostic withAdvice(Optional<String> sentence) {
    return new Diagnostic(code, severity, place, fact, sentence, related);
  }

  public Diagnostic withSeverity(Severity given) {
    return new Diagnostic(code, given, place, fact, advice, related);
  }

  /// Returns the same finding at another place.
  public Diagnostic at(Place other) {
    return new Diagnostic(code, severity, Optional.of(other), fact, advice, related);
  }

  public Diagnostic withRelated(Place at, String note) {
    var all = new ArrayList<>(related);
    all.add(new Related(at, note));
    return new Diagnostic(code, severity, place, fact, advice, all);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
