package lockstep.rewrite;

import lockstep.rewrite.QueryRewriter.Interface;

/// How a session is opened in a project, and what it is called.
record SessionHeads(Interface called) {
  /// Returns what stands before whatever has to be awaited.
  String await() {
    return called == Interface.AWAITED ? "await " : "";
  }

  String variable(Imported imports) {
    return imports.isTaken("session") ? "database_session" : "session";
  }

  /// Returns the line that opens one; it commits at its end where something is written.
  String header(Operation.Effect effect, Imported imports) {
    return (called == Interface.AWAITED
            ? "async with " + imports.sessions("AsyncSessionLocal")
            : "with " + imports.sessions("SessionLocal"))
        + (effect == Operation.Effect.WRITE ? ".begin()" : "()")
        + " as "
        + variable(imports)
        + ":";
  }
}
