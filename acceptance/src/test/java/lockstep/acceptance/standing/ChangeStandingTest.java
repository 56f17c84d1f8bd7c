package lockstep.acceptance.standing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.oracle.SchemaDump;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.acceptance.oracle.ScratchServer.Scratch;
import lockstep.diff.Difference;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.plan.Planner;
import lockstep.plan.Style;
import lockstep.schema.Schema;
import org.junit.jupiter.api.Test;

/// Every kind of change between two databases, there in the careful form and back in the plain one,
/// judged by the catalog queries that share no code with ours and, where there is one for the
/// server, by `pg_dump`.
class ChangeStandingTest {
  private static final ScratchServer SERVER = ScratchServer.instance();
  private static final Pattern LISTS =
      Pattern.compile(
          "differs +(?:publication|grant\\S*) [^:]+: (?:false )?(\\S+), not (?:false )?(\\S+)");

  /// Where `pg_dump` says more than anybody can change: which comment on `public` is PostgreSQL's
  /// own, and whether a child declares what it inherits (DRF017 names it).
  private static final List<String> UNCHANGEABLE =
      List.of(
          "comment-on-the-default-schema",
          "child-that-joins-and-leaves-a-parent-that-changes",
          "inheritance",
          "parent-that-is-left-and-joined");

  private static final int MAJOR = major();
  private static final Optional<SchemaDump> DUMP = SchemaDump.find(SERVER);

  @Test
  void changes() {
    var standing = Standing.of("changes");
    if (DUMP.isEmpty()) {
      standing.note("no pg_dump for this server: not dumped");
    }
    for (var folder :
        List.of("engine/src/test/golden/change", "acceptance/src/test/golden/change")) {
      for (var it : cases(Checkout.root().resolve(folder))) {
        var name = it.getFileName().toString();
        if (!suits(name)) {
          continue;
        }
        standing.count(name + ", there", difference(it, "from.sql", "to.sql", Style.ONLINE));
        standing.count(name + ", back", difference(it, "to.sql", "from.sql", Style.PLAIN));
      }
    }
    standing.close();
  }

  private static int major() {
    try (var somewhere = SERVER.plain();
        var session = Session.open(somewhere.url())) {
      return session.serverVersion() / 10_000;
    }
  }

  /// A case of a feature that came with a version is named so, as in `…-from-18`.
  private static boolean suits(String name) {
    var version = name.replaceFirst(".*-from-(\\d+)$", "$1");
    return version.equals(name) || MAJOR >= Integer.parseInt(version);
  }

  private static Optional<String> difference(Path folder, String from, String to, Style style) {
    try (var first = SERVER.plain();
        var second = SERVER.plain()) {
      run(first, text(folder.resolve(from)));
      run(second, text(folder.resolve(to)));
      var difference = Difference.between(read(first), read(second));
      try (var session = Session.open(first.url())) {
        for (var step : Planner.plan(difference, style, session.serverVersion()).steps()) {
          var refusal = session.tryExecute(step.sql());
          if (refusal.isPresent()) {
            return Optional.of("%s%n%s".formatted(refusal.get().message(), step.sql()));
          }
        }
      }
      return different(folder.getFileName().toString(), first, second);
    } catch (RuntimeException e) {
      return Optional.of(Crash.of(e).kind());
    }
  }

  private static Optional<String> different(String name, Scratch first, Scratch second) {
    var differences =
        first.catalog().differencesTo(second.catalog()).stream()
            .filter(it -> !it.contains(" column position ") && !isSaidByItself(it))
            .filter(it -> !isOtherOrder(it))
            .limit(8)
            .toList();
    if (!differences.isEmpty()) {
      return Optional.of(String.join("\n", differences));
    }
    var notNull = NotNullFacts.difference(first, second);
    if (notNull.isPresent()) {
      return notNull;
    }
    return DUMP.filter(_ -> !UNCHANGEABLE.contains(name))
        .flatMap(it -> it.difference(first, second));
  }

  /// Where anything was granted once, PostgreSQL keeps what an owner may do anyway, and has no
  /// statement to forget it. Older servers keep what was granted on a column that is gone.
  private static boolean isSaidByItself(String difference) {
    return difference.contains(".pg.dropped.")
        || difference.matches(
            "missing +grant\\S* .*: \\{(\\w+)=\\w+/\\1(,=X/\\1)?}|missing +grant-column .*: \\{}");
  }

  /// The tables of a publication and the privileges of an object are listed in the order in which
  /// they came to it.
  private static boolean isOtherOrder(String difference) {
    var lists = LISTS.matcher(difference);
    return lists.matches() && sorted(lists.group(1)).equals(sorted(lists.group(2)));
  }

  private static List<String> sorted(String list) {
    return Stream.of(list.replaceAll("[{}]", "").split(",")).sorted().toList();
  }

  private static Schema read(Scratch database) {
    try (var session = Session.open(database.url())) {
      var options = IntrospectionOptions.everything("database");
      return Introspector.read(session, options).schema();
    }
  }

  private static void run(Scratch database, String sql) {
    var refusal = database.run(sql);
    if (refusal.isPresent()) {
      throw new IllegalStateException(refusal.get().message());
    }
  }

  private static List<Path> cases(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
