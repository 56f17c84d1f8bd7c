package lockstep.engine.workflow.hook;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Our lines in a file that is somebody else's, between two that mark them.
///
/// @param project whose they are: a repository may have several
record Region(String project) {
  private String first() {
    return "# >>> lockstep hook: " + project + " >>> by `lockstep hook install`";
  }

  private String last() {
    return "# <<< lockstep hook: " + project + " <<<";
  }

  /// Returns the whole region, which ends its last line.
  ///
  /// @param indent before each line
  String of(String indent, List<String> lines) {
    return Stream.of(Stream.of(first()), lines.stream(), Stream.of(last()))
        .flatMap(it -> it)
        .map(it -> it.isEmpty() ? "\n" : indent + it + "\n")
        .collect(Collectors.joining());
  }

  boolean isIn(String text) {
    return find(text).isPresent();
  }

  /// Returns whether only one of the two lines that mark it is there.
  boolean isDamaged(String text) {
    return !isIn(text) && Pattern.compile(begin() + "|" + end()).matcher(text).find();
  }

  /// Returns a text with other lines in the place of ours.
  String replace(String text, String region) {
    var found = find(text).orElseThrow();
    return text.substring(0, found.start()) + region + text.substring(found.end());
  }

  /// Returns what stands before each of its lines.
  String indent(String text) {
    var start = text.substring(find(text).orElseThrow().start());
    return start.substring(0, start.indexOf('#'));
  }

  private record Found(int start, int end) {}

  private Optional<Found> find(String text) {
    var matcher =
        Pattern.compile(begin() + "[^\\n]*\\n(?s:.*?)" + end() + "[^\\n]*(\\n|\\z)").matcher(text);
    return matcher.find()
        ? Optional.of(new Found(matcher.start(), matcher.end()))
        : Optional.empty();
  }

  private String begin() {
    return "(?m:^)[ \\t]*" + Pattern.quote("# >>> lockstep hook: " + project + " >>>");
  }

  private String end() {
    return "(?m:^)[ \\t]*" + Pattern.quote(last());
  }
}
