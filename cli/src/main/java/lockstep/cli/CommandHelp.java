package lockstep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// What `lockstep COMMAND --help` says: synopsis, parameters, options, examples.
final class CommandHelp {
  private static final int MARGIN = 26;

  private CommandHelp() {}

  static String text(Verb verb, CommandSpec spec, List<Command.Example> examples, Output to) {
    var out = new StringBuilder();
    out.append("lockstep ").append(verb.word()).append(": ").append(verb.summary()).append("\n\n");
    out.append("usage: lockstep ").append(verb.word());
    spec.positionalParameters().forEach(it -> out.append(' ').append(synopsis(it)));
    out.append(" [OPTIONS]\n");
    section(out, "", parameters(spec));
    section(out, "options", options(spec));
    out.append('\n').append("examples\n");
    for (var example : examples) {
      var call = "  " + example.call();
      out.append(to.bold(call)).append('\n');
      out.append("      ").append(example.meaning()).append('\n');
    }
    return out.toString();
  }

  private static String synopsis(PositionalParamSpec it) {
    return it.arity().min() == 0 ? "[" + it.paramLabel() + "]" : it.paramLabel();
  }

  private static List<Row> parameters(CommandSpec spec) {
    var rows = new ArrayList<Row>();
    spec.positionalParameters()
        .forEach(it -> rows.add(new Row(it.paramLabel(), List.of(it.description()))));
    return rows;
  }

  private static List<Row> options(CommandSpec spec) {
    var rows = new ArrayList<Row>();
    spec.options().forEach(it -> rows.add(new Row(names(it), List.of(it.description()))));
    return rows;
  }

  private static String names(OptionSpec option) {
    var names = List.of(option.names()).stream().collect(Collectors.joining(", "));
    var indented = names.startsWith("--") ? "    " + names : names;
    return option.arity().max() == 0 ? indented : indented + " " + option.paramLabel();
  }

  private static void section(StringBuilder out, String title, List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    out.append('\n');
    if (!title.isEmpty()) {
      out.append(title).append('\n');
    }
    rows.forEach(row -> row.append(out));
  }

  private record Row(String name, List<String> description) {
    void append(StringBuilder out) {
      var line = "  " + name;
      var fits = line.length() < MARGIN - 1;
      out.append(line).append(fits ? " ".repeat(MARGIN - line.length()) : "\n");
      var isFirst = fits;
      for (var text : description) {
        out.append(isFirst ? "" : " ".repeat(MARGIN)).append(text).append('\n');
        isFirst = false;
      }
    }
  }
}
