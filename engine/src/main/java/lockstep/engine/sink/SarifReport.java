package lockstep.engine.sink;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lockstep.diagnostic.Code;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.json.JsonWriter;
import lockstep.text.Order;

/// Diagnostics as SARIF 2.1.0 (OASIS), which code scanning services read.
public final class SarifReport {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private SarifReport() {}

  /// @param version of Lockstep
  /// @param title what a code means, in a few words, if that is known
  public static String of(
      List<Diagnostic> diagnostics, String version, Function<Code, Optional<String>> title) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      out.member("$schema", SCHEMA);
      out.member("version", "2.1.0");
      try (var _ = out.array("runs");
          var _ = out.object()) {
        driver(out, diagnostics, version, title);
        out.member("columnKind", "utf16CodeUnits");
        try (var _ = out.array("results")) {
          diagnostics.forEach(it -> result(out, it));
        }
      }
    }
    return out.toString();
  }

  private static void driver(
      JsonWriter out,
      List<Diagnostic> diagnostics,
      String version,
      Function<Code, Optional<String>> title) {
    try (var _ = out.object("tool");
        var _ = out.object("driver")) {
      out.member("name", "Lockstep");
      out.member("version", version);
      try (var _ = out.array("rules")) {
        diagnostics.stream()
            .map(Diagnostic::code)
            .distinct()
            .sorted(Order.by(Code::id))
            .forEach(it -> rule(out, it, title.apply(it)));
      }
    }
  }

  private static void rule(JsonWriter out, Code code, Optional<String> title) {
    try (var _ = out.object()) {
      out.member("id", code.id());
      title.ifPresent(it -> text(out, "shortDescription", it));
    }
  }

  private static void result(JsonWriter out, Diagnostic it) {
    try (var _ = out.object()) {
      out.member("ruleId", it.code().id());
      out.member("level", it.severity().word());
      text(out, "message", it.advice().map(advice -> it.fact() + " " + advice).orElse(it.fact()));
      it.place()
          .ifPresent(
              place -> {
                try (var _ = out.array("locations");
                    var _ = out.object()) {
                  location(out, place);
                }
              });
      if (!it.related().isEmpty()) {
        try (var _ = out.array("relatedLocations")) {
          it.related().forEach(related -> related(out, related));
        }
      }
    }
  }

  private static void related(JsonWriter out, Diagnostic.Related related) {
    try (var _ = out.object()) {
      location(out, related.place());
      text(out, "message", related.note());
    }
  }

  private static void text(JsonWriter out, String name, String text) {
    try (var _ = out.object(name)) {
      out.member("text", text);
    }
  }

  private static void location(JsonWriter out, Place place) {
    var spot = Spot.of(place);
    spot.file()
        .ifPresent(
            file -> {
              try (var _ = out.object("physicalLocation")) {
                try (var _ = out.object("artifactLocation")) {
                  out.member("uri", uri(file));
                }
                spot.line().ifPresent(_ -> region(out, spot));
              }
            });
    spot.object()
        .ifPresent(
            object -> {
              try (var _ = out.array("logicalLocations");
                  var _ = out.object()) {
                out.member("fullyQualifiedName", object);
              }
            });
  }

  /// Returns a file's name as a URI reference (RFC 3986): what is no letter, digit or harmless sign
  /// is encoded, a colon too, since it would end a scheme.
  private static String uri(String file) {
    var out = new StringBuilder(file.startsWith("/") ? "file://" : "");
    for (var it : file.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
      var isPlain = it >= '0' && it <= '9' || it >= 'A' && it <= 'Z' || it >= 'a' && it <= 'z';
      if (isPlain || "-._~/@".indexOf(it) >= 0) {
        out.append((char) it);
      } else {
        out.append("%%%02X".formatted(it));
      }
    }
    return out.toString();
  }

  private static void region(JsonWriter out, Spot spot) {
    try (var _ = out.object("region")) {
      spot.line().ifPresent(line -> out.member("startLine", line));
      spot.column().ifPresent(column -> out.member("startColumn", column));
      spot.end()
          .ifPresent(
              end -> {
                out.member("endLine", end.line());
                out.member("endColumn", end.column());
              });
    }
  }
}
