package lockstep.psl.syntax;

import lockstep.text.Span;

/// A name as it was written, possibly with dots, as in `db.VarChar`.
///
/// @param start where it begins in its file
public record Name(String text, int start) {
  public Span span() {
    return new Span(start, start + text.length());
  }

  @Override
  public String toString() {
    return text;
  }
}
