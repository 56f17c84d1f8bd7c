package lockstep.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The shapes of option that commands are made of, and those that every command has.
public final class Options {
  static final String HELP = "--help";
  static final String QUIET = "--quiet";
  static final String VERBOSE = "--verbose";

  private Options() {}

  static void addCommon(CommandSpec spec) {
    spec.addOption(flag("say only errors", "-q", QUIET));
    spec.addOption(flag("say also what is read and how long it takes", "-v", VERBOSE));
    spec.addOption(
        OptionSpec.builder("-h", HELP)
            .type(boolean.class)
            .usageHelp(true)
            .description("show this text")
            .build());
  }

  public static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names[0], rest(names))
        .type(boolean.class)
        .description(description)
        .build();
  }

  public static OptionSpec value(String label, String description, String... names) {
    return OptionSpec.builder(names[0], rest(names))
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /// An option that may be given several times, or once with commas.
  public static OptionSpec values(String label, String description, String... names) {
    return OptionSpec.builder(names[0], rest(names))
        .type(String[].class)
        .splitRegex(",")
        .paramLabel(label)
        .description(description)
        .build();
  }

  /// An option with a closed list of values; the first is taken where it is not given.
  public static OptionSpec choice(List<String> values, String description, String... names) {
    return OptionSpec.builder(names[0], rest(names))
        .type(String.class)
        .paramLabel(String.join("|", values))
        .completionCandidates(values)
        .description(description)
        .build();
  }

  public static PositionalParamSpec one(String label, String description) {
    return positional(label, description).arity("1").required(true).build();
  }

  /// One argument or more.
  public static PositionalParamSpec several(String label, String description) {
    return positional(label, description)
        .index("0..*")
        .arity("1..*")
        .type(String[].class)
        .required(true)
        .build();
  }

  /// Any number of arguments, also none.
  public static PositionalParamSpec any(String label, String description) {
    return positional(label, description).index("0..*").arity("0..*").type(String[].class).build();
  }

  public static PositionalParamSpec optional(String label, String description) {
    return positional(label, description).arity("0..1").build();
  }

  /// A first argument that is one of known words.
  public static PositionalParamSpec word(Iterable<String> words, String label, String description) {
    return positional(label, description)
        .arity("1")
        .required(true)
        .completionCandidates(words)
        .build();
  }

  public static PositionalParamSpec at(int index, String label, String description) {
    return positional(label, description)
        .index(Integer.toString(index))
        .arity("1")
        .required(true)
        .build();
  }

  public static PositionalParamSpec optionalAt(int index, String label, String description) {
    return positional(label, description).index(Integer.toString(index)).arity("0..1").build();
  }

  private static PositionalParamSpec.Builder positional(String label, String description) {
    return PositionalParamSpec.builder()
        .type(String.class)
        .index("0")
        .paramLabel(label)
        .description(description);
  }

  private static String[] rest(String[] names) {
    return Arrays.copyOfRange(names, 1, names.length);
  }
}
