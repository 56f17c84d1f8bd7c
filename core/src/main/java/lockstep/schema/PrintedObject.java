package lockstep.schema;

/// An object that PostgreSQL prints as a whole: what it says is compared and written as one text,
/// beside the few facts that decide how it can be changed.
public sealed interface PrintedObject extends SchemaObject permits Routine, PartOfRelation {}
