package lockstep.psl.syntax;

import java.util.Optional;
import lockstep.text.Span;

/// `name = value` in a `datasource` or `generator`.
///
/// @param value empty where nothing follows the equals sign, which no schema may have
/// @param span without the line break
public record Property(Name name, Optional<Expression> value, Optional<Comment> trailing, Span span)
    implements ConfigItem {}
