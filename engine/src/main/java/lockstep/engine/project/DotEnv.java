package lockstep.engine.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads files of variables as dotenv 17 does: `NAME=value`, quotes, comments, values over several
/// lines. References are replaced as dotenv-expand 12 does, with two differences that no password
/// may break by: what stands in single quotes stays as it is, and so does `$NAME` where no such
/// variable is known.
final class DotEnv {
  private static final String END = "(?=[ \\t]*(?:#.*)?$)";
  private static final Pattern LINE =
      Pattern.compile(
          "^[ \\t]*(?:export[ \\t]+)?([\\w.-]+)[ \\t]*(?:=|:[ \\t])[ \\t]*(%s|%s|%s|[^#\\r\\n]*)?"
              .formatted(quoted("'"), quoted("\""), quoted("`")),
          Pattern.MULTILINE);

  /// `${NAME}`, `${NAME:-else}`, `$NAME`.
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?<!\\\\)\\$(?:\\{([A-Za-z_][\\w.]*)(?:(:?[-+])([^{}]*))?}|([A-Za-z_]\\w*))");

  private static final int DEEPEST = 8;

  private final Map<String, String> process;
  private final Map<String, String> values = new LinkedHashMap<>();

  private DotEnv(Map<String, String> process) {
    this.process = process;
  }

  /// Returns the variables that a file sets; none when there is no such file, or none that can be
  /// read: whoever needs one of them says that it is not set.
  ///
  /// @param process variables that references may name as well, and that win
  static Map<String, String> read(Path file, Map<String, String> process) {
    try {
      return Files.isRegularFile(file)
          ? parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), process)
          : Map.of();
    } catch (IOException _) {
      return Map.of();
    }
  }

  static Map<String, String> parse(String text, Map<String, String> process) {
    var file = new DotEnv(process);
    var lines = LINE.matcher(text);
    while (lines.find()) {
      file.values.put(lines.group(1), file.value(lines.group(2) == null ? "" : lines.group(2)));
    }
    return file.values;
  }

  /// A quote may be escaped inside; in a single line, a backslash may be the last character too.
  private static String quoted(String quote) {
    return "Q(?:\\\\Q|[^Q])*+QEND|Q[^Q\\r\\n]*\\\\QEND".replace("END", END).replace("Q", quote);
  }

  private String value(String written) {
    var trimmed = written.strip();
    if (trimmed.length() > 1 && isQuoted(trimmed)) {
      var inner = trimmed.substring(1, trimmed.length() - 1);
      return switch (trimmed.charAt(0)) {
        case '"' -> expand(inner.replace("\\n", "\n").replace("\\r", "\r").replace("\\\"", "\""));
        default -> inner;
      };
    }
    return expand(trimmed);
  }

  private static boolean isQuoted(String text) {
    var first = text.charAt(0);
    return "'\"`".indexOf(first) >= 0 && text.charAt(text.length() - 1) == first;
  }

  /// Innermost references first, so that one may stand in what another falls back to.
  private String expand(String text) {
    var expanded = text;
    for (var depth = 0; depth < DEEPEST && expanded.contains("${"); depth++) {
      expanded = replaced(expanded);
    }
    return (expanded.equals(text) ? replaced(text) : expanded).replace("\\$", "$");
  }

  private String replaced(String text) {
    return REFERENCE.matcher(text).replaceAll(it -> Matcher.quoteReplacement(replacement(it)));
  }

  private String replacement(MatchResult reference) {
    if (reference.group(4) != null) {
      return find(reference.group(4)).orElse(reference.group());
    }
    var found = find(reference.group(1)).filter(it -> !it.isEmpty());
    var other = Optional.ofNullable(reference.group(3)).orElse("");
    return switch (String.valueOf(reference.group(2))) {
      case "+", ":+" -> found.isPresent() ? other : "";
      default -> found.orElse(other);
    };
  }

  private Optional<String> find(String name) {
    return Optional.ofNullable(process.get(name)).or(() -> Optional.ofNullable(values.get(name)));
  }
}
