package lockstep.psl.syntax;

import java.util.List;
import java.util.Optional;
import lockstep.text.Span;

/// A value in an argument or a configuration property.
public sealed interface Expression {
  Span span();

  /// A text in double quotes.
  ///
  /// @param value with its escape sequences resolved
  /// @param span with the quotes
  record StringLiteral(String value, Span span) implements Expression {}

  /// A decimal number.
  ///
  /// @param text digits as written, with sign and fraction if there are any
  record NumberLiteral(String text, Span span) implements Expression {}

  /// A bare word: `true`, the value of an enum, the name of a field, possibly with dots.
  record Constant(String name, Span span) implements Expression {}

  /// Values in square brackets.
  record ArrayLiteral(List<Expression> elements, Span span) implements Expression {
    public ArrayLiteral {
      elements = List.copyOf(elements);
    }
  }

  /// A name followed by arguments in parentheses.
  record FunctionCall(Name name, ArgumentList arguments, Span span) implements Expression {}

  /// Named values in braces, as in the `where` of a partial index (Prisma 7.4).
  record ObjectLiteral(List<Member> members, Span span) implements Expression {
    public ObjectLiteral {
      members = List.copyOf(members);
    }

    /// Returns the first member of that name.
    public Optional<Member> member(String name) {
      return members.stream().filter(it -> it.name().text().equals(name)).findFirst();
    }
  }

  /// One named value of an [ObjectLiteral].
  record Member(Name name, Expression value, Span span) {}
}
