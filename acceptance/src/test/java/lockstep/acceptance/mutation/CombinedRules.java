package lockstep.acceptance.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.acceptance.corpus.Judged;
import lockstep.acceptance.corpus.SchemaCase;
import lockstep.acceptance.oracle.PrismaEngine;
import lockstep.acceptance.oracle.PrismaEngine.Answer;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.text.SourceText;

/// The rule cases that Prisma accepts and a server runs, many of them to a schema.
///
/// Their models are renamed so that they do not meet; cases whose own names could are left out.
public final class CombinedRules {
  private static final int TOGETHER = 100;
  private static final Pattern OF_THE_SERVER_OR_NAMED =
      Pattern.compile("map|raw\\(|x\\(\\)|@@schema|generator|relationMode|name:|^(?!datasource)");
  private static final Pattern ABOUT_NAMES = Pattern.compile(" name| names|two of");
  private static final Pattern MODEL = Pattern.compile("(?<![\"\\w])([ABCE])(?![\"\\w])");
  private static final Pattern RELATION = Pattern.compile("(@relation\\(\")(\\w+)\"");

  private static final class Holder {
    private static final List<Judged.Accepted> ALL = combine();
  }

  private CombinedRules() {}

  /// Returns the combined schemas, made once for the whole test run.
  public static List<Judged.Accepted> all() {
    return Holder.ALL;
  }

  private static List<Judged.Accepted> combine() {
    var parts = new ArrayList<String>();
    try (var database = ScratchServer.instance().scratch();
        var trial = database.trial()) {
      for (var rule : RuleCases.all()) {
        var text = rule.files().getFirst().content();
        if (text.startsWith(Rules.DATASOURCE)
            && !OF_THE_SERVER_OR_NAMED.matcher(text).find()
            && !ABOUT_NAMES.matcher(rule.name()).find()
            && runs(rule, trial)) {
          parts.add(renamed(text.substring(Rules.DATASOURCE.length()), parts.size()));
        }
      }
    }
    return IntStream.iterate(0, it -> it < parts.size(), it -> it + TOGETHER)
        .mapToObj(it -> parts.subList(it, Math.min(parts.size(), it + TOGETHER)))
        .flatMap(CombinedRules::runnable)
        .toList();
  }

  private static boolean runs(SchemaCase rule, ScratchServer.Trial trial) {
    return PrismaEngine.instance().ddl(rule.files()) instanceof Answer.Value<String>(var script)
        && trial.accepts(script);
  }

  private static String renamed(String text, int number) {
    var own = MODEL.matcher(text.replace(Rules.KIND, "")).replaceAll("$1" + number);
    return RELATION.matcher(own).replaceAll("$1$2" + number + "\"");
  }

  /// Parts whose own names meet, and are therefore refused, are found by halving.
  private static Stream<Judged.Accepted> runnable(List<String> parts) {
    var text = Rules.DATASOURCE + Rules.KIND + "\n" + String.join("\n", parts);
    var name = "combined/%08x".formatted(text.hashCode());
    var schema = new SchemaCase(name, List.of(SourceText.of("schema.prisma", text)));
    return switch (Judged.judge(schema)) {
      case Judged.Accepted it -> Stream.of(it);
      case Judged.Foreign _, Judged.Rejected _, Judged.Unrunnable _ ->
          parts.size() == 1
              ? Stream.of()
              : Stream.concat(
                  runnable(parts.subList(0, parts.size() / 2)),
                  runnable(parts.subList(parts.size() / 2, parts.size())));
    };
  }
}
