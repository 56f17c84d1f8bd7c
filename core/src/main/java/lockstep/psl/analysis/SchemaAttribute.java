package lockstep.psl.analysis;

import lockstep.text.Span;

/// What `@@schema` says, and where.
public record SchemaAttribute(String name, Span span) {}
