package lockstep.engine.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads files of variables as dotenv 17 and dotenv-expand 12 do: `NAME=value`, quotes, comments,
/// values over several lines, `${OTHER}`.
final class DotEnv {
  private static final Pattern LINE =
      Pattern.compile(
          "^[ \\t]*(?:export[ \\t]+)?([\\w.-]+)[ \\t]*(?:=|:[ \\t])[ \\t]*"
              + "('(?:\\\\'|[^'])*'|\"(?:\\\\\"|[^\"])*\"|`(?:\\\\`|[^`])*`|[^#\\r\\n]*)?",
          Pattern.MULTILINE);
  private static final Pattern REFERENCE = Pattern.compile("(?<!\\\\)\\$\\{([A-Za-z_]\\w*)}");

  private DotEnv() {}

  /// Returns the variables that a file sets; none when there is no such file, or none that can be
  /// read: whoever needs one of them says that it is not set.
  static Map<String, String> read(Path file) {
    try {
      return Files.isRegularFile(file)
          ? parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
          : Map.of();
    } catch (IOException _) {
      return Map.of();
    }
  }

  static Map<String, String> parse(String text) {
    var values = new LinkedHashMap<String, String>();
    var lines = LINE.matcher(text);
    while (lines.find()) {
      values.put(lines.group(1), value(lines.group(2) == null ? "" : lines.group(2), values));
    }
    return values;
  }

  private static String value(String written, Map<String, String> before) {
    var trimmed = written.strip();
    if (trimmed.length() > 1 && isQuoted(trimmed)) {
      var inner = trimmed.substring(1, trimmed.length() - 1);
      return switch (trimmed.charAt(0)) {
        case '"' -> expand(inner.replace("\\n", "\n").replace("\\\"", "\""), before);
        default -> inner;
      };
    }
    return expand(trimmed, before);
  }

  private static boolean isQuoted(String text) {
    var first = text.charAt(0);
    return "'\"`".indexOf(first) >= 0 && text.charAt(text.length() - 1) == first;
  }

  private static String expand(String text, Map<String, String> before) {
    return REFERENCE
        .matcher(text)
        .replaceAll(it -> Matcher.quoteReplacement(before.getOrDefault(it.group(1), "")));
  }
}
