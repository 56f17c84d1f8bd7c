package lockstep.psl.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.mapping.Mapping;
import lockstep.mapping.Naming;
import lockstep.mapping.Reading;
import lockstep.psl.PslReader;
import lockstep.psl.printer.PslPrinter;
import lockstep.schema.Schema;
import lockstep.text.SourceText;

/// Brings the files of a Prisma schema in line with a database.
public final class PslPull {
  private PslPull() {}

  /// What shall become of the files.
  ///
  /// @param files the given ones, in their order; what does not differ is as it was, to the byte
  /// @param added the text of one more file: everything for a schema without files, what is new for
  ///   one of several
  /// @param target what the files shall say, to be compared with what they do say
  /// @param diagnostics what the database has and the language has no word for, by name
  public record Pulled(
      List<SourceText> files,
      Optional<String> added,
      Reading target,
      List<Diagnostic> diagnostics) {
    public Pulled {
      files = List.copyOf(files);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// Returns a whole schema for a database, with the names that it has there.
  public static Pulled create(Schema database) {
    var mapping = Mapping.derive(database, Naming.ofPrisma());
    var printed = PslPrinter.print(database, mapping);
    return new Pulled(
        List.of(), Optional.of(printed.text()), read(printed.text()), printed.diagnostics());
  }

  /// Returns the files with what differs in the database carried over.
  ///
  /// @param written what the files say, without errors
  /// @param spelled the schema of `written` in the spelling of the database
  public static Pulled merge(
      List<SourceText> files, Reading written, Schema spelled, Schema database) {
    var sayable = Sayable.of(database, spelled, files);
    var mapping = written.mapping().carriedOver(spelled, sayable.schema(), Naming.ofPrisma());
    var before = PslPrinter.print(spelled, written.mapping());
    var after = PslPrinter.print(sayable.schema(), mapping);
    var merged = new FileMerge(files, written, before.text(), after.text()).merge();
    var diagnostics = new ArrayList<>(sayable.diagnostics());
    diagnostics.addAll(after.diagnostics());
    return new Pulled(merged.files(), merged.added(), read(after.text()), diagnostics);
  }

  private static Reading read(String text) {
    return PslReader.read(List.of(SourceText.of("schema.prisma", text)));
  }
}
