package lockstep.acceptance.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lockstep.acceptance.corpus.SchemaCase;
import lockstep.emit.sqlalchemy.SqlAlchemyEmitter;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Layout;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.NameStyle;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Version;
import lockstep.mapping.Mapping;
import lockstep.psl.PslReader;
import lockstep.schema.Schema;

/// A package of models on disk.
///
/// @param folder what an interpreter has to look in
/// @param name the package's name
/// @param findings what the emitter says it cannot express
record WrittenModels(Path folder, String name, List<String> findings) {
  /// Writes the models of a schema as most projects want them.
  static WrittenModels of(SchemaCase schema, Path folder) {
    return of(schema, folder, Layout.FILE_PER_MODEL, NameStyle.SNAKE_CASE);
  }

  static WrittenModels of(SchemaCase schema, Path folder, Layout layout, NameStyle names) {
    var name = schema.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_") + "_models";
    var reading = PslReader.read(schema.files());
    return of(
        reading.schema(),
        reading.mapping(),
        folder,
        new SqlAlchemyOptions(
            Version.V2_0,
            layout,
            names,
            name,
            new SqlAlchemyOptions.Source("schema.prisma", ""),
            List.of()));
  }

  static WrittenModels of(Schema schema, Mapping mapping, Path folder, SqlAlchemyOptions options) {
    var emission = SqlAlchemyEmitter.emit(schema, mapping, options);
    try {
      for (var file : emission.files()) {
        var path = folder.resolve(options.packageName()).resolve(file.path());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.content());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var findings = emission.diagnostics().stream().map(it -> it.code().id() + " " + it.fact());
    return new WrittenModels(folder, options.packageName(), findings.toList());
  }

  /// Returns the names of all modules, the package itself first.
  List<String> modules() {
    try (var files = Files.list(folder.resolve(name))) {
      return files
          .map(it -> it.getFileName().toString())
          .filter(it -> it.endsWith(".py"))
          .map(it -> it.equals("__init__.py") ? name : name + "." + it.replace(".py", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
