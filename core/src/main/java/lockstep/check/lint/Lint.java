package lockstep.check.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lockstep.check.lint.rule.ProbeRule;
import lockstep.check.lint.rule.ProbeRules;
import lockstep.check.lint.rule.Rule;
import lockstep.check.lint.rule.Rules;
import lockstep.check.lint.script.Known;
import lockstep.check.lint.script.Script;
import lockstep.check.lint.script.Step;
import lockstep.diagnostic.Code;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.diagnostic.Severity;
import lockstep.emit.ddl.DdlEmitter;
import lockstep.schema.Schema;
import lockstep.text.Closest;
import lockstep.text.SourceText;

/// Says what scripts would do to a running service.
public final class Lint {
  /// Below so many rows a pass over a table is too short for anyone to mind.
  private static final long FEW_ROWS = 10_000;

  private final Levels levels;
  private final Live live;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<Probe> probes = new ArrayList<>();

  private Lint(Levels levels, Live live) {
    this.levels = levels;
    this.live = live;
  }

  /// @param diagnostics in the order of the statements
  /// @param probes what only the database can tell
  public record Outcome(List<Diagnostic> diagnostics, List<Probe> probes) {
    public Outcome {
      diagnostics = List.copyOf(diagnostics);
      probes = List.copyOf(probes);
    }
  }

  /// Returns the hazards of one script that runs where a schema stands.
  public static List<Diagnostic> check(SourceText script, Schema schema) {
    return check(List.of(script), schema, Levels.DEFAULT);
  }

  /// Returns the hazards of scripts that run one after another, each as a deployment of its own, in
  /// the order of their statements.
  ///
  /// @param schema what is there before the first; empty where nothing is known
  public static List<Diagnostic> check(List<SourceText> scripts, Schema schema, Levels levels) {
    return check(scripts, schema, levels, Live.NONE).diagnostics();
  }

  /// Returns the hazards of scripts that are to run on a live database.
  public static Outcome check(List<SourceText> scripts, Schema schema, Levels levels, Live live) {
    var known = new Known(live.home());
    Script.of(SourceText.of("", DdlEmitter.emit(schema))).statements().forEach(known::apply);
    var lint = new Lint(levels, live);
    for (var source : scripts) {
      known.nextScript();
      lint.script(Script.of(source), known);
    }
    return new Outcome(lint.diagnostics, lint.probes);
  }

  private void script(Script script, Known known) {
    var saidOnce = new HashSet<Code>();
    for (var i = 0; i < script.statements().size(); i++) {
      var step = new Step(script, known, live, i);
      var parsed = step.parsed();
      var waivers = Waiver.between(parsed.gap(), parsed.span().start(), script.source());
      var used = new HashSet<Waiver>();
      for (var rule : Rules.ALL) {
        if (levels.of(rule.code()) != Level.OFF) {
          rule.check(
              step,
              (at, fact, advice) -> {
                var isNews = !rule.isSaidOnce() || saidOnce.add(rule.code());
                if (isNews && !isWaived(rule.code(), waivers, used)) {
                  add(rule.code(), Place.of(script.source(), at), fact, advice, rows(rule, step));
                }
              });
        }
      }
      probes(step, waivers, used);
      waivers(script, waivers, used);
      known.apply(parsed);
    }
    var behind = Waiver.between(script.end(), script.source().content().length(), script.source());
    waivers(script, behind, Set.of());
  }

  private void probes(Step step, List<Waiver> waivers, Set<Waiver> used) {
    for (var rule : live.isThere() ? ProbeRules.ALL : List.<ProbeRule>of()) {
      for (var probe : rule.probes(step)) {
        if (levels.of(probe.code()) != Level.OFF && !isWaived(probe.code(), waivers, used)) {
          probes.add(probe);
        }
      }
    }
  }

  /// Returns how many rows the table has over which a statement goes, or for which others wait.
  private Optional<Long> rows(Rule rule, Step step) {
    return rule.code().dependsOnSize()
        ? step.subject().flatMap(it -> live.rows(step.known().resolve(it)))
        : Optional.empty();
  }

  private static boolean isWaived(LintCode code, List<Waiver> waivers, Set<Waiver> used) {
    var found = waivers.stream().filter(it -> it.code().equalsIgnoreCase(code.id())).findFirst();
    found.ifPresent(used::add);
    return found.isPresent();
  }

  private void waivers(Script script, List<Waiver> waivers, Set<Waiver> used) {
    for (var it : waivers) {
      var place = Place.of(script.source(), it.span());
      var code = LintCode.find(it.code());
      if (code.isEmpty()) {
        add(
            LintCode.UNKNOWN_WAIVER,
            place,
            it.code().isEmpty()
                ? "The waiver names no code."
                : "The waiver names `%s`, which is no code of lint.".formatted(it.code()),
            closest(it.code()).orElse("Write it as in `-- lockstep:ignore LNT101 reason`."));
      } else if (!used.contains(it)) {
        if (levels.of(code.get()) != Level.OFF && (live.isThere() || !code.get().needsDatabase())) {
          add(
              LintCode.UNUSED_WAIVER,
              place,
              "The waiver of `%s` waives nothing.".formatted(code.get().id()),
              "Remove it, or move it in front of the statement that it is about.");
        }
      } else if (it.reason().isEmpty()) {
        add(
            LintCode.WAIVER_WITHOUT_REASON,
            place,
            "The waiver of `%s` gives no reason.".formatted(code.get().id()),
            "Say behind the code why the hazard is none here.");
      }
    }
  }

  private static Optional<String> closest(String code) {
    var ids = List.of(LintCode.values()).stream().map(LintCode::id).toList();
    return code.isEmpty()
        ? Optional.empty()
        : Closest.to(code, ids).map("Did you mean `%s`?"::formatted);
  }

  private void add(LintCode code, Place place, String fact, String advice, Optional<Long> rows) {
    var isSmall = rows.isPresent() && rows.get() < FEW_ROWS;
    var told =
        rows.map(
                it ->
                    String.format(
                        Locale.ROOT,
                        "%s: about %,d rows.",
                        fact.substring(0, fact.length() - 1),
                        it))
            .orElse(fact);
    levels
        .of(code)
        .severity()
        .map(it -> isSmall ? Severity.NOTE : it)
        .ifPresent(
            it ->
                diagnostics.add(
                    Diagnostic.of(code, place, told).withSeverity(it).withAdvice(advice)));
  }

  private void add(LintCode code, Place place, String fact, String advice) {
    add(code, place, fact, advice, Optional.empty());
  }
}
