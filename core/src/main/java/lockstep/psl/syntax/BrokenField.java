package lockstep.psl.syntax;

import java.util.List;
import java.util.Optional;
import lockstep.text.Span;

/// A line that is meant as a field and cannot be one: the type is missing, or marked as it was in
/// Prisma 1. Kept for the formatter; nothing else should look at it.
///
/// @param colon a colon after the name
/// @param span with the line break
public record BrokenField(
    Name name,
    Optional<Span> colon,
    Optional<Type> type,
    List<Attribute> attributes,
    Optional<Comment> trailing,
    Span span)
    implements ModelItem {
  public BrokenField {
    attributes = List.copyOf(attributes);
  }

  /// A type and its marks, valid or not.
  ///
  /// @param base the type without its marks
  public record Type(FieldType.Base base, Marks marks, Span span) {}

  /// How a type is marked.
  public enum Marks {
    /// `T`
    REQUIRED(""),
    /// `T?`
    OPTIONAL("?"),
    /// `T[]`
    LIST("[]"),
    /// `T!`, as in Prisma 1
    LEGACY_REQUIRED(""),
    /// `[T]`, as in Prisma 1
    LEGACY_LIST("[]"),
    /// `T[]?`, which no version allows
    OPTIONAL_LIST("[]?");

    private final String formatted;

    Marks(String formatted) {
      this.formatted = formatted;
    }

    /// Returns the marks as a formatter writes them after the type.
    public String formatted() {
      return formatted;
    }
  }
}
