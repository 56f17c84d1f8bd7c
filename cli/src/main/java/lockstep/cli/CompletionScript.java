package lockstep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.text.Closest;
import lockstep.text.TextWriter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Scripts that complete command names, options, the values of options, words that are known, and
/// file names.
public final class CompletionScript {
  /// The shells that there is a script for.
  public static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  private static final String HELP_SUMMARY = "show how a command is called";

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
      out.line("local verb=${COMP_WORDS[1]} words= stem= first=yes start=2 i");
      out.line("# bash takes `=` for a word of its own, unless COMP_WORDBREAKS says otherwise.");
      out.line("if [ \"$current\" = = ]; then");
      out.line("  current=");
      out.line("elif [ \"$previous\" = = ]; then");
      out.line("  previous=${COMP_WORDS[COMP_CWORD-2]}");
      out.line("elif [[ $current == --*=* ]]; then");
      out.line("  previous=${current%%=*} stem=${current%%=*}= current=${current#*=}");
      out.line("fi");
      for (var group : groups()) {
        out.line("if [ \"$verb\" = " + group + " ] && [ \"$COMP_CWORD\" -gt 2 ]; then");
        out.line("  verb=\"$verb ${COMP_WORDS[2]}\" start=3");
        out.line("fi");
      }
      out.line("for ((i = start; i < COMP_CWORD; i++)); do");
      out.line("  [[ ${COMP_WORDS[i]} == -* ]] || first=");
      out.line("done");
      out.line("if [ \"$COMP_CWORD\" = 1 ]; then");
      out.line("  words='" + commands() + " --help --version'");
      out.line("elif [[ $current == -* && -z $stem ]]; then");
      try (var _ = out.indent();
          var _ = out.block("case $verb in")) {
        for (var verb : Verb.values()) {
          out.line("'" + verb.word() + "') words='" + spaced(allNames(spec(verb))) + "' ;;");
        }
      }
      out.line("  esac");
      out.line("else");
      try (var _ = out.indent();
          var _ = out.block("case $verb:$previous in")) {
        for (var verb : Verb.values()) {
          bashValues(out, verb);
        }
        for (var group : groups()) {
          out.line(group + ":*) words='" + spaced(Verb.inGroup(group)) + "' ;;");
        }
        out.line("help:*) [ -z \"$first\" ] || words='" + spaced(Verb.firstWords()) + "' ;;");
      }
      out.line("  esac");
      out.line("fi");
      out.line("COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))");
      out.line("COMPREPLY=(\"${COMPREPLY[@]/#/$stem}\")");
      out.line("# Where no word is known, bash completes names of files, which it knows to quote.");
      out.line("[ -z \"$words\" ] || compopt +o default 2>/dev/null");
      out.line("return 0");
    }
    out.line("}");
    out.line("complete -o default -F _lockstep lockstep ./lockstep");
    return out.toString();
  }

  private static void bashValues(TextWriter out, Verb verb) {
    for (var option : spec(verb).options()) {
      if (option.arity().max() > 0) {
        var values = candidates(option);
        var words = values.isEmpty() ? "" : " words='" + spaced(values) + "'";
        for (var name : names(option)) {
          out.line("'" + verb.word() + "':" + name + ")" + words + " ;;");
        }
      }
    }
    var first = firstWords(verb);
    if (!first.isEmpty()) {
      out.line("'" + verb.word() + "':*) [ -z \"$first\" ] || words='" + spaced(first) + "' ;;");
    }
  }

  private static String zsh() {
    var out = new TextWriter("  ");
    out.line("#compdef lockstep");
    try (var _ = out.block("_lockstep() {")) {
      out.line("local -a commands");
      try (var _ = out.block("commands=(")) {
        for (var word : Verb.firstWords()) {
          out.line("'" + word + ":" + quoted(summary(word)) + "'");
        }
        out.line("'help:" + HELP_SUMMARY + "'");
      }
      out.line(")");
      out.line("if (( CURRENT == 2 )); then");
      out.line("  _describe command commands");
      out.line("  return");
      out.line("fi");
      out.line("local command=$words[2]");
      out.line("shift words; (( CURRENT-- ))");
      for (var group : groups()) {
        out.line("if [ \"$command\" = " + group + " ]; then");
        out.line("  if (( CURRENT == 2 )); then");
        out.line("    compadd " + spaced(Verb.inGroup(group)));
        out.line("    return");
        out.line("  fi");
        out.line("  command=\"$command $words[2]\"");
        out.line("  shift words; (( CURRENT-- ))");
        out.line("fi");
      }
      try (var _ = out.block("case $command in")) {
        for (var verb : Verb.values()) {
          try (var _ = out.block("'" + verb.word() + "')")) {
            out.line("_arguments \\");
            try (var _ = out.indent()) {
              spec(verb).options().forEach(option -> zshOption(out, option));
              var first = firstWords(verb);
              if (!first.isEmpty()) {
                out.line("'1:argument:(" + spaced(first) + ")' \\");
              }
              out.line("'*:argument:_files'");
            }
            out.line(";;");
          }
        }
        out.line("help) _describe command commands ;;");
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
      var equals = argument.isEmpty() || !name.startsWith("--") ? "" : "=";
      var text = quoted(description(option)).replace("[", "\\[").replace("]", "\\]");
      out.line("'" + name + equals + "[" + text + "]" + argument + "' \\");
    }
  }

  private static String fish() {
    var out = new TextWriter("  ");
    out.line("# fish completion for lockstep");
    for (var word : Verb.firstWords()) {
      out.line(
          "complete -c lockstep -n __fish_use_subcommand -f -a %s -d '%s'"
              .formatted(word, quoted(summary(word))));
    }
    groups().forEach(it -> fishFirst(out, it, Verb.inGroup(it)));
    out.line(
        "complete -c lockstep -n __fish_use_subcommand -f -a help -d '%s'".formatted(HELP_SUMMARY));
    fishFirst(out, "help", Verb.firstWords());
    for (var verb : Verb.values()) {
      spec(verb).options().forEach(option -> fishOption(out, verb, option));
      fishFirst(out, fishWord(verb), firstWords(verb));
    }
    return out.toString();
  }

  private static void fishFirst(TextWriter out, String verb, List<String> words) {
    if (!words.isEmpty()) {
      var all = spaced(words);
      var condition =
          "__fish_seen_subcommand_from %s; and not __fish_seen_subcommand_from %s"
              .formatted(verb, all);
      out.line("complete -c lockstep -n '%s' -f -a '%s'".formatted(condition, all));
    }
  }

  private static void fishOption(TextWriter out, Verb verb, OptionSpec option) {
    var line = new StringBuilder("complete -c lockstep");
    line.append(" -n '__fish_seen_subcommand_from ").append(fishWord(verb)).append("'");
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

  /// Returns the word by which fish knows the command once all of its name is typed.
  private static String fishWord(Verb verb) {
    return verb.word().replace(" ", "; and __fish_seen_subcommand_from ");
  }

  /// Returns the first words that need a second.
  private static List<String> groups() {
    return Verb.firstWords().stream().filter(it -> !Verb.inGroup(it).isEmpty()).toList();
  }

  private static String summary(String firstWord) {
    return Verb.find(firstWord)
        .map(Verb::summary)
        .orElseGet(() -> String.join(", ", Verb.inGroup(firstWord)));
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

  /// Returns the words that the first argument of a command may be, if they are known.
  private static List<String> firstWords(Verb verb) {
    return spec(verb).positionalParameters().stream()
        .findFirst()
        .map(CompletionScript::candidates)
        .orElse(List.of());
  }

  private static List<String> candidates(ArgSpec argument) {
    var values = new ArrayList<String>();
    Optional.ofNullable(argument.completionCandidates()).ifPresent(it -> it.forEach(values::add));
    return values;
  }

  private static String description(OptionSpec option) {
    return String.join(" ", option.description());
  }

  private static String commands() {
    return spaced(Verb.firstWords()) + " help";
  }

  private static String spaced(List<String> words) {
    return words.stream().collect(Collectors.joining(" "));
  }

  private static String quoted(String text) {
    return text.replace("'", "'\\''");
  }
}
