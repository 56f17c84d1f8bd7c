package lockstep.cli;

/// What `lockstep` says when no command is named.
final class Overview {
  private Overview() {}

  static String text(Output to) {
    var out = new StringBuilder();
    out.append("Lockstep keeps one schema, its ORM models and its database in step.\n\n");
    out.append("usage: lockstep COMMAND [OPTIONS]\n\n");
    for (var verb : Verb.values()) {
      var word = "%-12s".formatted(verb.word());
      out.append("  ").append(to.bold(word));
      out.append(verb.summary()).append('\n');
    }
    out.append("\n`lockstep COMMAND --help` shows options and examples.\n");
    return out.toString();
  }
}
