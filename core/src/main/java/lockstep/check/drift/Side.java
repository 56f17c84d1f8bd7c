package lockstep.check.drift;

import lockstep.mapping.Reading;

/// One of two sources that are compared.
///
/// @param name what messages call it, as in `schema.prisma` or `database`
/// @param kind who says what is in it
public record Side(String name, Reading reading, Kind kind) {
  /// A source that a server said, or a dump of one.
  public Side(String name, Reading reading) {
    this(name, reading, Kind.RECORDED);
  }

  public enum Kind {
    /// People: a schema or models, in which nothing is by chance.
    WRITTEN,
    /// People too, with SQL for all that a schema has no words for: what they do not say is not to
    /// be there.
    WRITTEN_WHOLE,
    /// A server, with whatever programs have left there.
    RECORDED
  }
}
