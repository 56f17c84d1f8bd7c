package lockstep.psl.analysis;

/// Orders texts by code point, which is the order of their bytes in UTF-8 and that of Prisma.
public final class CodePoints {
  private CodePoints() {}

  public static int compare(String one, String other) {
    var length = Math.min(one.length(), other.length());
    for (var i = 0; i < length; i++) {
      if (one.charAt(i) != other.charAt(i)) {
        var start = i > 0 && Character.isHighSurrogate(one.charAt(i - 1)) ? i - 1 : i;
        return Integer.compare(one.codePointAt(start), other.codePointAt(start));
      }
    }
    return Integer.compare(one.length(), other.length());
  }
}
