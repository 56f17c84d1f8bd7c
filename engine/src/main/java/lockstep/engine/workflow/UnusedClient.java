package lockstep.engine.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.engine.source.client.PythonSources;
import lockstep.engine.source.client.PythonTrees;
import lockstep.engine.source.client.PythonTrees.Parsed;
import lockstep.engine.workflow.RewriteQueries.Rewritten;
import lockstep.rewrite.CarriedClient;
import lockstep.rewrite.CarriedClient.Rest;
import lockstep.rewrite.CarriedClient.Without;
import lockstep.rewrite.RewriteCode;
import lockstep.rewrite.Rewriting;
import lockstep.rewrite.Rewriting.Remark;
import lockstep.rewrite.syntax.Stmt;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// Takes the client out of a project's code where all its calls are converted: what only carried it
/// from one place to another goes.
final class UnusedClient {
  private final SwitchProject.Request request;
  private final Map<Path, Rewritten> rewritten = new LinkedHashMap<>();

  /// @param emptied files of which nothing is left: they stay as they are, and nobody needs them
  record Outcome(RewriteQueries.Outcome queries, Set<Path> emptied) {}

  private UnusedClient(SwitchProject.Request request, List<Rewritten> files) {
    this.request = request;
    files.forEach(it -> rewritten.put(it.parsed().path(), it));
  }

  static Outcome leave(SwitchProject.Request request, RewriteQueries.Outcome queries) {
    var isMentioned =
        queries.files().stream()
            .flatMap(it -> it.rewriting().remarks().stream())
            .anyMatch(it -> it.code() == RewriteCode.LEFT);
    var stays =
        !queries.others().isEmpty()
            || queries.files().stream().anyMatch(it -> it.rewriting().hasRefused());
    return stays || !isMentioned
        ? new Outcome(queries, Set.of())
        : new UnusedClient(request, queries.files()).leave(queries);
  }

  private Outcome leave(RewriteQueries.Outcome queries) {
    var sources = PythonSources.find(List.of(request.project().folder()));
    var trees = trees(sources, Set.of());
    var carried = CarriedClient.in(trees::trees);
    var words = Set.<String>of();
    while (!words.containsAll(carried.words())) {
      words = carried.words();
      trees = trees(sources, words);
      carried = CarriedClient.in(trees::trees);
    }
    if (!trees.diagnostics().isEmpty()) {
      // What Python does not understand may need it.
      return new Outcome(queries, Set.of());
    }
    var emptied = new LinkedHashSet<Path>();
    for (var it : trees.files()) {
      var without = carried.without(it.file());
      if (without.rest() == Rest.NOTHING) {
        emptied.add(it.path());
      } else {
        put(it, without);
      }
    }
    return new Outcome(queries.with(List.copyOf(rewritten.values())), emptied);
  }

  private PythonTrees.Outcome trees(List<Path> sources, Set<String> words) {
    var changed =
        rewritten.values().stream()
            .filter(it -> it.rewriting().isChanged())
            .collect(Collectors.toMap(it -> it.parsed().path(), it -> it.rewriting().content()));
    return PythonTrees.read(
        sources,
        changed,
        words,
        request.reader().interpreter(request.target().root()),
        request.inProject()::show,
        request.reader().pythonTimeout());
  }

  private void put(Parsed parsed, Without without) {
    var before = rewritten.get(parsed.path());
    if (before != null) {
      var remarks = new ArrayList<>(stillTrue(before, without));
      without.remarks().forEach(it -> remarks.add(placed(it, before.rewriting())));
      var rewriting = before.rewriting().with(without.content(), remarks);
      rewritten.put(parsed.path(), new Rewritten(before.parsed(), rewriting));
    } else if (!without.remarks().isEmpty()
        || !without.content().equals(parsed.file().text().content())) {
      var text = parsed.file().text();
      var rewriting = Rewriting.withoutCalls(text, without.content(), without.remarks());
      rewritten.put(parsed.path(), new Rewritten(parsed, rewriting));
    }
  }

  /// What is imported no more is needed no more.
  private static List<Remark> stillTrue(Rewritten before, Without without) {
    var imported = new HashMap<Span, String>();
    before
        .parsed()
        .file()
        .statements()
        .forEach(
            it -> {
              switch (it) {
                case Stmt.ImportFrom one ->
                    one.names().forEach(name -> imported.put(name.span(), name.name()));
                case Stmt.Import one ->
                    one.names().forEach(name -> imported.put(name.span(), name.name()));
                default -> {}
              }
            });
    return before.rewriting().remarks().stream()
        .filter(
            it ->
                it.code() != RewriteCode.LEFT
                    || !imported.containsKey(it.span())
                    || without.kept().contains(imported.get(it.span())))
        .toList();
  }

  /// A place of the text that a file will have, where the same line is in the one that it has.
  private static Remark placed(Remark remark, Rewriting rewriting) {
    var now = SourceText.of(rewriting.from().name(), rewriting.content());
    var start = rewriting.content().lastIndexOf('\n', remark.span().start() - 1) + 1;
    var end = rewriting.content().indexOf('\n', start);
    var line = rewriting.content().substring(start, end < 0 ? now.content().length() : end);
    var place = rewriting.from().content().indexOf(line);
    var from = Math.max(place, 0) + (place < 0 ? 0 : remark.span().start() - start);
    var to = place < 0 ? from : Math.min(from + remark.span().length(), place + line.length());
    return new Remark(remark.code(), new Span(from, to), remark.fact(), remark.advice());
  }
}
