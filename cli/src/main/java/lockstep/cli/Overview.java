package lockstep.cli;

import java.util.Arrays;

/// What `lockstep` says when no command is named.
final class Overview {
  /// A longer name has a line of its own.
  private static final int WIDTH = 17;

  private Overview() {}

  /// Returns what a first word says that needs a second.
  static String ofGroup(String first, Output to) {
    var out = new StringBuilder();
    out.append("usage: lockstep ").append(first).append(" COMMAND [OPTIONS]\n\n");
    Arrays.stream(Verb.values())
        .filter(it -> it.word().startsWith(first + " "))
        .forEach(it -> line(out, it, to));
    return out.append("\n`lockstep ")
        .append(first)
        .append(" COMMAND --help` shows options and examples.\n")
        .toString();
  }

  static String text(Output to) {
    var out = new StringBuilder();
    out.append("Lockstep keeps one schema, its ORM models and its database in step.\n\n");
    out.append("usage: lockstep COMMAND [OPTIONS]\n\n");
    for (var verb : Verb.values()) {
      line(out, verb, to);
    }
    out.append("\n`lockstep COMMAND --help` shows options and examples.\n");
    return out.toString();
  }

  private static void line(StringBuilder out, Verb verb, Output to) {
    out.append("  ").append(to.bold(("%-" + WIDTH + "s").formatted(verb.word())));
    if (verb.word().length() >= WIDTH) {
      out.append("\n").append(" ".repeat(WIDTH + 2));
    }
    out.append(verb.summary()).append('\n');
  }
}
