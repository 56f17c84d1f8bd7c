package lockstep.psl.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.mapping.Model;
import lockstep.mapping.Reading;
import lockstep.psl.PslFormatter;
import lockstep.psl.PslReader;
import lockstep.psl.syntax.Attribute;
import lockstep.psl.syntax.BlankLines;
import lockstep.psl.syntax.ConfigBlock;
import lockstep.psl.syntax.EnumDeclaration;
import lockstep.psl.syntax.ModelDeclaration;
import lockstep.psl.syntax.PslParser;
import lockstep.psl.syntax.SyntaxFile;
import lockstep.psl.syntax.TopLevel;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// Carries what changed between two printed schemas into files, block by block.
final class FileMerge {
  private static final String NEW_FILE = "introspected.prisma";
  private static final String PRINTED_DATASOURCE = "db";

  private final List<SyntaxFile> files;
  private final Reading written;
  private final Side before;
  private final Side after;

  /// A schema as it was printed.
  private record Side(SyntaxFile file, Reading reading, Map<String, Block> blocks) {
    static Side of(String text) {
      var source = SourceText.of("schema.prisma", text);
      var file = PslParser.parse(source);
      return new Side(file, PslReader.read(List.of(source)), FileMerge.blocks(file));
    }

    ModelMerge.Written model(String name) {
      return FileMerge.model(file, (ModelDeclaration) blocks.get(name).item(), reading);
    }

    EnumMerge.Written enumeration(String name) {
      return new EnumMerge.Written(file.source(), (EnumDeclaration) blocks.get(name).item());
    }
  }

  /// A model, a view or an enum.
  ///
  /// @param whole with the doc comments above it
  private record Block(TopLevel item, Span whole) {}

  FileMerge(List<SourceText> files, Reading written, String before, String after) {
    this.files = files.stream().map(PslParser::parse).toList();
    this.written = written;
    this.before = Side.of(withDatasource(before, datasource()));
    this.after = Side.of(withDatasource(after, datasource()));
  }

  /// @param files the same files, in their order
  /// @param added the text of a further file for new blocks, where there are several files
  record Merged(List<SourceText> files, Optional<String> added) {}

  Merged merge() {
    var added = added();
    var home = home();
    var merged = new ArrayList<SourceText>();
    for (var file : files) {
      var edits = new Edits(file.source());
      var changed = merge(file, edits);
      if (home.filter(it -> it == file).isPresent() && !added.isEmpty()) {
        append(file, edits, added);
      }
      merged.add(
          edits.isEmpty()
              ? file.source()
              : SourceText.of(file.source().name(), laidOut(file, edits.apply(), changed)));
    }
    return new Merged(
        merged,
        home.isPresent() || added.isEmpty() ? Optional.empty() : Optional.of(joined(added)));
  }

  /// Returns the file that takes new blocks: the only one, or the one that took them before.
  private Optional<SyntaxFile> home() {
    return files.size() == 1
        ? Optional.of(files.getFirst())
        : files.stream().filter(it -> it.source().name().endsWith(NEW_FILE)).findFirst();
  }

  /// Returns the names of the blocks that were changed and stay.
  private Set<String> merge(SyntaxFile file, Edits edits) {
    var changed = new HashSet<String>();
    for (var it : blocks(file).entrySet()) {
      var name = it.getKey();
      if (!before.blocks().containsKey(name)) {
        continue;
      }
      if (!after.blocks().containsKey(name)) {
        edits.remove(withBlankLines(file, it.getValue()));
      } else if (!isOfOneKind(name)) {
        edits.replace(it.getValue().item().span(), text(after, name));
      } else if (!isSame(name)) {
        merge(file, it.getValue().item(), edits);
        changed.add(name);
      }
    }
    return changed;
  }

  /// A view may have taken the place of a table, and anything the name of anything.
  private boolean isOfOneKind(String name) {
    return keyword(before.blocks().get(name).item())
        .equals(keyword(after.blocks().get(name).item()));
  }

  private static String keyword(TopLevel item) {
    return item instanceof ModelDeclaration it ? it.kind().keyword() : "enum";
  }

  private boolean isSame(String name) {
    return text(before, name).equals(text(after, name));
  }

  private static String text(Side side, String name) {
    return side.file().text(side.blocks().get(name).item().span());
  }

  private void merge(SyntaxFile file, TopLevel item, Edits edits) {
    switch (item) {
      case ModelDeclaration it -> {
        var name = it.name().text();
        new ModelMerge(model(file, it, written), before.model(name), after.model(name), edits)
            .merge();
      }
      case EnumDeclaration it -> {
        var name = it.name().text();
        var ours = new EnumMerge.Written(file.source(), it);
        new EnumMerge(ours, before.enumeration(name), after.enumeration(name), edits).merge();
      }
      default -> {}
    }
  }

  private static ModelMerge.Written model(
      SyntaxFile file, ModelDeclaration block, Reading reading) {
    var relation = reading.mapping().model(block.name().text()).map(Model::relation).orElseThrow();
    return new ModelMerge.Written(file.source(), block, new Keys(reading, relation));
  }

  private Optional<ConfigBlock> datasourceBlock() {
    return files.stream().flatMap(it -> it.datasources().stream()).findFirst();
  }

  private String datasource() {
    return datasourceBlock().map(it -> it.name().text()).orElse(PRINTED_DATASOURCE);
  }

  /// Native types are written by the name of the datasource, which is `db` in what was printed.
  private static String withDatasource(String text, String name) {
    if (name.equals(PRINTED_DATASOURCE)) {
      return text;
    }
    var file = PslParser.parse(SourceText.of("schema.prisma", text));
    var edits = new Edits(file.source());
    file.datasources().forEach(it -> edits.replace(it.name().span(), name));
    Stream.concat(file.models().stream(), file.views().stream())
        .flatMap(it -> it.fields().stream())
        .flatMap(it -> it.attributes().stream())
        .map(Attribute::name)
        .filter(it -> it.text().startsWith(PRINTED_DATASOURCE + "."))
        .map(it -> it.span().start())
        .forEach(it -> edits.replace(new Span(it, it + PRINTED_DATASOURCE.length()), name));
    return PslFormatter.format(SourceText.of("schema.prisma", edits.apply())).content();
  }

  private static Map<String, Block> blocks(SyntaxFile file) {
    var blocks = new LinkedHashMap<String, Block>();
    for (var i = 0; i < file.items().size(); i++) {
      var item = file.items().get(i);
      var whole = Lines.documented(file.items(), i, item.span());
      switch (item) {
        case ModelDeclaration it when it.kind() != ModelDeclaration.Kind.TYPE ->
            blocks.put(it.name().text(), new Block(it, whole));
        case EnumDeclaration it -> blocks.put(it.name().text(), new Block(it, whole));
        default -> {}
      }
    }
    return blocks;
  }

  /// Returns a block with what stands apart from the next one.
  private static Span withBlankLines(SyntaxFile file, Block block) {
    var next = file.items().indexOf(block.item()) + 1;
    return next < file.items().size() && file.items().get(next) instanceof BlankLines it
        ? block.whole().to(it.span())
        : block.whole();
  }

  private List<String> added() {
    var added = new ArrayList<String>();
    after
        .blocks()
        .forEach(
            (name, block) -> {
              if (!before.blocks().containsKey(name)) {
                added.add(placed(after.file().text(block.whole())));
              }
            });
    return added;
  }

  /// A schema that lists namespaces wants each block to name its own, also the usual one.
  private String placed(String block) {
    var listsNamespaces =
        datasourceBlock().filter(it -> it.property("schemas").isPresent()).isPresent();
    if (!listsNamespaces || block.contains("\n  @@schema(")) {
      return block;
    }
    var hasAttributes = block.contains("\n  @@");
    return block.substring(0, block.length() - 1)
        + (hasAttributes ? "" : "\n")
        + "  @@schema(\"public\")\n}";
  }

  private static void append(SyntaxFile file, Edits edits, List<String> added) {
    var text = file.source().content();
    var margin = text.isBlank() ? "" : text.endsWith("\n") ? "\n" : "\n\n";
    edits.insert(text.length(), margin + joined(added));
  }

  private static String joined(List<String> blocks) {
    return String.join("\n\n", blocks) + "\n";
  }

  /// Lays out the blocks that were changed, where they were laid out before.
  private static String laidOut(SyntaxFile file, String text, Set<String> changed) {
    var source = SourceText.of(file.source().name(), text);
    var parsed = PslParser.parse(source);
    var was = texts(file);
    var wasLaidOut = texts(PslParser.parse(PslFormatter.format(file.source())));
    var laidOut = texts(PslParser.parse(PslFormatter.format(source)));
    var edits = new Edits(source);
    blocks(parsed)
        .forEach(
            (name, block) -> {
              if (changed.contains(name) && was.get(name).equals(wasLaidOut.get(name))) {
                edits.replace(block.item().span(), laidOut.get(name));
              }
            });
    return edits.apply();
  }

  private static Map<String, String> texts(SyntaxFile file) {
    var texts = new HashMap<String, String>();
    blocks(file).forEach((name, block) -> texts.put(name, file.text(block.item().span())));
    return texts;
  }
}
