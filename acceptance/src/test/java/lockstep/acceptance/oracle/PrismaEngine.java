package lockstep.acceptance.oracle;

import java.util.List;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonWriter;
import lockstep.text.SourceText;

/// Prisma's own engine, as WebAssembly in one Node process for the whole test run.
///
/// Schemas of Prisma 4 to 6 are read as today's: connection URLs in the datasource and retired
/// preview features are blanked, positions stay. The formatter sees the text as it is.
public final class PrismaEngine {
  private static final class Running {
    private static final PrismaEngine ENGINE =
        new PrismaEngine(NodeProject.of("prisma").service("Prisma's engine"));
  }

  private final LineService service;

  private PrismaEngine(LineService service) {
    this.service = service;
  }

  /// Returns the engine of this test run; the first call installs it if need be.
  public static PrismaEngine instance() {
    return Running.ENGINE;
  }

  /// Something that Prisma says about a schema.
  ///
  /// @param start UTF-16 offset of the first character it is about
  /// @param end UTF-16 offset after the last one
  public record Finding(boolean isWarning, String message, String file, int start, int end) {}

  /// What the engine answered: a value, or why there is none.
  public sealed interface Answer<T> {
    record Value<T>(T value) implements Answer<T> {}

    /// @param isPanic whether the engine broke, rather than refused
    record Refusal<T>(String message, boolean isPanic) implements Answer<T> {}

    default T orThrow() {
      return switch (this) {
        case Value<T> it -> it.value;
        case Refusal<T> it -> throw new IllegalStateException(it.message);
      };
    }
  }

  /// Returns errors and warnings in Prisma's order.
  public Answer<List<Finding>> validate(List<SourceText> files) {
    return ask(
        "validate", files, found -> found.items().stream().map(PrismaEngine::finding).toList());
  }

  /// Returns the files as Prisma formats them, in the given order.
  public Answer<List<SourceText>> format(List<SourceText> files) {
    return ask("format", files, texts -> texts.items().stream().map(PrismaEngine::file).toList());
  }

  /// Returns Prisma's script for an empty database.
  public Answer<String> ddl(List<SourceText> files) {
    return ask("ddl", files, PrismaEngine::text);
  }

  /// Returns Prisma's model of the schema as client generators see it.
  public Answer<Json> dmmf(List<SourceText> files) {
    return ask("dmmf", files, it -> it);
  }

  /// Returns datasources and generators.
  public Answer<Json> config(List<SourceText> files) {
    return ask("config", files, it -> it);
  }

  private <T> Answer<T> ask(
      String verb, List<SourceText> files, java.util.function.Function<Json, T> read) {
    var answer = service.ask(request(verb, files));
    return answer
        .get("ok")
        .<Answer<T>>map(it -> new Answer.Value<>(read.apply(it)))
        .orElseGet(
            () -> new Answer.Refusal<>(answer.text("error").orElseThrow(), answer.isTrue("panic")));
  }

  private static JsonWriter request(String verb, List<SourceText> files) {
    var json = JsonWriter.compact();
    try (var _ = json.object()) {
      json.member("verb", verb);
      try (var _ = json.array("files")) {
        files.forEach(it -> file(json, it));
      }
    }
    return json;
  }

  private static void file(JsonWriter json, SourceText file) {
    try (var _ = json.array()) {
      json.value(file.name());
      json.value(file.content());
    }
  }

  private static Finding finding(Json it) {
    return new Finding(
        it.isTrue("warning"),
        it.text("message").orElseThrow(),
        it.text("file").orElseThrow(),
        it.integer("start").orElseThrow(),
        it.integer("end").orElseThrow());
  }

  private static SourceText file(Json it) {
    return SourceText.of(text(it.items().get(0)), text(it.items().get(1)));
  }

  private static String text(Json it) {
    return it.text().orElseThrow();
  }
}
