package lockstep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.text.Closest;
import lockstep.text.TextWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Scripts that complete command names, options, the values of options, and file names.
public final class CompletionScript {
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  private CompletionScript() {}

  /// @throws BadCall where the shell is none of bash, zsh, fish
  public static String forShell(String shell) {
    return switch (shell) {
      case "bash" -> bash();
      case "zsh" -> zsh();
      case "fish" -> fish();
      default ->
          throw new BadCall(
              CliCode.BAD_VALUE,
              "There is no completion for `%s`, only for bash, zsh and fish.".formatted(shell),
              Closest.to(shell, SHELLS).map("Did you mean `%s`?"::formatted));
    };
  }

  private static String bash() {
    var out = new TextWriter("  ");
    out.line("# bash completion for lockstep");
    try (var _ = out.block("_lockstep() {")) {
      out.line("local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}");
      out.line("local words=");
      out.line("if [ \"$COMP_CWORD\" = 1 ]; then");
      out.line("  COMPREPLY=($(compgen -W '" + commands() + "' -- \"$current\"))");
      out.line("  return");
      out.line("fi");
      try (var _ = out.block("case ${COMP_WORDS[1]}:$previous in")) {
        for (var verb : Verb.values()) {
          for (var option : spec(verb).options()) {
            for (var name : candidates(option).isEmpty() ? List.<String>of() : names(option)) {
              out.line(
                  verb.word() + ":" + name + ") words='" + spaced(candidates(option)) + "' ;;");
            }
          }
        }
      }
      out.line("esac");
      out.line("if [ -z \"$words\" ] && [[ $current == -* ]]; then");
      try (var _ = out.indent()) {
        try (var _ = out.block("case ${COMP_WORDS[1]} in")) {
          for (var verb : Verb.values()) {
            out.line(verb.word() + ") words='" + spaced(allNames(spec(verb))) + "' ;;");
          }
        }
        out.line("esac");
      }
      out.line("fi");
      out.line("COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))");
      out.line("[ -n \"$words\" ] || COMPREPLY=($(compgen -f -- \"$current\"))");
    }
    out.line("}");
    out.line("complete -o filenames -F _lockstep lockstep ./lockstep");
    return out.toString();
  }

  private static String zsh() {
    var out = new TextWriter("  ");
    out.line("#compdef lockstep");
    try (var _ = out.block("_lockstep() {")) {
      out.line("local -a commands");
      try (var _ = out.block("commands=(")) {
        for (var verb : Verb.values()) {
          out.line("'" + verb.word() + ":" + quoted(verb.summary()) + "'");
        }
      }
      out.line(")");
      out.line("if (( CURRENT == 2 )); then");
      out.line("  _describe command commands");
      out.line("  return");
      out.line("fi");
      out.line("local command=$words[2]");
      out.line("shift words; (( CURRENT-- ))");
      try (var _ = out.block("case $command in")) {
        for (var verb : Verb.values()) {
          try (var _ = out.block(verb.word() + ")")) {
            out.line("_arguments \\");
            try (var _ = out.indent()) {
              spec(verb).options().forEach(option -> zshOption(out, option));
              out.line("'*:argument:_files'");
            }
            out.line(";;");
          }
        }
      }
      out.line("esac");
    }
    out.line("}");
    out.line("if [ \"$funcstack[1]\" = _lockstep ]; then");
    out.line("  _lockstep \"$@\"");
    out.line("else");
    out.line("  compdef _lockstep lockstep");
    out.line("fi");
    return out.toString();
  }

  private static void zshOption(TextWriter out, OptionSpec option) {
    var values = candidates(option);
    var what = values.isEmpty() ? "_files" : "(" + spaced(values) + ")";
    var argument = option.arity().max() == 0 ? "" : ":value:" + what;
    for (var name : names(option)) {
      var text = quoted(description(option)).replace("[", "\\[").replace("]", "\\]");
      out.line("'" + name + "[" + text + "]" + argument + "' \\");
    }
  }

  private static String fish() {
    var out = new TextWriter("  ");
    out.line("# fish completion for lockstep");
    for (var verb : Verb.values()) {
      out.line(
          "complete -c lockstep -n __fish_use_subcommand -f -a %s -d '%s'"
              .formatted(verb.word(), quoted(verb.summary())));
    }
    for (var verb : Verb.values()) {
      spec(verb).options().forEach(option -> fishOption(out, verb, option));
    }
    return out.toString();
  }

  private static void fishOption(TextWriter out, Verb verb, OptionSpec option) {
    var line = new StringBuilder("complete -c lockstep");
    line.append(" -n '__fish_seen_subcommand_from ").append(verb.word()).append("'");
    for (var name : names(option)) {
      var isLong = name.startsWith("--");
      line.append(isLong ? " -l " : " -s ").append(name.substring(isLong ? 2 : 1));
    }
    var values = candidates(option);
    if (option.arity().max() > 0) {
      line.append(values.isEmpty() ? " -r" : " -x -a '" + spaced(values) + "'");
    }
    out.line(line + " -d '" + quoted(description(option)) + "'");
  }

  private static CommandSpec spec(Verb verb) {
    return new ArgumentParser(verb).spec();
  }

  private static List<String> names(OptionSpec option) {
    return List.of(option.names());
  }

  private static List<String> allNames(CommandSpec spec) {
    return spec.options().stream().flatMap(it -> names(it).stream()).toList();
  }

  private static List<String> candidates(OptionSpec option) {
    var values = new ArrayList<String>();
    Optional.ofNullable(option.completionCandidates()).ifPresent(it -> it.forEach(values::add));
    return values;
  }

  private static String description(OptionSpec option) {
    return String.join(" ", option.description());
  }

  private static String commands() {
    return spaced(Verb.words()) + " help --help --version";
  }

  private static String spaced(List<String> words) {
    return words.stream().collect(Collectors.joining(" "));
  }

  private static String quoted(String text) {
    return text.replace("'", "'\\''");
  }
}
