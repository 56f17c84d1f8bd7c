package lockstep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/// Finds the cases of a room, in the order of their names.
final class GoldenCaseProvider implements ArgumentsProvider, AnnotationConsumer<GoldenCases> {
  private String room = "";

  GoldenCaseProvider() {}

  @Override
  public void accept(GoldenCases annotation) {
    room = annotation.value();
  }

  @Override
  public Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    var folder = Path.of("src", "test", "golden", room);
    try (var entries = Files.list(folder)) {
      return entries.sorted().map(GoldenCase::new).map(Arguments::of).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException("no golden cases in " + folder, e);
    }
  }
}
