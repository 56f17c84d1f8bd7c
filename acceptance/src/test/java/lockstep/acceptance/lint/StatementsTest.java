package lockstep.acceptance.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.acceptance.corpus.Corpus;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.standing.Standing;
import lockstep.check.lint.statement.StatementReader;
import lockstep.engine.source.sql.SqlFiles;
import lockstep.sql.ScriptPart;
import lockstep.sql.StatementSplitter;
import lockstep.text.SourceText;
import lockstep.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scripts are cut where PostgreSQL's parser cuts them, and each statement is what it says it is.
class StatementsTest {
  /// The nodes that a statement of lint may be. Those of statements that only rename, or that name
  /// an index, view or sequence by `ALTER TABLE`, differ in their grammar alone.
  private static final Map<String, Set<String>> NODES =
      Map.ofEntries(
          Map.entry(
              "CreateTable", Set.of("CreateStmt", "CreateTableAsStmt", "CreateForeignTableStmt")),
          Map.entry("AlterTable", Set.of("AlterTableStmt", "RenameStmt", "AlterObjectSchemaStmt")),
          Map.entry("CreateIndex", Set.of("IndexStmt")),
          Map.entry("Drop", Set.of("DropStmt", "DropdbStmt", "DropRoleStmt", "DropOwnedStmt")),
          Map.entry("Rename", Set.of("RenameStmt")),
          Map.entry("CreateEnum", Set.of("CreateEnumStmt")),
          Map.entry("AddEnumValue", Set.of("AlterEnumStmt")),
          Map.entry("CreateDomain", Set.of("CreateDomainStmt")),
          Map.entry("AlterDomain", Set.of("AlterDomainStmt", "RenameStmt", "AlterOwnerStmt")),
          Map.entry("CreateView", Set.of("ViewStmt", "CreateTableAsStmt")),
          Map.entry("CreateFunction", Set.of("CreateFunctionStmt", "DefineStmt")),
          Map.entry(
              "AlterFunction",
              Set.of("AlterFunctionStmt", "AlterOwnerStmt", "RenameStmt", "AlterObjectSchemaStmt")),
          Map.entry("CreateTrigger", Set.of("CreateTrigStmt")),
          Map.entry("CreatePolicy", Set.of("CreatePolicyStmt")),
          Map.entry("DropPolicy", Set.of("DropStmt")),
          Map.entry(
              "Create",
              Set.of(
                  "CreateSchemaStmt",
                  "CreateSeqStmt",
                  "CreatedbStmt",
                  "CreateExtensionStmt",
                  "CompositeTypeStmt",
                  "CreateRangeStmt",
                  "DefineStmt")),
          Map.entry("UpdateExtension", Set.of("AlterExtensionStmt")),
          Map.entry("Grant", Set.of("GrantStmt")),
          Map.entry("Revoke", Set.of("GrantStmt", "GrantRoleStmt")),
          Map.entry("Truncate", Set.of("TruncateStmt")),
          Map.entry("Update", Set.of("UpdateStmt")),
          Map.entry("Delete", Set.of("DeleteStmt")),
          Map.entry("Insert", Set.of("InsertStmt")),
          Map.entry("Vacuum", Set.of("VacuumStmt")),
          Map.entry("Analyze", Set.of("VacuumStmt")),
          Map.entry("Cluster", Set.of("ClusterStmt")),
          Map.entry("Reindex", Set.of("ReindexStmt")),
          Map.entry("Refresh", Set.of("RefreshMatViewStmt")),
          Map.entry("DoBlock", Set.of("DoStmt")),
          Map.entry("Begin", Set.of("TransactionStmt")),
          Map.entry("Commit", Set.of("TransactionStmt")),
          Map.entry("Rollback", Set.of("TransactionStmt")),
          Map.entry("SetParameter", Set.of("VariableSetStmt", "SelectStmt")));

  /// What must never be passed over as something else.
  private static final Set<String> KNOWN =
      Set.of(
          "CreateStmt",
          "IndexStmt",
          "DropStmt",
          "CreateEnumStmt",
          "CreateTrigStmt",
          "CreatePolicyStmt",
          "TruncateStmt",
          "RefreshMatViewStmt",
          "DoStmt",
          "ReindexStmt",
          "ClusterStmt",
          "ViewStmt",
          "CreateFunctionStmt");

  @TempDir private Path folder;

  @Test
  void ofOurOwnCases() {
    judge(
        "own-statements",
        Corpus.sqlFilesBelow(Checkout.root().resolve("core/src/test/golden/lint")));
  }

  @Test
  void ofTheCorpus() {
    judge("statements", Corpus.open().sqlFiles());
  }

  private void judge(String subject, List<Path> files) {
    var standing = Standing.of(subject);
    var texts = new ArrayList<SourceText>();
    for (var file : files) {
      var read = SqlFiles.read(file, Path::toString);
      assertThat(read.diagnostics()).as(file.toString()).isEmpty();
      texts.add(read.scripts().getFirst());
    }
    var answers = ParserJudge.judge(texts.stream().map(StatementsTest::plain).toList(), folder);
    var refused = 0;
    var statements = 0;
    for (var i = 0; i < texts.size(); i++) {
      var answer = answers.get(i);
      var text = texts.get(i);
      if (answer.error().isPresent()) {
        refused++;
        standing.note("no SQL: " + text.name() + ": " + answer.error().get());
      } else {
        statements += answer.statements().size();
        standing.count(text.name(), difference(text, answer));
      }
    }
    standing.note(statements + " statements");
    standing.note(refused + " that PostgreSQL itself does not parse");
    standing.close();
  }

  /// What psql obeys and the data behind `COPY` are no SQL: blanks stand in their place.
  private static SourceText plain(SourceText script) {
    var text = new StringBuilder(script.content());
    for (var part : StatementSplitter.split(script.content())) {
      switch (part) {
        case ScriptPart.Statement _ -> {}
        case ScriptPart.Copy(var _, var data) -> blank(text, withEnd(script.content(), data));
        case ScriptPart.MetaCommand(var span, var _) -> blank(text, span);
      }
    }
    return SourceText.of(script.name(), text.toString());
  }

  private static Span withEnd(String text, Span data) {
    return new Span(data.start(), text.startsWith("\\.", data.end()) ? data.end() + 2 : data.end());
  }

  /// A blank for each byte, so that offsets stay.
  private static void blank(StringBuilder text, Span span) {
    for (var i = span.start(); i < span.end(); i++) {
      if (text.charAt(i) < 0x80 && text.charAt(i) != '\n') {
        text.setCharAt(i, ' ');
      } else if (text.charAt(i) >= 0x80) {
        text.setCharAt(i, '\u00a0');
      }
    }
  }

  private static Optional<String> difference(SourceText script, ParserJudge.Answer answer) {
    var ours =
        StatementSplitter.split(script.content()).stream()
            .filter(it -> !(it instanceof ScriptPart.MetaCommand))
            .toList();
    var theirs = answer.statements();
    if (ours.size() != theirs.size()) {
      return Optional.of("%d statements, PostgreSQL has %d".formatted(ours.size(), theirs.size()));
    }
    var bytes = byteOffsets(script.content());
    for (var i = 0; i < ours.size(); i++) {
      var span = ours.get(i).span();
      var their = theirs.get(i);
      if (bytes[span.start()] < their.start() || bytes[span.end()] > their.end()) {
        return Optional.of("cut elsewhere: " + script.text(span));
      }
      var kind = kind(script, span);
      var isFine =
          NODES.getOrDefault(kind, Set.of(their.kind())).contains(their.kind())
              && !(kind.equals("Other") && KNOWN.contains(their.kind()));
      if (!isFine) {
        return Optional.of("%s is %s: %s".formatted(kind, their.kind(), script.text(span)));
      }
    }
    return Optional.empty();
  }

  private static String kind(SourceText script, Span span) {
    return StatementReader.read(StatementReader.tokens(script.content(), span))
        .getClass()
        .getSimpleName();
  }

  /// Returns for each place in a text how many bytes of UTF-8 come before it.
  private static int[] byteOffsets(String text) {
    var offsets = new int[text.length() + 1];
    for (var i = 0; i < text.length(); ) {
      var point = text.codePointAt(i);
      var width = Character.charCount(point);
      var size = new String(Character.toChars(point)).getBytes(StandardCharsets.UTF_8).length;
      for (var j = 1; j <= width; j++) {
        offsets[i + j] = offsets[i] + (j == width ? size : 0);
      }
      i += width;
    }
    return offsets;
  }
}
