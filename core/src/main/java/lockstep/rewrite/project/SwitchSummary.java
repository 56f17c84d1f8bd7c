package lockstep.rewrite.project;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.rewrite.Rewriting;
import lockstep.rewrite.Verdict;
import lockstep.rewrite.project.Requirements.Client;
import lockstep.text.TextWriter;
import lockstep.text.UnifiedDiff;

/// The report of a switch, as a page for the team: what was done, what stayed, what is to be done.
///
/// @param queries of the files that had calls
/// @param modified, created, removed files beside those
/// @param open what somebody has to look at, as `file:line: what`
/// @param client whether code needs it after the switch
/// @param generated the folder of the models
public record SwitchSummary(
    List<Rewriting> queries,
    List<Entry> modified,
    List<Entry> created,
    List<Entry> removed,
    List<String> open,
    Client client,
    String generated) {
  private static final int LONGEST_EXCERPT = 40;

  public SwitchSummary {
    queries = List.copyOf(queries);
    modified = List.copyOf(modified);
    created = List.copyOf(created);
    removed = List.copyOf(removed);
    open = List.copyOf(open);
  }

  /// @param what happened to the file, in a few words
  public record Entry(String file, String what) {}

  /// Returns the page in Markdown.
  public String text() {
    var out = new TextWriter("  ");
    head(out);
    table(out);
    excerpts(out);
    files(out);
    open(out);
    rest(out);
    return out.toString();
  }

  private void head(TextWriter out) {
    out.line("# From Prisma Client Python to SQLAlchemy");
    out.blankLine();
    out.line(
        "`lockstep rewrite --project` wrote this page from what it did. It is the team's now.");
    out.blankLine();
    out.line(
        "%s: %d converted, of them %d with a note and %d with a helper; %d refused."
            .formatted(
                calls(all().size(), queries.size()),
                all().size() - refused(),
                all().stream()
                    .filter(it -> it.outcome() instanceof Verdict.Outcome.WithNote)
                    .count(),
                all().stream()
                    .filter(it -> it.outcome() instanceof Verdict.Outcome.WithHelper)
                    .count(),
                refused()));
    out.blankLine();
  }

  private static String calls(int calls, int files) {
    return "%d call%s in %d file%s"
        .formatted(calls, calls == 1 ? "" : "s", files, files == 1 ? "" : "s");
  }

  private List<Verdict> all() {
    return queries.stream().flatMap(it -> it.verdicts().stream()).toList();
  }

  private int refused() {
    return (int)
        all().stream().filter(it -> it.outcome() instanceof Verdict.Outcome.Refused).count();
  }

  private void table(TextWriter out) {
    out.line("## Queries by file");
    out.blankLine();
    out.line("| file | call | line before | verdict |");
    out.line("|---|---|---|---|");
    for (var file : queries) {
      for (var it : file.verdicts()) {
        out.line(
            "| `%s` | `%s` | %d | %s |"
                .formatted(
                    file.from().name(),
                    it.call(),
                    file.from().position(it.span().start()).line(),
                    verdict(it)));
      }
    }
    out.blankLine();
  }

  private static String verdict(Verdict verdict) {
    return switch (verdict.outcome()) {
      case Verdict.Outcome.Converted _ -> "converted";
      case Verdict.Outcome.WithNote(var note) -> "converted: " + cell(note);
      case Verdict.Outcome.WithHelper(var reason) -> "converted with a helper: " + cell(reason);
      case Verdict.Outcome.Refused(var reason) -> "refused: " + cell(reason);
    };
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }

  private void excerpts(TextWriter out) {
    var first = true;
    for (var file : queries) {
      var excerpt = excerpt(file);
      if (excerpt.isEmpty()) {
        continue;
      }
      if (first) {
        out.line("## Before and after");
        out.blankLine();
        out.line("The first query of each file; `git show` has all.");
        out.blankLine();
        first = false;
      }
      out.line("`%s`:".formatted(file.from().name()));
      out.blankLine();
      out.line("```diff");
      excerpt.get().forEach(out::line);
      out.line("```");
      out.blankLine();
    }
  }

  /// Returns the part of the file's difference in which the first call is.
  private static Optional<List<String>> excerpt(Rewriting file) {
    if (!file.isChanged() || file.verdicts().isEmpty()) {
      return Optional.empty();
    }
    var call = file.verdicts().getFirst().span();
    var begin = file.from().position(call.start()).line();
    var name = file.from().name();
    var diff = UnifiedDiff.of(name, file.from().content(), name, file.content()).lines().toList();
    for (var i = 0; i < diff.size(); i++) {
      if (diff.get(i).startsWith("@@") && reaches(diff.get(i), begin)) {
        var end = i + 1;
        while (end < diff.size() && !diff.get(end).startsWith("@@")) {
          end++;
        }
        return Optional.of(shortened(diff.subList(i + 1, end)));
      }
    }
    return Optional.empty();
  }

  private static boolean reaches(String head, int line) {
    var numbers = head.substring(head.indexOf('-') + 1, head.indexOf(" +")).split(",");
    var start = Integer.parseInt(numbers[0]);
    var count = numbers.length > 1 ? Integer.parseInt(numbers[1]) : 1;
    return line >= start && line < start + count;
  }

  private static List<String> shortened(List<String> hunk) {
    return hunk.size() <= LONGEST_EXCERPT ? hunk : hunk.subList(0, LONGEST_EXCERPT);
  }

  private void files(TextWriter out) {
    section(out, "Files modified, beside those with queries", modified);
    section(out, "New files", created);
    section(out, "Files deleted", removed);
  }

  private static void section(TextWriter out, String title, List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    out.line("## " + title);
    out.blankLine();
    entries.forEach(it -> out.line("- `%s`: %s".formatted(it.file(), it.what())));
    out.blankLine();
  }

  private void open(TextWriter out) {
    if (toLookAt().isEmpty()) {
      return;
    }
    out.line("## To look at");
    out.blankLine();
    out.line("What was not certain stays as it was; the lines are those before the switch.");
    out.blankLine();
    toLookAt().forEach(it -> out.line("- " + it));
    out.blankLine();
  }

  /// Returns what is open beside the calls, and the calls that stay.
  private List<String> toLookAt() {
    return Stream.concat(open.stream(), queries.stream().flatMap(SwitchSummary::left)).toList();
  }

  private static Stream<String> left(Rewriting file) {
    return file.verdicts().stream()
        .filter(it -> it.outcome() instanceof Verdict.Outcome.Refused)
        .map(
            it ->
                "`%s:%d`: `%s` stays: %s"
                    .formatted(
                        file.from().name(),
                        file.from().position(it.span().start()).line(),
                        it.call(),
                        ((Verdict.Outcome.Refused) it.outcome()).reason()));
  }

  private void rest(TextWriter out) {
    out.line("## What stayed the same");
    out.blankLine();
    out.line(
        "- the database: no table, column, index or row was touched, and no migration was added");
    out.line(
        modified.stream().anyMatch(it -> it.file().endsWith(".prisma"))
            ? "- the models of the schema; only the generator of the Python client is gone"
            : "- the schema");
    out.line("- `DATABASE_URL`, in the form that Prisma or the hosting service writes it");
    out.line(
        toLookAt().isEmpty()
            ? "- every route, what it takes, what it answers, and its status codes"
            : "- every route, what it takes, what it answers, and its status codes, but for what is to"
                + " look at");
    out.blankLine();
    out.line("## Checklist");
    out.blankLine();
    out.line("- [ ] read the difference: `git diff`");
    out.line("- [ ] install the requirements anew in a fresh environment");
    out.line("- [ ] `lockstep rewrite . --check`: no call of the client is left");
    out.line("- [ ] `lockstep check`: schema, models and database agree");
    out.line(
        "- [ ] `lockstep scaffold docs`: the page that tells the team how it goes from now on");
    out.line(
        client == Client.GOES
            ? "- [ ] run the tests, and call every route once, on a machine without Node.js"
            : "- [ ] run the tests, and call every route once; the client is needed until then");
    out.line(
        "- [ ] compare the JSON of routes that return rows as they are: its names are the attributes'");
    if (!toLookAt().isEmpty()) {
      out.line("- [ ] settle what is to look at, above");
    }
    out.line("- [ ] commit all of it, `%s` too, as one commit".formatted(generated));
    out.line("- [ ] deploy, and watch errors and the pool of connections");
    out.blankLine();
    out.line("## Rollback");
    out.blankLine();
    out.line(
        "The previous commit: `git revert` this one and deploy. The database is as it was before, so");
    out.line("both versions of the service run on it, at the same time too.");
  }
}
