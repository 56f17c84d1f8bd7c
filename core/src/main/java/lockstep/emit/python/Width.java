package lockstep.emit.python;

/// How many columns a text takes in a fixed-width font.
final class Width {
  /// The line length of `ruff format` and of its rule E501 when nobody says otherwise.
  static final int LINE = 88;

  private Width() {}

  static int of(String text) {
    var length = text.length();
    for (var i = 0; i < length; i++) {
      if (text.charAt(i) > 0x7e) {
        return exact(text);
      }
    }
    return length;
  }

  private static int exact(String text) {
    return text.codePoints().map(Width::of).sum();
  }

  private static int of(int c) {
    if (isWide(c)) {
      return 2;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> 1;
    };
  }

  /// East Asian wide and full-width characters and emoji (Unicode 16, EastAsianWidth W and F).
  private static boolean isWide(int c) {
    return c >= 0x1100
        && (c <= 0x115f
            || c >= 0x2e80 && c <= 0xa4cf && c != 0x303f
            || c >= 0xa960 && c <= 0xa97c
            || c >= 0xac00 && c <= 0xd7a3
            || c >= 0xf900 && c <= 0xfaff
            || c >= 0xfe10 && c <= 0xfe19
            || c >= 0xfe30 && c <= 0xfe6f
            || c >= 0xff00 && c <= 0xff60
            || c >= 0xffe0 && c <= 0xffe6
            || c >= 0x17000 && c <= 0x1b2ff
            || c >= 0x1f300 && c <= 0x1f64f
            || c >= 0x1f680 && c <= 0x1f6ff
            || c >= 0x1f900 && c <= 0x1f9ff
            || c >= 0x1fa70 && c <= 0x1faff
            || c >= 0x20000 && c <= 0x3fffd
            || isWideSymbol(c));
  }

  private static boolean isWideSymbol(int c) {
    return switch (c) {
      case 0x231a,
          0x231b,
          0x23e9,
          0x23ea,
          0x23eb,
          0x23ec,
          0x23f0,
          0x23f3,
          0x25fd,
          0x25fe,
          0x2614,
          0x2615,
          0x267f,
          0x2693,
          0x26a1,
          0x26aa,
          0x26ab,
          0x26bd,
          0x26be,
          0x26c4,
          0x26c5,
          0x26ce,
          0x26d4,
          0x26ea,
          0x26f2,
          0x26f3,
          0x26f5,
          0x26fa,
          0x26fd,
          0x2705,
          0x270a,
          0x270b,
          0x2728,
          0x274c,
          0x274e,
          0x2753,
          0x2754,
          0x2755,
          0x2757,
          0x2795,
          0x2796,
          0x2797,
          0x27b0,
          0x27bf,
          0x2b1b,
          0x2b1c,
          0x2b50,
          0x2b55 ->
          true;
      default -> false;
    };
  }
}
