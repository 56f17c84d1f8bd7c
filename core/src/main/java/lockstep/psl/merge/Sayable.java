package lockstep.psl.merge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Severity;
import lockstep.psl.PslCode;
import lockstep.psl.syntax.ConfigBlock;
import lockstep.psl.syntax.Expression;
import lockstep.psl.syntax.Expression.ArrayLiteral;
import lockstep.psl.syntax.Expression.StringLiteral;
import lockstep.psl.syntax.PslParser;
import lockstep.psl.syntax.SyntaxFile;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.Namespace;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import lockstep.schema.Table;
import lockstep.schema.View;
import lockstep.text.SourceText;

/// As much of a database as files may speak of: the namespaces that they list, and what their
/// generators switch on.
final class Sayable {
  private static final String VIEWS = "views";
  private static final String CONDITIONS = "partialIndexes";

  private final Schema database;
  private final Schema written;
  private final List<SyntaxFile> files;
  private final Set<String> features;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Sayable(Schema database, Schema written, List<SourceText> files) {
    this.database = database;
    this.written = written;
    this.files = files.stream().map(PslParser::parse).toList();
    this.features = features();
  }

  /// @param diagnostics what is left out because the files do not switch it on
  record Answer(Schema schema, List<Diagnostic> diagnostics) {}

  static Answer of(Schema database, Schema written, List<SourceText> files) {
    var sayable = new Sayable(database, written, files);
    return new Answer(sayable.schema(), sayable.diagnostics);
  }

  private Schema schema() {
    var names = namespaces();
    database.namespaces().stream()
        .filter(it -> !names.contains(it.name()))
        .forEach(it -> diagnostics.add(notListed(it)));
    return new Schema(written.extensions(), names.stream().map(this::namespace).toList());
  }

  private static Diagnostic notListed(Namespace it) {
    return Diagnostic.of(
            PslCode.NO_WORD_FOR_IT,
            "The datasource does not list the schema `%s`: its objects, %d in all, are left out."
                .formatted(it.name(), it.objects().size()))
        .withSeverity(Severity.NOTE)
        .withAdvice("Add it to `schemas`, if this schema is about it.");
  }

  private Set<Identifier> namespaces() {
    var names = new LinkedHashSet<Identifier>();
    words(files.stream().flatMap(it -> it.datasources().stream()).toList(), "schemas")
        .forEach(it -> names.add(Identifier.of(it)));
    written.namespaces().forEach(it -> names.add(it.name()));
    if (names.isEmpty()) {
      names.add(Schema.DEFAULT_NAMESPACE);
    }
    return names;
  }

  private Set<String> features() {
    return words(
        files.stream().flatMap(it -> it.generators().stream()).toList(), "previewFeatures");
  }

  private static Set<String> words(List<ConfigBlock> blocks, String property) {
    var words = new LinkedHashSet<String>();
    for (var block : blocks) {
      block
          .property(property)
          .flatMap(it -> it.value())
          .ifPresent(
              it -> {
                for (var element : elements(it)) {
                  if (element instanceof StringLiteral(var word, _)) {
                    words.add(word);
                  }
                }
              });
    }
    return words;
  }

  private static List<Expression> elements(Expression value) {
    return value instanceof ArrayLiteral(var elements, _) ? elements : List.of();
  }

  private boolean hasFeature(String feature) {
    return features.stream().anyMatch(feature::equalsIgnoreCase);
  }

  private Namespace namespace(Identifier name) {
    var in = database.namespace(name).orElseGet(() -> Namespace.empty(name));
    var objects = new ArrayList<SchemaObject>();
    for (var object : in.objects()) {
      var at = QualifiedName.of(name, object.name());
      switch (object) {
        case Table it -> objects.add(table(at, it));
        case View it -> view(at, it).ifPresent(objects::add);
        default -> objects.add(object);
      }
    }
    return in.withObjects(objects);
  }

  private Table table(QualifiedName name, Table it) {
    if (hasFeature(CONDITIONS)) {
      return it;
    }
    var known = written.table(name);
    var indexes = new ArrayList<Index>();
    for (var index : it.indexes()) {
      if (index.where().isEmpty()) {
        indexes.add(index);
      } else {
        lacking(
            ObjectPath.of(ObjectPath.Kind.INDEX, name, index.name()),
            CONDITIONS,
            "the condition of an index");
        known.stream()
            .flatMap(table -> table.indexes().stream())
            .filter(other -> other.name().equals(index.name()))
            .forEach(indexes::add);
      }
    }
    return it.with(it.columns(), it.constraints(), indexes);
  }

  /// Whether a column of a view can be NULL only people know.
  private Optional<View> view(QualifiedName name, View it) {
    if (!hasFeature(VIEWS)) {
      lacking(ObjectPath.of(ObjectPath.Kind.VIEW, name), VIEWS, "a view");
      return Optional.empty();
    }
    var known = written.view(name);
    var columns =
        it.columns().stream()
            .map(
                column ->
                    known
                        .flatMap(view -> view.column(column.name()))
                        .filter(old -> old.type().equals(column.type()))
                        .orElse(column))
            .toList();
    return Optional.of(new View(it.name(), columns, it.query(), it.comment()));
  }

  private void lacking(ObjectPath object, String feature, String what) {
    diagnostics.add(
        Diagnostic.of(
                PslCode.NO_WORD_FOR_IT,
                "This schema has no word for %s: %s is left out.".formatted(what, object))
            .withAdvice("Add `%s` to the `previewFeatures` of the generator.".formatted(feature)));
  }
}
