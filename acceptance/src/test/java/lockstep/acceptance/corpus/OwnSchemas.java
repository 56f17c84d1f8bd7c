package lockstep.acceptance.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lockstep.acceptance.oracle.Checkout;
import lockstep.text.SourceText;

/// The schemas in `acceptance/schemas`: our own, each of them valid, together the whole language.
public final class OwnSchemas {
  private OwnSchemas() {}

  public static List<SchemaCase> all() {
    try (var files = Files.list(Checkout.acceptance("schemas"))) {
      return files.sorted().map(OwnSchemas::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns all of them with what Prisma and PostgreSQL make of them, which take each.
  public static List<Judged.Accepted> accepted() {
    return all().stream().map(Judged::judge).map(OwnSchemas::accepted).toList();
  }

  /// Returns the one with extensions in a namespace of their own. Prisma accepts it, but its script
  /// neither makes that namespace nor names it before the types: a database has to have both.
  public static SchemaCase extensionsElsewhere() {
    return read(Checkout.acceptance("schemas-elsewhere").resolve("extensions.prisma"));
  }

  private static Judged.Accepted accepted(Judged judged) {
    return switch (judged) {
      case Judged.Accepted it -> it;
      case Judged.Foreign _, Judged.Rejected _, Judged.Unrunnable _ ->
          throw new IllegalStateException(judged.toString());
    };
  }

  private static SchemaCase read(Path file) {
    try {
      var name = file.getFileName().toString();
      var text = SourceText.of(name, Files.readString(file));
      return new SchemaCase("own/" + name.replace(".prisma", ""), List.of(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
