package lockstep.text;

/// Writes lines of text at the indentation that the open blocks ask for. Ends every line with LF.
public final class TextWriter {
  private final StringBuilder out = new StringBuilder();
  private final String indentation;
  private int depth;

  /// @param indentation what one level of nesting adds at the start of a line
  public TextWriter(String indentation) {
    this.indentation = indentation;
  }

  /// Writes one line; an empty one carries no indentation.
  public void line(String text) {
    if (!text.isEmpty()) {
      out.repeat(indentation, depth).append(text);
    }
    out.append('\n');
  }

  public void blankLine() {
    out.append('\n');
  }

  /// Writes a line and indents what follows until the block is closed.
  public Block block(String header) {
    line(header);
    return indent();
  }

  /// Indents what follows until the block is closed.
  public Block indent() {
    depth++;
    return () -> depth--;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  /// An open level of indentation, for try-with-resources.
  @FunctionalInterface
  public interface Block extends AutoCloseable {
    @Override
    void close();
  }
}
