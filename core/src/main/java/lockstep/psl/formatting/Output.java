package lockstep.psl.formatting;

/// Text with an indentation at the start of each line, put there by the first thing written to it.
final class Output {
  private static final String INDENTATION = "  ";

  private final StringBuilder text = new StringBuilder();
  private int depth;

  void write(String part) {
    if (atLineStart()) {
      text.repeat(INDENTATION, depth);
    }
    text.append(part);
  }

  void endLine() {
    text.append('\n');
  }

  void indent() {
    depth++;
  }

  void unindent() {
    depth--;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  boolean atLineStart() {
    return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
