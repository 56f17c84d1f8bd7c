package lockstep.acceptance.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.acceptance.oracle.NodeProject;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.json.MalformedJsonException;
import lockstep.text.SourceText;

/// PostgreSQL's own parser, as WebAssembly from npm.
final class ParserJudge {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /// A statement as PostgreSQL found it.
  ///
  /// @param start its first byte; blanks and comments may come first
  /// @param end the byte behind its last one; blanks and comments may come last
  /// @param kind the name of its node, as in `AlterTableStmt`
  record Parsed(int start, int end, String kind) {}

  /// @param error empty where the text is SQL
  record Answer(Optional<String> error, List<Parsed> statements) {}

  private ParserJudge() {}

  /// @param folder for a file that hands the texts over
  static List<Answer> judge(List<SourceText> texts, Path folder) {
    try {
      var file = folder.resolve("texts.json");
      Files.writeString(file, json(texts));
      var output =
          NodeProject.of("libpg").judge(LIMIT, file.toString()).orThrow("judging SQL").output();
      return JsonReader.read(output).items().stream().map(ParserJudge::answer).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedJsonException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String json(List<SourceText> texts) {
    var out = JsonWriter.compact();
    try (var _ = out.array()) {
      for (var text : texts) {
        try (var _ = out.object()) {
          out.member("name", text.name());
          out.member("text", text.content());
        }
      }
    }
    return out.toString();
  }

  private static Answer answer(Json it) {
    var statements = new ArrayList<Parsed>();
    for (var statement : it.get("statements").map(Json::items).orElse(List.of())) {
      statements.add(
          new Parsed(
              statement.integer("start").orElseThrow(),
              statement.integer("end").orElseThrow(),
              statement.text("kind").orElseThrow()));
    }
    return new Answer(it.text("error"), statements);
  }
}
