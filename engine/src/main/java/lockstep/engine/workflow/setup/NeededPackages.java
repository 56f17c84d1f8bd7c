package lockstep.engine.workflow.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.project.PythonHome;
import lockstep.engine.python.Interpreter;
import lockstep.engine.source.client.InstalledPackages;
import lockstep.engine.workflow.DoctorCode;

/// Whether the packages are there that models and sessions need, and in the versions that the
/// project asks for.
///
/// @param needed by name, the first version that will do; `0` for any
/// @param drivers of which one is enough
record NeededPackages(
    Map<String, String> needed,
    List<String> drivers,
    InstalledPackages installed,
    Interpreter interpreter,
    PythonHome home) {
  static final List<String> KNOWN =
      List.of(
          "sqlalchemy",
          "asyncpg",
          "psycopg",
          "psycopg2",
          "psycopg2-binary",
          "greenlet",
          "pgvector",
          "alembic",
          "prisma");
  private static final String TOPIC = "packages";
  private static final Pattern PIN =
      Pattern.compile("([A-Za-z0-9._-]+)\\s*(?:\\[[^\\]]*\\])?\\s*==\\s*([0-9][\\w.]*).*");

  /// What code needs.
  ///
  /// @param sqlAlchemy the first version of SQLAlchemy that will do; empty where none is needed
  static Map<String, String> neededBy(
      ServiceCode code, Optional<String> sqlAlchemy, List<String> others) {
    var needed = new LinkedHashMap<String, String>();
    sqlAlchemy.ifPresent(it -> needed.put("sqlalchemy", it));
    if (code.isAsynchronous()) {
      needed.put("greenlet", "0");
    }
    if (code.mentions("\\bpgvector\\b")) {
      // HALFVEC and SPARSEVEC came with pgvector-python 0.3.
      needed.put("pgvector", code.mentions("\\b(?:HALFVEC|SPARSEVEC)\\b") ? "0.3" : "0");
    }
    others.forEach(it -> needed.put(it, "0"));
    return needed;
  }

  Part part() {
    var findings = new ArrayList<Diagnostic>();
    needed.forEach((name, first) -> finding(name, first).ifPresent(findings::add));
    if (!drivers.isEmpty() && drivers.stream().allMatch(it -> version(it).isEmpty())) {
      findings.add(missing(drivers.getFirst()));
    }
    pins()
        .forEach(
            (name, pin) ->
                version(name)
                    .filter(it -> !it.equals(pin))
                    .ifPresent(it -> findings.add(otherwise(name, it, pin))));
    return Part.of(TOPIC, fact(), findings);
  }

  private String fact() {
    var named =
        Stream.concat(needed.keySet().stream(), drivers.stream())
            .flatMap(it -> version(it).map(v -> it + " " + v).stream())
            .collect(Collectors.joining(", "));
    return named.isEmpty() ? "none of those that are needed" : named;
  }

  /// The package `psycopg2` comes under two names.
  private Optional<String> version(String name) {
    return installed.version(name).or(() -> installed.version(name + "-binary"));
  }

  private Optional<Diagnostic> finding(String name, String first) {
    var version = version(name);
    if (version.isEmpty()) {
      return Optional.of(missing(name));
    }
    return isBefore(version.get(), first)
        ? Optional.of(
            Diagnostic.of(
                    DoctorCode.PACKAGE_TOO_OLD,
                    "`%s` is %s, and the models need %s or later."
                        .formatted(name, version.get(), first))
                .withAdvice(interpreter.installing("%s>=%s".formatted(name, first)) + "."))
        : Optional.empty();
  }

  private Diagnostic missing(String name) {
    return Diagnostic.of(
            DoctorCode.PACKAGE_MISSING,
            "`%s` is not installed in %s.".formatted(name, interpreter.described()))
        .withAdvice(
            interpreter.installing(
                    Optional.ofNullable(pins().get(name)).map(it -> name + "==" + it).orElse(name))
                + ".");
  }

  private Diagnostic otherwise(String name, String version, String pin) {
    var file = home.requirements().map(it -> it.getFileName().toString()).orElse("");
    return Diagnostic.of(
            DoctorCode.PACKAGE_OTHERWISE,
            "`%s` is %s, and %s asks for %s.".formatted(name, version, file, pin))
        .withAdvice(
            home.requirements()
                    .map(it -> interpreter.installingAll(it))
                    .orElseGet(() -> interpreter.installing(name + "==" + pin))
                + ".");
  }

  private Map<String, String> pins() {
    var pins = new LinkedHashMap<String, String>();
    for (var line : home.lines()) {
      var pin = PIN.matcher(line.strip());
      if (pin.matches() && KNOWN.contains(name(pin.group(1)))) {
        pins.put(name(pin.group(1)), pin.group(2));
      }
    }
    return pins;
  }

  private static String name(String written) {
    return written.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Compares the numbers that versions begin with.
  static boolean isBefore(String version, String first) {
    var some = numbers(version);
    var other = numbers(first);
    for (var i = 0; i < other.size(); i++) {
      int one = i < some.size() ? some.get(i) : 0;
      int two = other.get(i);
      if (one != two) {
        return one < two;
      }
    }
    return false;
  }

  private static List<Integer> numbers(String version) {
    return Stream.of(version.split("\\."))
        .map(it -> it.replaceAll("\\D.*", ""))
        .takeWhile(it -> !it.isEmpty() && it.length() < 9)
        .map(Integer::valueOf)
        .toList();
  }
}
