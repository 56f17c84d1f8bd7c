package lockstep.engine.workflow.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Severity;
import lockstep.engine.project.Environment;
import lockstep.engine.workflow.DoctorCode;

/// Tables that have models in two places: one of them follows the schema, and the other is what
/// somebody imports by mistake.
record ModelCopies(ServiceCode code, Path home, Environment environment) {
  private static final Pattern ELSEWHERE =
      Pattern.compile("(?:^|/)(?:tests?|examples?|versions|migrations)(?:/|$)");

  /// Two places and the tables that both have; those of one program are an error, those of two
  /// services may each be right.
  List<Diagnostic> findings() {
    var findings = new ArrayList<Diagnostic>();
    pairs().forEach((places, tables) -> findings.add(finding(places, tables)));
    return findings;
  }

  private SortedMap<String, List<String>> pairs() {
    var pairs = new TreeMap<String, List<String>>();
    code.tables()
        .forEach(
            (table, files) -> {
              var own = new TreeSet<>(files);
              own.removeIf(it -> ELSEWHERE.matcher(environment.show(it)).find());
              var folders =
                  own.stream()
                      .map(Path::getParent)
                      .distinct()
                      .map(environment::show)
                      .collect(Collectors.joining("` and `"));
              if (own.size() > 1) {
                var places =
                    folders.contains("` and `")
                        ? folders
                        : own.stream()
                            .map(environment::show)
                            .collect(Collectors.joining("` and `"));
                pairs.computeIfAbsent(places, _ -> new ArrayList<>()).add(table);
              }
            });
    return pairs;
  }

  private Diagnostic finding(String places, List<String> tables) {
    var fact =
        tables.size() == 1
            ? "The table `%s` has models in `%s`.".formatted(tables.getFirst(), places)
            : "%d tables, as `%s`, have models in `%s`."
                .formatted(tables.size(), tables.getFirst(), places);
    var isOneProgram =
        List.of(places.split("` and `")).stream()
            .allMatch(it -> environment.folder().resolve(it).startsWith(home));
    return Diagnostic.of(DoctorCode.TWO_COPIES, fact)
        .withSeverity(isOneProgram ? Severity.ERROR : Severity.WARNING)
        .withAdvice(
            "Keep the one that `lockstep generate` writes or `compare` in lockstep.toml names, and"
                + " remove the other.");
  }
}
