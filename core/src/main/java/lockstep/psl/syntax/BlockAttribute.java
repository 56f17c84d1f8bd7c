package lockstep.psl.syntax;

import java.util.Optional;
import lockstep.text.Span;

/// A line with an attribute of the whole block.
public record BlockAttribute(Attribute attribute, Optional<Comment> trailing, Span span)
    implements ModelItem, EnumItem {}
