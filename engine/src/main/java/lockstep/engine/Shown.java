package lockstep.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How messages repeat what somebody wrote where nobody knows yet what it is: an address may hold a
/// password, so of one only the scheme is shown.
public final class Shown {
  private static final Pattern ADDRESS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):/");

  /// As in `localhost:secret@host`: an address whose scheme is missing or mistyped.
  private static final Pattern LOGIN = Pattern.compile("[^/\\\\\\s:]{2,}:[^\\s]*@");

  private static final Pattern KEYWORD = Pattern.compile("(?i)\\b(password|api_?key)\\s*=");
  private static final Pattern WORD_WITH_ADDRESS =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://[^\\s`'\"]*");

  private Shown() {}

  /// Returns one argument or value as it may be shown.
  public static String of(String text) {
    var address = ADDRESS.matcher(text);
    if (address.find()) {
      return text.substring(0, address.end(1)) + "://…";
    }
    return LOGIN.matcher(text).find() || KEYWORD.matcher(text).find() ? "…" : text;
  }

  /// Returns whether a text looks like an address, or like the login of one.
  public static boolean isHidden(String text) {
    return !of(text).equals(text);
  }

  /// Returns a sentence, or a whole text of somebody else's, without the addresses in it.
  public static String in(String sentence) {
    return WORD_WITH_ADDRESS
        .matcher(sentence)
        .replaceAll(it -> Matcher.quoteReplacement(it.group(1) + "://…"));
  }
}
