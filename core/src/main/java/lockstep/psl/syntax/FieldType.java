package lockstep.psl.syntax;

import lockstep.text.Span;

/// The type of a field, and how many values it holds.
///
/// @param span with the marks `?` and `[]`
public record FieldType(Base base, Arity arity, Span span) {

  /// A type without its marks.
  public sealed interface Base {
    Span span();
  }

  /// A scalar, an enum, a model or a composite type.
  public record Named(Name name) implements Base {
    @Override
    public Span span() {
      return name.span();
    }
  }

  /// `Unsupported("…")`: a database type that Prisma has no word for.
  ///
  /// @param text the type as the database spells it
  /// @param literal the place of the text, with its quotes
  public record Unsupported(String text, Span literal, Span span) implements Base {}

  /// How many values a field holds.
  public enum Arity {
    REQUIRED(""),
    OPTIONAL("?"),
    LIST("[]");

    private final String mark;

    Arity(String mark) {
      this.mark = mark;
    }

    /// Returns what is written after the type.
    public String mark() {
      return mark;
    }
  }
}
