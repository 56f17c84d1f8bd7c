package lockstep.engine.project;

import java.util.List;
import java.util.regex.Pattern;

/// Splits TypeScript into names, strings and signs, without comments.
final class TypeScriptTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "//[^\\n]*|/\\*(?s:.*?)\\*/"
              + "|\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])*+'|`(?s:\\\\.|[^`\\\\])*+`"
              + "|[\\p{L}_$][\\p{L}\\p{N}_$]*|\\?\\.|\\?\\?|[0-9][\\w.]*|\\S");

  private TypeScriptTokens() {}

  static List<String> of(String text) {
    return TOKEN
        .matcher(text)
        .results()
        .map(it -> it.group())
        .filter(it -> !it.startsWith("//") && !it.startsWith("/*"))
        .toList();
  }

  /// Returns whether a token is a string whose value is known without running anything.
  static boolean isPlain(String token) {
    return token.length() > 1
        && "'\"`".indexOf(token.charAt(0)) >= 0
        && !(token.startsWith("`") && token.contains("${"));
  }

  /// Returns the value of a plain string.
  static String text(String token) {
    var inner = token.substring(1, token.length() - 1);
    return inner.contains("\\") ? inner.replaceAll("\\\\(.)", "$1") : inner;
  }
}
