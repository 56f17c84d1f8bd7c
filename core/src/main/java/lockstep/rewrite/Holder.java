package lockstep.rewrite;

/// Something that a value may be kept in, or come from.
///
/// @param module by its whole name; empty for an attribute, which is one wherever it is
/// @param at where the function begins that it is of; -1 for the module's own
record Holder(Kind kind, String module, int at, String name) {
  enum Kind {
    /// A client that is made where it stands.
    MADE,
    VARIABLE,
    ATTRIBUTE,
    PARAMETER,
    /// What a function returns or yields.
    RESULT,
    /// What a name means that is nothing of these.
    OTHER
  }

  static final Holder MADE = new Holder(Kind.MADE, "", -1, "");
  static final Holder OTHER = new Holder(Kind.OTHER, "", -1, "");

  static Holder attribute(String name) {
    return new Holder(Kind.ATTRIBUTE, "", -1, name);
  }
}
