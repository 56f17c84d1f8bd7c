package lockstep.emit.sqlalchemy;

import java.util.ArrayList;
import java.util.List;
import lockstep.emit.Emission;
import lockstep.emit.EmittedFile;
import lockstep.emit.Header;
import lockstep.emit.python.Expression;
import lockstep.emit.python.Imports;
import lockstep.mapping.Mapping;
import lockstep.schema.Schema;
import lockstep.text.Order;

/// Writes SQLAlchemy models for a schema and its mapping.
public final class SqlAlchemyEmitter {
  private static final String PACKAGE = "__init__";

  private final Blueprint blueprint;
  private final SqlAlchemyOptions options;
  private final Findings findings = new Findings();
  private final Usage usage = new Usage();
  private final Types types;
  private final ModelFile models;
  private final TablesFile tables;
  private final List<EmittedFile> files = new ArrayList<>();

  private SqlAlchemyEmitter(Schema schema, Mapping mapping, SqlAlchemyOptions options) {
    this.options = options;
    this.blueprint = Blueprint.of(TableOmissions.leaveOut(schema, findings), mapping, options);
    this.types = new Types(blueprint);
    var arguments = new TableArguments(blueprint, findings);
    var columns = new Columns(types, arguments.foreignKeys(), findings);
    this.models = new ModelFile(blueprint, arguments, columns, findings);
    this.tables = new TablesFile(arguments, columns);
  }

  /// Returns the files of a package of models, the same bytes for the same input, in the order of
  /// their paths.
  ///
  /// Every module can be imported alone, in any order. `create_all` on the metadata makes what
  /// `emit.ddl` makes. The diagnostics name what it cannot make.
  public static Emission emit(Schema schema, Mapping mapping, SqlAlchemyOptions options) {
    var emitter = new SqlAlchemyEmitter(schema, mapping, options);
    emitter.files();
    new Omissions(emitter.blueprint, emitter.findings).find();
    emitter.files.sort(Order.by(EmittedFile::path));
    return new Emission(
        emitter.files, PythonNames.of(emitter.blueprint), emitter.findings.diagnostics());
  }

  private void files() {
    switch (options.layout()) {
      case FILE_PER_MODEL -> filePerModel();
      case SINGLE_FILE -> singleFile();
    }
  }

  private void filePerModel() {
    for (var entity : blueprint.entities()) {
      var file = file(entity.module());
      models.write(file, entity);
      add(file);
    }
    if (blueprint.tables().iterator().hasNext()) {
      var file = file("tables");
      file.module().documentation("Tables without a class: join tables, ignored ones, views.");
      blueprint.tables().forEach(it -> tables.write(file, it));
      add(file);
    }
    if (blueprint.enums().iterator().hasNext()) {
      var file = file("enums");
      file.module().documentation("The enumerated types; each member is what is stored.");
      blueprint.enums().forEach(it -> EnumsFile.write(file, it));
      add(file);
    }
    var base = file("base");
    base.module().documentation("What all models stand on.");
    new BaseFile(blueprint, usage, types, findings).write(base);
    add(base);
    shared();
    add(exports());
  }

  private void shared() {
    if (ColumnTypesFile.isNeeded(usage)) {
      var file = file("column_types");
      file.module().documentation("Column types that SQLAlchemy does not bring.");
      new ColumnTypesFile(usage, types).write(file);
      add(file);
    }
    if (IdsFile.isNeeded(usage)) {
      var file = file("ids");
      file.module().documentation("What the client fills in when a row is made or changed.");
      IdsFile.write(file, usage);
      add(file);
    }
  }

  private PythonFile exports() {
    var file = file(PACKAGE);
    var imports = file.module().imports();
    var names = new ArrayList<String>();
    imports.local(".base", "Base");
    names.add("Base");
    for (var type : blueprint.enums()) {
      imports.local(".enums", type.className());
      names.add(type.className());
    }
    for (var table : blueprint.tables()) {
      imports.local(".tables", table.variable());
      names.add(table.variable());
    }
    for (var entity : blueprint.entities()) {
      imports.local("." + entity.module(), entity.className());
      names.add(entity.className());
    }
    exportAll(file, names);
    return file;
  }

  private static void exportAll(PythonFile file, List<String> names) {
    var sorted = Imports.exported(names).stream().map(Expression::text).toList();
    file.module().paragraph();
    file.module().assign("__all__", Expression.list(sorted));
  }

  /// Models and their base are written twice: first to learn what they need, which has to stand
  /// before them.
  private void singleFile() {
    var first = file(PACKAGE);
    blueprint.tables().forEach(it -> tables.write(first, it));
    blueprint.entities().forEach(it -> models.write(first, it));
    new BaseFile(blueprint, usage, types, findings).write(first);
    var found = findings.diagnostics().size();
    var file = file(PACKAGE);
    new ColumnTypesFile(usage, types).write(file);
    IdsFile.write(file, usage);
    blueprint.enums().forEach(it -> EnumsFile.write(file, it));
    new BaseFile(blueprint, usage, types, findings).write(file);
    blueprint.tables().forEach(it -> tables.write(file, it));
    blueprint.entities().forEach(it -> models.write(file, it));
    findings.keep(found);
    add(file);
  }

  private PythonFile file(String name) {
    return new PythonFile(name, options, usage);
  }

  private void add(PythonFile file) {
    var further = file.name().equals(PACKAGE) ? ofPackage() : List.<String>of();
    var text = Header.on("#", options.source().name(), further, file.module().text());
    files.add(new EmittedFile(file.name() + ".py", text));
  }

  /// What the header of the whole package says as well.
  private List<String> ofPackage() {
    var lines = new ArrayList<String>();
    if (!options.source().hash().isEmpty()) {
      lines.add("Source " + options.source().hash());
    }
    options.choices().line().ifPresent(lines::add);
    return lines;
  }
}
