package lockstep.psl.syntax;

import lockstep.text.Span;

/// A name as it was written, possibly with dots, as in `db.VarChar`.
public record Name(String text, Span span) {
  @Override
  public String toString() {
    return text;
  }
}
