package lockstep.emit.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.emit.EmittedFile;
import lockstep.emit.Names;
import lockstep.emit.Region;
import lockstep.mapping.Mapping;
import lockstep.mapping.Model;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.text.TextWriter;

/// Writes `DATABASE.md`. Who owns what, and which models and tables there are, is its generated
/// part; how to work, sessions and trouble are begun for the team to go on with.
public final class DatabaseGuide {
  public static final String FILE = "DATABASE.md";

  private final Mapping mapping;
  private final Names names;
  private final Surroundings project;
  private final TextWriter out = new TextWriter("");

  private DatabaseGuide(Mapping mapping, Names names, Surroundings project) {
    this.mapping = mapping;
    this.names = names;
    this.project = project;
  }

  /// Returns the whole page, as it is begun.
  ///
  /// @param names what generated code calls models; of none where there is no such code
  public static EmittedFile emit(Mapping mapping, Names names, Surroundings project) {
    return new DatabaseGuide(mapping, names, project).emit();
  }

  private EmittedFile emit() {
    out.line("# The database");
    out.blankLine();
    out.line("How we live with the database: what follows what, and what to do after a change.");
    out.blankLine();
    out.line(Region.BEGIN);
    owners();
    models();
    enums();
    // Without it the mark would be a row of the table.
    out.blankLine();
    out.line(Region.END);
    out.blankLine();
    out.line(Chapters.changing(project));
    project.models().ifPresent(it -> out.line(Chapters.sessions(it, example())));
    out.line(Chapters.trouble(project).stripTrailing());
    return new EmittedFile(FILE, out.toString());
  }

  private void owners() {
    out.blankLine();
    out.line("## Who owns what");
    out.blankLine();
    out.line("| what | where | who writes it |");
    out.line("|---|---|---|");
    row("the truth", code(project.source()), "people; everything else follows it");
    project
        .models()
        .ifPresent(
            it ->
                row(
                    "models",
                    "%s, package %s".formatted(code(it.folder()), code(it.packageName())),
                    "`lockstep generate`; nobody edits them"));
    project
        .migrations()
        .ifPresent(it -> row("migrations", code(it), "`lockstep migrate new`, then people"));
    project.alembic().ifPresent(it -> row("revisions", code(it), "Alembic"));
    project
        .variable()
        .ifPresent(
            it ->
                row(
                    "the database",
                    "whose address is in " + code(it),
                    project.migrations().isPresent()
                        ? "`lockstep push` in development, `lockstep migrate apply` elsewhere"
                        : "`lockstep push`"));
  }

  private void models() {
    if (mapping.models().isEmpty()) {
      return;
    }
    out.blankLine();
    out.line("## Models and tables");
    out.blankLine();
    var hasCode = hasCode();
    out.line("| model | table |" + (hasCode ? " in Python |" : "") + " fields | what it is |");
    out.line("|---|---|" + (hasCode ? "---|" : "") + "---|---|");
    mapping.models().forEach(this::model);
  }

  private boolean hasCode() {
    return !names.models().isEmpty();
  }

  private void model(Model it) {
    var cells = new ArrayList<>(List.of(code(it.name()), code(relation(it.relation()))));
    if (hasCode()) {
      cells.add(ofCode(it).map(made -> code(made.module() + "." + made.symbol())).orElse(""));
    }
    cells.add(Integer.toString(it.fields().size()));
    cells.add(it.documentation().map(DatabaseGuide::firstLine).orElse(""));
    row(cells.toArray(String[]::new));
  }

  private void enums() {
    if (mapping.enums().isEmpty()) {
      return;
    }
    out.blankLine();
    out.line("## Enums");
    out.blankLine();
    out.line("| enum | type | values |");
    out.line("|---|---|---|");
    for (var it : mapping.enums()) {
      var values =
          it.members().stream()
              .map(member -> code(member.value()))
              .collect(Collectors.joining(", "));
      row(code(it.name()), code(relation(it.type())), values);
    }
  }

  private Optional<Names.OfModel> ofCode(Model model) {
    return names.models().stream().filter(it -> it.model().equals(model.name())).findFirst();
  }

  /// Returns the class that examples are about.
  private String example() {
    return names.models().stream()
        .filter(it -> it.form() == Names.Form.CLASS)
        .map(Names.OfModel::symbol)
        .findFirst()
        .orElse("User");
  }

  private static String relation(QualifiedName name) {
    return name.namespace().equals(Schema.DEFAULT_NAMESPACE)
        ? name.name().toString()
        : name.toString();
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("").strip();
  }

  private void row(String... cells) {
    out.line(
        "| "
            + List.of(cells).stream().map(DatabaseGuide::cell).collect(Collectors.joining(" | "))
            + " |");
  }

  /// A bar would end the cell, and a mark of ours the generated part.
  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<!--", "&lt;!--").replaceAll("\\R", " ");
  }

  private static String code(String text) {
    return "`" + text.replace('`', '\'') + "`";
  }
}
