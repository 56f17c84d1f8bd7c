package lockstep.migration;

import java.util.regex.Pattern;
import lockstep.text.Sha256;

/// By what a history knows the text of a migration again: the SHA-256 of its file.
///
/// @param digits as recorded, usually 64 hexadecimal ones
public record Checksum(String digits) {
  /// A byte below 16, which old versions of Prisma wrote as one digit.
  private static final Pattern PADDED = Pattern.compile("0([0-9a-f])|([0-9a-f]{2})");

  private static final int LENGTH = 64;

  /// How a text stands to the one that was applied.
  public enum Agreement {
    SAME,
    /// Only the ends of lines differ, as Git changes them between systems.
    LINE_ENDS,
    EDITED
  }

  static Checksum of(String text) {
    return new Checksum(Sha256.of(text));
  }

  /// Compares as Prisma 7 does: whatever the ends of lines are, and a checksum that has not 64
  /// digits in the form of its old versions.
  Agreement agreementWith(String text) {
    if (isOf(text)) {
      return Agreement.SAME;
    }
    var unix = text.replace("\r\n", "\n");
    return isOf(unix) || isOf(unix.replace("\n", "\r\n")) ? Agreement.LINE_ENDS : Agreement.EDITED;
  }

  private boolean isOf(String text) {
    var hash = Sha256.of(text);
    return digits.equals(
        digits.length() == LENGTH ? hash : PADDED.matcher(hash).replaceAll("$1$2"));
  }
}
