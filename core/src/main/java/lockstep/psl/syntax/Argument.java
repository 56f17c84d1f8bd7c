package lockstep.psl.syntax;

import java.util.Optional;
import lockstep.text.Span;

/// One argument of an attribute or a function.
///
/// @param name empty for an argument that is known by its position
/// @param span name and value
public record Argument(Optional<Name> name, Expression value, Span span)
    implements ArgumentList.Item {}
