package lockstep.engine.workflow;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lockstep.rewrite.project.CommandLines.Generators;

/// Where a text for people, as a README, speaks of the client or of the command that made it.
final class ClientMention {
  private static final Pattern CLIENT =
      Pattern.compile("(?i)prisma client python|prisma-client-py|\\bprisma py ");
  private static final Pattern COMMAND = Pattern.compile("\\bprisma generate\\b");

  private ClientMention() {}

  /// Returns the first line that does; none where the client is gone already, and the command alone
  /// says nothing where it makes other clients too.
  static OptionalInt line(String text, Generators generators) {
    if (generators.python().isEmpty()) {
      return OptionalInt.empty();
    }
    var patterns = generators.others().isEmpty() ? Stream.of(CLIENT, COMMAND) : Stream.of(CLIENT);
    return patterns
        .flatMapToInt(it -> it.matcher(text).results().mapToInt(found -> found.start()))
        .min()
        .stream()
        .map(it -> 1 + (int) text.substring(0, it).chars().filter(one -> one == '\n').count())
        .findFirst();
  }
}
