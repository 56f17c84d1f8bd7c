package lockstep.psl.syntax;

import java.util.List;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// One parsed file. A schema may be made of several; no file knows of the others.
///
/// @param items all of the file, in order
/// @param diagnostics what is wrong with the syntax, in order of appearance
public record SyntaxFile(SourceText source, List<TopLevel> items, List<Diagnostic> diagnostics) {
  public SyntaxFile {
    items = List.copyOf(items);
    diagnostics = List.copyOf(diagnostics);
  }

  public List<ModelDeclaration> models() {
    return declarations(ModelDeclaration.Kind.MODEL).toList();
  }

  public List<ModelDeclaration> views() {
    return declarations(ModelDeclaration.Kind.VIEW).toList();
  }

  /// Returns the composite types.
  public List<ModelDeclaration> types() {
    return declarations(ModelDeclaration.Kind.TYPE).toList();
  }

  public List<EnumDeclaration> enums() {
    return Nodes.only(EnumDeclaration.class, items);
  }

  public List<ConfigBlock> datasources() {
    return configurations(ConfigBlock.Kind.DATASOURCE).toList();
  }

  public List<ConfigBlock> generators() {
    return configurations(ConfigBlock.Kind.GENERATOR).toList();
  }

  /// Returns a range of this file as a place that a diagnostic can point at.
  public Place place(Span span) {
    return Place.of(source, span);
  }

  /// Returns the text of a node.
  public String text(Span span) {
    return source.text(span);
  }

  private Stream<ModelDeclaration> declarations(ModelDeclaration.Kind kind) {
    return Nodes.only(ModelDeclaration.class, items).stream().filter(it -> it.kind() == kind);
  }

  private Stream<ConfigBlock> configurations(ConfigBlock.Kind kind) {
    return Nodes.only(ConfigBlock.class, items).stream().filter(it -> it.kind() == kind);
  }
}
