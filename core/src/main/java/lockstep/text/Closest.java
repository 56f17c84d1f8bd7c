package lockstep.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds the name that was probably meant where an unknown one was written.
public final class Closest {
  private Closest() {}

  /// Returns the known name with the fewest letters wrong, missing, surplus or swapped, the first
  /// of several; empty when none is near, that is when more than a third of the letters differ.
  /// Upper and lower case count as the same.
  public static Optional<String> to(String written, Collection<String> known) {
    var word = written.toLowerCase(Locale.ROOT);
    var limit = Math.max(1, word.length() / 3);
    var best = Optional.<String>empty();
    for (var name : known) {
      if (Math.abs(name.length() - word.length()) > limit) {
        continue;
      }
      var distance = distance(word, name.toLowerCase(Locale.ROOT));
      if (distance <= limit) {
        best = Optional.of(name);
        limit = distance - 1;
      }
    }
    return best;
  }

  /// Counts edits, a swap of two neighbours as one (optimal string alignment).
  private static int distance(String from, String to) {
    var beforeLast = new int[to.length() + 1];
    var last = new int[to.length() + 1];
    Arrays.setAll(last, i -> i);
    for (var i = 1; i <= from.length(); i++) {
      var row = new int[to.length() + 1];
      row[0] = i;
      for (var j = 1; j <= to.length(); j++) {
        var wrong = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + wrong);
        if (i > 1 && j > 1 && isSwap(from, i, to, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[to.length()];
  }

  private static boolean isSwap(String from, int i, String to, int j) {
    return from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
  }
}
