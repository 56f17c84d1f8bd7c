package lockstep.psl.analysis;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/// A point in time as a schema writes it: RFC 3339 with at most nine digits of a second.
///
/// @param date as in `2026-01-31`
/// @param time as in `23:59:60`
/// @param nanoseconds from 0 to 999,999,999
/// @param offset as in `+02:00`
public record Rfc3339(String date, String time, int nanoseconds, String offset) {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)[Tt ](\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d+))?"
              + "([Zz]|[+\\-\u2212](\\d\\d):(\\d\\d))");

  /// Returns nothing where the text is no such point.
  public static Optional<Rfc3339> parse(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    var month = Integer.parseInt(match.group(2));
    var day = Integer.parseInt(match.group(3));
    var isDate =
        month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(Integer.parseInt(match.group(1)), month).lengthOfMonth();
    var isTime =
        isAtMost(match.group(4), 23)
            && isAtMost(match.group(5), 59)
            && isAtMost(match.group(6), 60);
    var isZulu = match.group(9) == null;
    var isOffset = isZulu || isAtMost(match.group(9), 23) && isAtMost(match.group(10), 59);
    if (!isDate || !isTime || !isOffset) {
      return Optional.empty();
    }
    return Optional.of(
        new Rfc3339(
            text.substring(0, 10),
            text.substring(11, 19),
            nanoseconds(match.group(7)),
            isZulu ? "+00:00" : match.group(8).replace('\u2212', '-')));
  }

  private static boolean isAtMost(String digits, int limit) {
    return Integer.parseInt(digits) <= limit;
  }

  private static int nanoseconds(String digits) {
    if (digits == null) {
      return 0;
    }
    return Integer.parseInt((digits + "000000000").substring(0, 9));
  }

  /// Returns the point as Prisma 7 writes it into SQL: `2026-01-31 23:59:59.250 +02:00`, a second's
  /// fraction with three, six or nine digits.
  @Override
  public String toString() {
    return date + " " + time + fraction() + " " + offset;
  }

  private String fraction() {
    if (nanoseconds == 0) {
      return "";
    }
    var digits = Integer.toString(1_000_000_000 + nanoseconds).substring(1);
    if (nanoseconds % 1_000_000 == 0) {
      return "." + digits.substring(0, 3);
    }
    return "." + (nanoseconds % 1_000 == 0 ? digits.substring(0, 6) : digits);
  }
}
