package lockstep.emit.python;

import java.util.Comparator;
import java.util.Locale;
import lockstep.text.Order;

/// The order in which a person would sort names: `Item2` before `Item10` (as the crate `natord`,
/// which ruff sorts with).
final class NaturalOrder {
  /// Names by casing as ruff's import rules group them, then naturally.
  static final Comparator<String> MEMBERS =
      Order.by(NaturalOrder::casing)
          .then(Order.by(NaturalOrder::lowerCase, NaturalOrder::compare))
          .then(NaturalOrder::compare);

  /// Names as ruff sorts `__all__` (RUF022).
  static final Comparator<String> EXPORTS =
      Order.by(NaturalOrder::casing).then(NaturalOrder::compare);

  private NaturalOrder() {}

  private enum Casing {
    CONSTANT,
    CLASS,
    OTHER
  }

  private static Casing casing(String name) {
    if (name.length() > 1 && isCapitals(name)) {
      return Casing.CONSTANT;
    }
    return Character.isUpperCase(name.codePointAt(0)) ? Casing.CLASS : Casing.OTHER;
  }

  private static boolean isCapitals(String name) {
    var hasCapital = false;
    for (var i = 0; i < name.length(); i++) {
      if (Character.isLowerCase(name.charAt(i))) {
        return false;
      }
      hasCapital |= Character.isUpperCase(name.charAt(i));
    }
    return hasCapital;
  }

  static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  static int compare(String a, String b) {
    var i = 0;
    var j = 0;
    while (i < a.length() && j < b.length()) {
      var c = a.charAt(i);
      var d = b.charAt(j);
      if (isDigit(c) && isDigit(d)) {
        var endOfA = endOfDigits(a, i);
        var endOfB = endOfDigits(b, j);
        var byNumber = numbers(a.substring(i, endOfA), b.substring(j, endOfB));
        if (byNumber != 0) {
          return byNumber;
        }
        i = endOfA;
        j = endOfB;
      } else if (c != d) {
        return Character.compare(c, d);
      } else {
        i++;
        j++;
      }
    }
    return Integer.compare(a.length() - i, b.length() - j);
  }

  /// With a leading zero digits count as a fraction, else as a whole number.
  private static int numbers(String a, String b) {
    var isFraction = a.charAt(0) == '0' || b.charAt(0) == '0';
    return isFraction || a.length() == b.length()
        ? a.compareTo(b)
        : Integer.compare(a.length(), b.length());
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int endOfDigits(String text, int from) {
    var end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
