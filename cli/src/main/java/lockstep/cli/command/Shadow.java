package lockstep.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lockstep.cli.BadCall;
import lockstep.cli.CliCode;
import lockstep.cli.Command;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.cli.Sources;
import lockstep.engine.Shown;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.ShadowSettings;
import lockstep.engine.workflow.ControlShadow;
import lockstep.engine.workflow.ControlShadow.Action;
import lockstep.engine.workflow.ControlShadow.Outcome;
import lockstep.text.Closest;
import picocli.CommandLine.Model.CommandSpec;

/// Starts and stops the server that sources are tried on, which otherwise comes and goes by itself.
public final class Shadow implements Command {
  private static final List<String> ACTIONS =
      List.of("start", "stop", "status", "url", "add-extension");

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.word(ACTIONS, "ACTION", String.join(", ", ACTIONS)));
    spec.addPositional(
        Options.optionalAt(1, "DIR", "add-extension: files built for the server's major version"));
    Sources.addTools(spec);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep shadow start", "keep the server running, for quicker commands"),
        new Example("psql \"$(lockstep shadow url)\"", "look around in it"),
        new Example("lockstep shadow stop", "let it go"),
        new Example("lockstep shadow add-extension ./postgis", "give it an extension it lacks"));
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var word = invocation.required(0);
    var action = action(word, invocation);
    if (!word.equals("add-extension")) {
      invocation.argument(1).ifPresent(it -> refuse(word, it));
    }
    var outcome = ControlShadow.run(new ControlShadow.Request(shadow(invocation), action));
    return switch (outcome) {
      case Outcome.Runs(var url) -> runs(word, url, invocation);
      case Outcome.Rests(var wasStopped) -> rests(word, wasStopped, invocation);
      case Outcome.Added(var names) -> added(names, invocation);
      case Outcome.NotOurs(var url) -> notOurs(word, url, invocation);
    };
  }

  private static void refuse(String word, String argument) {
    throw BadCall.surplus("shadow " + word, argument, Optional.of("See `lockstep shadow --help`."));
  }

  private static Action action(String word, Invocation invocation) {
    return switch (word) {
      case "start" -> new Action.Start();
      case "stop" -> new Action.Stop();
      case "status", "url" -> new Action.Look();
      case "add-extension" -> new Action.AddExtensions(folder(invocation));
      default ->
          throw new BadCall(
              CliCode.BAD_VALUE,
              "`shadow` takes %s, not `%s`.".formatted(String.join(", ", ACTIONS), Shown.of(word)),
              Closest.to(word, ACTIONS).map("Did you mean `lockstep shadow %s`?"::formatted));
    };
  }

  private static Path folder(Invocation invocation) {
    var folder = invocation.argument(1).map(invocation::path);
    return folder
        .filter(Files::isDirectory)
        .orElseThrow(
            () ->
                new BadCall(
                    CliCode.WRONG_ARGUMENTS,
                    "`shadow add-extension` takes a folder with the extension's files.",
                    Optional.of("As in `lockstep shadow add-extension ./postgis`.")));
  }

  private static ShadowSettings shadow(Invocation invocation) {
    return switch (Sources.named(invocation).tools().shadow()) {
      case ShadowSettings.Embedded(var settings) ->
          new ShadowSettings.Embedded(settings.withProgress(invocation.progress()));
      case ShadowSettings.Server it -> it;
    };
  }

  private static ExitCode runs(String word, ConnectionUrl url, Invocation invocation) {
    invocation.result(word.equals("url") ? url.toString() : "The shadow server runs at " + url);
    return ExitCode.CLEAN;
  }

  private static ExitCode rests(String word, boolean wasStopped, Invocation invocation) {
    if (word.equals("url")) {
      invocation.note("The shadow server does not run; `lockstep shadow start` starts it.");
      return ExitCode.FINDINGS;
    }
    invocation.result(
        wasStopped
            ? "The shadow server has been stopped."
            : "The shadow server does not run; commands start it when they need it.");
    return ExitCode.CLEAN;
  }

  private static ExitCode added(List<String> names, Invocation invocation) {
    if (names.isEmpty()) {
      throw new BadCall(
          CliCode.WRONG_ARGUMENTS,
          "There is no extension in this folder: no file `NAME.control`.",
          Optional.of("Name the folder with the .control, .sql and .so files."));
    }
    invocation.result("The shadow server now has " + String.join(", ", names) + ".");
    return ExitCode.CLEAN;
  }

  private static ExitCode notOurs(String word, ConnectionUrl url, Invocation invocation) {
    invocation.result(
        word.equals("url") ? url.toString() : "The shadow server is one of yours: " + url);
    return word.equals("status") || word.equals("url") ? ExitCode.CLEAN : ExitCode.BAD_CALL;
  }
}
