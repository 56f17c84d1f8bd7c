package lockstep.engine.python;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads a Python string literal as documentation.
public final class PythonString {
  private static final Pattern LITERAL =
      Pattern.compile("([rR]?)[uU]?(\"\"\"|'''|\"|')(.*)\\2", Pattern.DOTALL);
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(?:x(\\p{XDigit}{2})|u(\\p{XDigit}{4})|U(\\p{XDigit}{8})|(.))", Pattern.DOTALL);

  private PythonString() {}

  /// Returns the text of a literal, with the indentation of its lines taken away; empty where the
  /// source is anything else.
  public static Optional<String> read(String source) {
    var literal = LITERAL.matcher(source);
    if (!literal.matches()) {
      return Optional.empty();
    }
    var text = literal.group(1).isEmpty() ? unescape(literal.group(3)) : literal.group(3);
    return Optional.of(clean(text));
  }

  private static String unescape(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            it -> {
              var code = Stream.of(1, 2, 3).map(it::group).filter(g -> g != null).findFirst();
              return Matcher.quoteReplacement(
                  code.map(hex -> Character.toString(Integer.parseInt(hex, 16)))
                      .orElseGet(() -> unescape(it.group(4).charAt(0))));
            });
  }

  private static String unescape(char c) {
    return switch (c) {
      case '\n' -> "";
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case '0' -> "\0";
      case '\\', '"', '\'' -> String.valueOf(c);
      default -> "\\" + c;
    };
  }

  /// What `inspect.cleandoc` does.
  private static String clean(String text) {
    var lines = text.lines().toList();
    if (lines.isEmpty()) {
      return "";
    }
    var others = lines.subList(1, lines.size());
    var margin = others.stream().filter(it -> !it.isBlank()).mapToInt(PythonString::indent).min();
    return Stream.concat(
            Stream.of(lines.getFirst().stripLeading()),
            others.stream().map(it -> it.substring(Math.min(it.length(), margin.orElse(0)))))
        .collect(Collectors.joining("\n"))
        .strip();
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
