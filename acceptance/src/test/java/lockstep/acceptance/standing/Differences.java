package lockstep.acceptance.standing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lockstep.acceptance.corpus.SchemaCase;
import lockstep.acceptance.oracle.Checkout;

/// Differences by kind, the frequent ones first, each with its shortest examples.
final class Differences {
  private static final int EXAMPLES = 3;
  private static final Comparator<Example> SHORTEST =
      Comparator.<Example>comparingInt(it -> it.text().length()).thenComparing(Example::name);

  private final String subject;
  private final Map<String, List<Example>> byKind = new TreeMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  private record Example(String name, String text, String detail) {}

  Differences(String subject) {
    this.subject = subject;
  }

  /// Adds one; only the shortest examples of a kind are kept.
  void add(String kind, SchemaCase schema, String detail) {
    counts.merge(kind, 1, Integer::sum);
    var text = new StringBuilder();
    schema.files().forEach(it -> text.append(it.content()));
    var examples = byKind.computeIfAbsent(kind, _ -> new ArrayList<>());
    examples.add(new Example(schema.name(), text.toString(), detail));
    examples.sort(SHORTEST);
    if (examples.size() > EXAMPLES) {
      examples.removeLast();
    }
  }

  /// Writes `target/standing/SUBJECT-differences.txt`.
  void write() {
    var out = new StringBuilder();
    byKind.entrySet().stream()
        .sorted(Comparator.comparingInt(it -> -counts.get(it.getKey())))
        .forEach(
            it -> {
              out.append("=== %d x %s%n".formatted(counts.get(it.getKey()), it.getKey()));
              it.getValue().forEach(example -> write(example, out));
            });
    try {
      var folder = Files.createDirectories(Checkout.acceptance("target/standing"));
      Files.writeString(folder.resolve(subject + "-differences.txt"), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Example example, StringBuilder out) {
    out.append("--- ").append(example.name()).append('\n');
    out.append(example.detail().stripTrailing().indent(4));
    var text = example.text();
    out.append(text.length() > 1500 ? "    (long)\n" : text.indent(2)).append('\n');
  }
}
