package lockstep.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lockstep.engine.Shown;
import lockstep.text.Closest;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The arguments of one command, parsed by picocli from a model that is built for this command
/// alone and without annotations, which would cost a proxy class each.
final class ArgumentParser {
  private static final CommandLine.IFactory NO_FACTORY = new NoFactory();

  private final Verb verb;
  private final Command command;
  private final CommandSpec spec;

  ArgumentParser(Verb verb) {
    this.verb = verb;
    this.command = verb.command();
    this.spec = CommandSpec.wrapWithoutInspection(null, NO_FACTORY).name("lockstep " + verb.word());
    command.describe(spec);
    Options.addCommon(spec);
  }

  /// Nothing is made by name here. Picocli's own factory searches the class path for Groovy first.
  private static final class NoFactory implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) {
      throw new IllegalStateException(type.getName());
    }
  }

  Command command() {
    return command;
  }

  CommandSpec spec() {
    return spec;
  }

  ParseResult parse(List<String> arguments) {
    try {
      return new CommandLine(spec, NO_FACTORY)
          .setExpandAtFiles(false)
          .parseArgs(arguments.toArray(String[]::new));
    } catch (UnmatchedArgumentException e) {
      throw unmatched(e.getUnmatched().getFirst());
    } catch (MissingParameterException e) {
      throw missing(e);
    } catch (OverwrittenOptionException e) {
      throw new BadCall(
          CliCode.WRONG_ARGUMENTS,
          "%s is given twice.".formatted(words(e.getOverwritten())),
          seeHelp());
    } catch (ParameterException e) {
      throw new BadCall(CliCode.BAD_VALUE, sentence(e), seeHelp());
    }
  }

  String help(Output to) {
    return CommandHelp.text(verb, spec, command.examples(), to);
  }

  private BadCall missing(MissingParameterException e) {
    var missing = e.getMissing().getFirst();
    var fact =
        missing.isOption()
            ? "%s needs a value.".formatted(words(missing))
            : "`lockstep %s` needs %s.".formatted(verb.word(), words(missing));
    return new BadCall(CliCode.WRONG_ARGUMENTS, fact, seeHelp());
  }

  private static String words(ArgSpec it) {
    return it instanceof OptionSpec option
        ? "`%s`".formatted(option.longestName())
        : "the argument `%s`".formatted(it.paramLabel());
  }

  private BadCall unmatched(String argument) {
    if (!argument.startsWith("-") || argument.equals("-")) {
      return BadCall.surplus(verb.word(), argument, seeHelp());
    }
    var name = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
    return new BadCall(
        CliCode.UNKNOWN_OPTION,
        "`lockstep %s` has no option `%s`.".formatted(verb.word(), Shown.of(name)),
        Closest.to(name, optionNames()).map("Did you mean `%s`?"::formatted).or(this::seeHelp));
  }

  private Collection<String> optionNames() {
    var names = new ArrayList<String>();
    spec.options().forEach(it -> names.addAll(List.of(it.names())));
    return names;
  }

  private Optional<String> seeHelp() {
    return Optional.of("See `lockstep %s --help`.".formatted(verb.word()));
  }

  private static String sentence(ParameterException e) {
    var message = String.valueOf(e.getMessage());
    var shown = Shown.in(message);
    return shown.endsWith(".") ? shown : shown + ".";
  }
}
