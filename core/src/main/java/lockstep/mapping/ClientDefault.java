package lockstep.mapping;

/// A value that a client, not the database, fills in.
public sealed interface ClientDefault {
  record None() implements ClientDefault {}

  /// @param version 1 or 2
  record Cuid(int version) implements ClientDefault {}

  /// @param version 4 or 7
  record Uuid(int version) implements ClientDefault {}

  record Ulid() implements ClientDefault {}

  /// @param length in characters
  record Nanoid(int length) implements ClientDefault {
    /// What `nanoid()` makes that names no length (nanoid 5, Prisma 7).
    public static final int STANDARD_LENGTH = 21;
  }

  /// The time of the change, as `@updatedAt` writes it.
  record Now() implements ClientDefault {}

  /// Something that only its own program can compute.
  ///
  /// @param description as that program names it, as in `app.ids.new_id`
  record Computed(String description) implements ClientDefault {}
}
