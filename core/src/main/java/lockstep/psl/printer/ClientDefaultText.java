package lockstep.psl.printer;

import java.util.Optional;
import lockstep.mapping.ClientDefault;
import lockstep.mapping.ClientDefault.Nanoid;

/// How `@default` names what a client fills in.
public final class ClientDefaultText {
  private ClientDefaultText() {}

  /// Returns as in `cuid(2)`; empty for what is no function of the language.
  public static Optional<String> of(ClientDefault value) {
    return switch (value) {
      case ClientDefault.Cuid(var version) ->
          Optional.of(version == 1 ? "cuid()" : "cuid(" + version + ")");
      case ClientDefault.Uuid(var version) ->
          Optional.of(version == 4 ? "uuid()" : "uuid(" + version + ")");
      case ClientDefault.Ulid _ -> Optional.of("ulid()");
      case Nanoid(var length) ->
          Optional.of(length == Nanoid.STANDARD_LENGTH ? "nanoid()" : "nanoid(" + length + ")");
      case ClientDefault.None _, ClientDefault.Now _, ClientDefault.Computed _ -> Optional.empty();
    };
  }
}
