package lockstep.engine.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.ShadowSettings;
import lockstep.engine.postgres.embedded.EmbeddedServer;
import lockstep.engine.postgres.embedded.EmbeddedSettings;

/// Starts and stops the shadow server by hand, says how it stands, and adds extensions to it.
public final class ControlShadow {
  private ControlShadow() {}

  public record Request(ShadowSettings shadow, Action action) {}

  /// What is to be done with it.
  public sealed interface Action {
    /// Starts it, and lets it run until it is stopped.
    record Start() implements Action {}

    /// Stops it, also when it is in use.
    record Stop() implements Action {}

    /// Only asks.
    record Look() implements Action {}

    /// @param folder holds the files of extensions built for the server's major version
    record AddExtensions(Path folder) implements Action {}
  }

  /// How things stand afterwards.
  public sealed interface Outcome {
    record Runs(ConnectionUrl url) implements Outcome {}

    /// @param wasStopped whether it ran until now
    record Rests(boolean wasStopped) implements Outcome {}

    record Added(List<String> extensions) implements Outcome {
      public Added {
        extensions = List.copyOf(extensions);
      }
    }

    /// The shadow is a server of the user's, which is theirs to start and stop.
    record NotOurs(ConnectionUrl url) implements Outcome {}
  }

  public static Outcome run(Request request) {
    return switch (request.shadow()) {
      case ShadowSettings.Server(var url) -> new Outcome.NotOurs(url);
      case ShadowSettings.Embedded(var settings) -> run(settings, request.action());
    };
  }

  private static Outcome run(EmbeddedSettings settings, Action action) {
    return switch (action) {
      case Action.Start _ -> new Outcome.Runs(EmbeddedServer.startAndKeep(settings));
      case Action.Stop _ -> new Outcome.Rests(EmbeddedServer.stop(settings));
      case Action.Look _ -> look(EmbeddedServer.running(settings));
      case Action.AddExtensions(var folder) ->
          new Outcome.Added(EmbeddedServer.addExtensions(settings, folder));
    };
  }

  private static Outcome look(Optional<ConnectionUrl> running) {
    return running.<Outcome>map(Outcome.Runs::new).orElseGet(() -> new Outcome.Rests(false));
  }
}
