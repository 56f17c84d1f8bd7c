package lockstep.emit.sqlalchemy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Splits names into words and joins them as Python writes them.
final class Words {
  private Words() {}

  /// `createdAt` → `created_at`, `userIDs` → `user_ids`, `HTMLParser` → `html_parser`.
  static String snakeCase(String name) {
    return lower(String.join("_", of(name)));
  }

  /// `team lead` → `TEAM_LEAD`.
  static String capitals(String name) {
    return String.join("_", of(name)).toUpperCase(Locale.ROOT);
  }

  /// `user_profile` → `UserProfile`; a name without separators keeps its inner capitals.
  static String capitalised(String name) {
    var isShouting = name.chars().noneMatch(Character::isLowerCase) && name.contains("_");
    return parts(name).stream()
        .map(it -> isShouting ? lower(it) : it)
        .map(it -> it.substring(0, 1).toUpperCase(Locale.ROOT) + it.substring(1))
        .collect(Collectors.joining());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static List<String> of(String name) {
    var words = new ArrayList<String>();
    parts(name).forEach(it -> split(it, words));
    return words;
  }

  /// Returns what stands between characters that no Python name may hold, and between underscores.
  private static List<String> parts(String name) {
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    var normal = Normalizer.normalize(name, Normalizer.Form.NFKC);
    for (var i = 0; i < normal.length(); ) {
      var c = normal.codePointAt(i);
      if (Character.isLetterOrDigit(c)) {
        part.appendCodePoint(c);
      } else if (!part.isEmpty()) {
        parts.add(part.toString());
        part.setLength(0);
      }
      i += Character.charCount(c);
    }
    if (!part.isEmpty()) {
      parts.add(part.toString());
    }
    return parts;
  }

  /// A word starts at a capital after a small letter or digit, and at the last capital of several
  /// before a small letter, unless that letter is the plural's `s`.
  private static void split(String part, List<String> into) {
    var start = 0;
    for (var i = 1; i < part.length(); i++) {
      if (Character.isUpperCase(part.charAt(i)) && startsWord(part, i)) {
        into.add(part.substring(start, i));
        start = i;
      }
    }
    into.add(part.substring(start));
  }

  private static boolean startsWord(String part, int i) {
    if (!Character.isUpperCase(part.charAt(i - 1))) {
      return true;
    }
    var next = i + 1;
    return next < part.length()
        && Character.isLowerCase(part.charAt(next))
        && !isPluralOfCapitals(part, next);
  }

  private static boolean isPluralOfCapitals(String part, int i) {
    return part.charAt(i) == 's'
        && (i + 1 == part.length() || !Character.isLowerCase(part.charAt(i + 1)));
  }
}
