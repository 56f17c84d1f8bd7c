package lockstep.text;

/// A half-open range of a [SourceText].
///
/// @param start first UTF-16 offset that belongs to it
/// @param end first UTF-16 offset that no longer does; equal to `start` for an empty range
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span from " + start + " to " + end);
    }
  }

  /// Returns the smallest span that covers both.
  public Span to(Span last) {
    return new Span(Math.min(start, last.start), Math.max(end, last.end));
  }

  public int length() {
    return end - start;
  }

  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }
}
