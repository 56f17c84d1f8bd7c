package lockstep.engine.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.ShellWord;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.python.Interpreter;
import lockstep.engine.sink.FileChange;
import lockstep.engine.source.client.InstalledPackages;
import lockstep.engine.source.client.PythonImports;
import lockstep.engine.workflow.RewriteQueries.Rewritten;
import lockstep.psl.PslReader;
import lockstep.psl.merge.GeneratorRemoval;
import lockstep.psl.syntax.ConfigBlock;
import lockstep.psl.syntax.Expression;
import lockstep.psl.syntax.Property;
import lockstep.psl.syntax.PslParser;
import lockstep.psl.syntax.SyntaxFile;
import lockstep.rewrite.RewriteCode;
import lockstep.rewrite.Rewriting;
import lockstep.rewrite.project.CommandLines;
import lockstep.rewrite.project.CommandLines.Generators;
import lockstep.rewrite.project.CommandLines.Kind;
import lockstep.rewrite.project.EditedText;
import lockstep.rewrite.project.Packages;
import lockstep.rewrite.project.Packages.Pin;
import lockstep.rewrite.project.Packages.Vectors;
import lockstep.rewrite.project.Pyproject;
import lockstep.rewrite.project.Requirements;
import lockstep.rewrite.project.Requirements.Client;
import lockstep.rewrite.project.SwitchSummary;
import lockstep.rewrite.project.SwitchSummary.Entry;
import lockstep.text.SourceText;

/// What becomes of the files around the code.
final class SwitchedFiles {
  private static final Pattern REQUIREMENTS =
      Pattern.compile("(?:.*/)?(?:requirements[^/]*|requirements/[^/]+)\\.(?:txt|in)");
  private static final Pattern COMMANDS =
      Pattern.compile(
          "(?:.*/)?(?:render\\.ya?ml|[^/]*[Dd]ockerfile[^/]*|(?:docker-)?compose[^/]*\\.ya?ml|Procfile"
              + "|Makefile|justfile|[^/]+\\.sh|tox\\.ini|nixpacks\\.toml|railway\\.(?:toml|json)"
              + "|fly\\.toml|heroku\\.yml|cloudbuild\\.ya?ml|buildspec\\.ya?ml|\\.gitlab-ci\\.yml"
              + "|azure-pipelines\\.yml|bitbucket-pipelines\\.yml|\\.pre-commit-config\\.yaml"
              + "|\\.github/workflows/[^/]+|\\.circleci/[^/]+|\\.buildkite/[^/]+"
              + "|\\.husky/[^/]+|\\.githooks/[^/]+|\\.devcontainer/[^/]+)");
  private static final Pattern HOOK =
      Pattern.compile("(?:.*/)?(?:\\.husky/[^/]+|\\.githooks/[^/]+)");

  /// What names the package and is not edited here.
  private static final Pattern OTHERS =
      Pattern.compile(
          "(?:.*/)?(?:setup\\.py|setup\\.cfg|Pipfile|environment\\.ya?ml|poetry\\.lock|uv\\.lock"
              + "|pdm\\.lock|Pipfile\\.lock)");

  private static final Pattern TEXTS = Pattern.compile(".*\\.(?:md|rst|adoc)");

  private static final Pattern VARIABLES =
      Pattern.compile("\\.env(?:\\.(?:example|sample|local))?");

  /// What shows that code or a command has such a file read.
  private static final Pattern READS_VARIABLES =
      Pattern.compile("dotenv|env[_-]file|environs|decouple|(?:source|\\.)\\s+\\S*\\.env\\b");

  private static final Pattern PACKAGE = Pattern.compile("(?m)^.*[\"'\\s]prisma\\b(?!\\.).*$");
  private static final Pattern PROVIDER =
      Pattern.compile(
          "prisma-client-py(?:thon)?|.*\\bpython[\\d.]* -m prisma|.*\\bprisma-client-py");

  private final SwitchProject.Request request;
  private final EmitTargets.Outcome models;
  private final List<Path> files;
  private final ObsoleteFiles obsolete;
  private final List<SyntaxFile> schemas;
  private final List<FileChange> changes = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<String> open = new ArrayList<>();
  private final Map<FileChange.Kind, List<Entry>> entries = new EnumMap<>(FileChange.Kind.class);

  SwitchedFiles(
      SwitchProject.Request request, UnusedClient.Outcome left, EmitTargets.Outcome models) {
    this.request = request;
    this.models = models;
    this.files = ProjectFiles.in(request.project().folder());
    this.obsolete = new ObsoleteFiles(files);
    this.schemas = schemas();
    schemas.forEach(this::partialTypes);
    matching(COMMANDS).forEach(this::script);
    obsolete.documents();
    obsolete.clientModules(left, this::imports);
  }

  private PythonImports imports(List<Path> sources, Map<Path, String> changed) {
    return PythonImports.of(sources, changed, interpreter(), request.reader().pythonTimeout());
  }

  private Interpreter interpreter() {
    return request.reader().interpreter(root());
  }

  /// Returns where the service's imports start.
  private Path root() {
    return request.target().root();
  }

  /// Returns the files that nobody needs after the switch.
  Set<Path> obsolete() {
    return obsolete.found().keySet();
  }

  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  /// @param kept what becomes of the code, without what is obsolete
  List<FileChange> changes(RewriteQueries.Outcome kept) {
    var needed = stillNeeded(kept);
    var client = needed.isEmpty() ? Client.GOES : Client.STAYS;
    needed.ifPresent(diagnostics::add);
    needed.ifPresent(it -> open.add(it.fact()));
    requirements(kept, client);
    if (client == Client.GOES) {
      schemas.forEach(this::schema);
      matching(COMMANDS).filter(it -> !obsolete().contains(it)).forEach(this::commands);
      matching(OTHERS).forEach(this::other);
      matching(TEXTS).filter(it -> !obsolete().contains(it)).forEach(this::described);
      obsolete.found().forEach(this::obsolete);
    }
    session(kept);
    variables(kept);
    summary(kept, client);
    return List.copyOf(changes);
  }

  /// Returns what to say where code needs the client after the switch.
  private static Optional<Diagnostic> stillNeeded(RewriteQueries.Outcome kept) {
    if (!kept.others().isEmpty()) {
      return Optional.of(
          Diagnostic.of(
                  RewriteCode.STAYS,
                  "Code outside of the paths of this call still needs the client, as `%s` does: its package, its generator and what makes it stay."
                      .formatted(kept.others().getFirst().rewriting().from().name()))
              .withAdvice("Run `lockstep rewrite --project --write` without paths."));
    }
    var reasons =
        kept.files().stream()
            .flatMap(it -> it.rewriting().diagnostics().stream())
            .filter(it -> it.code() == RewriteCode.REFUSED || it.code() == RewriteCode.LEFT)
            .count();
    return reasons == 0
        ? Optional.empty()
        : Optional.of(
            Diagnostic.of(
                    RewriteCode.STAYS,
                    "Code still needs the client in %d %s: its package, its generator and what makes it stay."
                        .formatted(reasons, reasons == 1 ? "place" : "places"))
                .withAdvice(
                    "Convert these by hand, then run `lockstep rewrite --project --write` again."));
  }

  private Stream<Path> matching(Pattern pattern) {
    return files.stream().filter(it -> pattern.matcher(name(it).replace('\\', '/')).matches());
  }

  private String name(Path file) {
    return request.inProject().show(file);
  }

  private static String read(Path file) {
    return ProjectFiles.text(file).orElse("");
  }

  /// Returns the files of requirements, also those of other names that others take in.
  private Set<Path> lists() {
    var lists = new LinkedHashSet<>(matching(REQUIREMENTS).toList());
    var open = new ArrayDeque<>(lists);
    while (!open.isEmpty()) {
      var list = open.pop();
      for (var it : Requirements.included(read(list))) {
        var included = list.resolveSibling(it).normalize();
        if (files.contains(included) && lists.add(included)) {
          open.add(included);
        }
      }
    }
    return lists;
  }

  private void requirements(RewriteQueries.Outcome kept, Client client) {
    var lists = lists().stream().filter(it -> Requirements.namesClient(read(it))).toList();
    var projects =
        files.stream()
            .filter(it -> it.getFileName().toString().equals("pyproject.toml"))
            .filter(it -> isAboutClient(read(it)))
            .toList();
    if (lists.isEmpty() && projects.isEmpty()) {
      return;
    }
    var pins = pins(kept);
    var what = says(pins, client);
    lists.forEach(it -> edit(it, Requirements.edit(read(it), pins, client), what));
    projects.forEach(it -> edit(it, Pyproject.edit(read(it), pins, client), what));
  }

  /// Where it is named in a form that is not edited, that is said.
  private static boolean isAboutClient(String pyproject) {
    return Pyproject.namesClient(pyproject)
        || !Pyproject.edit(pyproject, List.of(), Client.GOES).left().isEmpty();
  }

  private static String says(List<Pin> pins, Client client) {
    var names = pins.stream().map(it -> "`" + it.name() + "`").collect(Collectors.joining(", "));
    return client == Client.GOES ? "`prisma` out; " + names + " in, pinned" : names + " in, pinned";
  }

  private List<Pin> pins(RewriteQueries.Outcome kept) {
    var vectors =
        models.targets().stream()
                .flatMap(it -> it.emission().files().stream())
                .anyMatch(it -> it.content().contains("pgvector"))
            ? Vectors.USED
            : Vectors.UNUSED;
    var python =
        Packages.Python.of(InstalledPackages.of(interpreter(), root(), List.of()).python());
    return isAwaited(kept) ? Packages.awaited(vectors, python) : Packages.plain(vectors, python);
  }

  private static boolean isAwaited(RewriteQueries.Outcome kept) {
    var contents = kept.files().stream().map(it -> it.rewriting().content()).toList();
    return contents.stream().anyMatch(it -> it.contains("AsyncSessionLocal"))
        || contents.stream().noneMatch(it -> it.contains("SessionLocal"));
  }

  private List<SyntaxFile> schemas() {
    if (!(request.project().source() instanceof SourceSpec.Prisma prisma)) {
      return List.of();
    }
    return files.stream()
        .filter(it -> it.equals(prisma.path()) || it.startsWith(prisma.path()))
        .filter(it -> it.toString().endsWith(".prisma"))
        .map(it -> PslParser.parse(SourceText.of(it.toString(), read(it))))
        .toList();
  }

  private void partialTypes(SyntaxFile schema) {
    for (var it : schema.generators()) {
      if (isOfPython(it)) {
        text(it, "partial_type_generator")
            .map(path -> Path.of(schema.source().name()).resolveSibling(path).normalize())
            .ifPresent(obsolete::partialTypes);
      }
    }
  }

  private static Optional<String> text(ConfigBlock block, String property) {
    return block
        .property(property)
        .flatMap(Property::value)
        .filter(Expression.StringLiteral.class::isInstance)
        .map(it -> ((Expression.StringLiteral) it).value());
  }

  private static boolean isOfPython(ConfigBlock generator) {
    return text(generator, "provider").filter(it -> PROVIDER.matcher(it).find()).isPresent();
  }

  private void schema(SyntaxFile schema) {
    var path = Path.of(schema.source().name());
    var isNeeded = !isValid(it -> GeneratorRemoval.without(it, SwitchedFiles::isOfPython));
    change(
        path,
        isNeeded
            ? GeneratorRemoval.renamed(schema, SwitchedFiles::isOfPython, "prisma-client-js")
            : GeneratorRemoval.without(schema, SwitchedFiles::isOfPython),
        isNeeded
            ? "the generator is another client's: the schema needs its preview features"
            : "the generator of the Python client is gone");
  }

  /// Returns whether the schema is valid with its files changed.
  private boolean isValid(Function<SyntaxFile, String> changed) {
    var files =
        schemas.stream().map(it -> SourceText.of(it.source().name(), changed.apply(it))).toList();
    return PslReader.validate(files).diagnostics().stream().noneMatch(Diagnostic::isError);
  }

  private Generators generators() {
    var python = new ArrayList<String>();
    var others = new ArrayList<String>();
    for (var schema : schemas) {
      for (var it : schema.generators()) {
        (isOfPython(it) ? python : others).add(it.name().text());
      }
    }
    return new Generators(python, others);
  }

  private EditedText editedCommands(Path file) {
    return editedCommands(file, generators());
  }

  private EditedText editedCommands(Path file, Generators generators) {
    var kind = HOOK.matcher(name(file)).matches() ? Kind.HOOK : Kind.BUILD;
    var out = request.project().folder().relativize(request.target().out());
    var added = ShellWord.of(out.toString().replace('\\', '/'));
    return CommandLines.edit(read(file), kind, generators, "lockstep generate && git add " + added);
  }

  /// A script stays obsolete after the switch, when nothing says any more whose generator it names.
  private void script(Path file) {
    var now = generators();
    var edited = editedCommands(file, now.python().isEmpty() ? now.before(read(file)) : now);
    if (file.toString().endsWith(".sh") && !edited.content().equals(read(file))) {
      obsolete.script(file, edited.content());
    }
  }

  private void commands(Path file) {
    var isHook = HOOK.matcher(name(file)).matches();
    edit(
        file,
        editedCommands(file),
        isHook ? "generates the models, no client" : "commands that made the client are gone");
  }

  private void other(Path file) {
    var text = read(file);
    var found = PACKAGE.matcher(text);
    if (found.find()) {
      var line = (int) text.substring(0, found.start()).lines().count() + 1;
      var isLock = file.toString().endsWith("lock");
      left(file, line, isLock ? "Lock again." : "It may name the package of the client.");
    }
  }

  private void described(Path file) {
    ClientMention.line(read(file), generators())
        .ifPresent(it -> left(file, it, "It speaks of the client."));
  }

  private void obsolete(Path file, String what) {
    switch (request.obsolete()) {
      case REMOVED -> {
        changes.add(SwitchProject.removal(name(file), file, read(file)));
        entry(FileChange.Kind.REMOVED, file, what);
      }
      case NAMED -> {
        open.add("`%s`: not needed any more: %s".formatted(name(file), what));
        diagnostics.add(
            Diagnostic.of(
                    RewriteCode.OBSOLETE,
                    new Place.File(name(file)),
                    "The file is not needed any more: %s.".formatted(what))
                .withAdvice("Remove it, or run again with `--remove-obsolete`."));
      }
    }
  }

  /// Where converted queries have sessions of a module that is not there yet, it is begun.
  private void session(RewriteQueries.Outcome kept) {
    var module = request.target().root().resolve(request.session().replace('.', '/') + ".py");
    var isUsed =
        kept.files().stream()
            .anyMatch(it -> it.rewriting().content().contains(request.session() + " import "));
    if (!isUsed || Files.exists(module)) {
      return;
    }
    var style = isAwaited(kept) ? SessionLayer.Style.ASYNCPG : SessionLayer.Style.SYNC;
    change(module, SessionLayer.text(style), "the engine and the sessions");
    var folder = module.getParent();
    if (Files.exists(folder.resolveSibling("__init__.py"))
        && !Files.exists(folder.resolve("__init__.py"))) {
      change(folder.resolve("__init__.py"), "", "makes a package of the folder");
    }
  }

  /// The client read a file of variables by itself; SQLAlchemy has the environment alone.
  private void variables(RewriteQueries.Outcome kept) {
    if (kept.files().stream().noneMatch(it -> it.rewriting().isChanged()) || areVariablesRead()) {
      return;
    }
    files.stream()
        .filter(it -> VARIABLES.matcher(it.getFileName().toString()).matches())
        .findFirst()
        .ifPresent(
            it -> {
              var fact =
                  "Prisma's client read `.env` by itself, and nothing does now: `DATABASE_URL` has to be in the environment.";
              open.add("`%s`: %s".formatted(name(it), fact));
              diagnostics.add(
                  Diagnostic.of(RewriteCode.PERHAPS, new Place.File(name(it)), fact)
                      .withAdvice(
                          "Have what starts the service read it, as `uvicorn --env-file .env` does, or call `load_dotenv()` of python-dotenv before `%s` is imported."
                              .formatted(request.session())));
            });
  }

  private boolean areVariablesRead() {
    return Stream.concat(
            files.stream().filter(it -> it.toString().endsWith(".py")), matching(COMMANDS))
        .anyMatch(it -> READS_VARIABLES.matcher(read(it)).find());
  }

  private void edit(Path file, EditedText edited, String what) {
    change(file, edited.content(), what);
    edited.left().forEach(it -> left(file, it.line(), it.reason()));
  }

  private void left(Path file, int line, String reason) {
    open.add("`%s:%d`: %s".formatted(name(file), line, reason));
    diagnostics.add(
        Diagnostic.of(RewriteCode.PERHAPS, new Place.InFile(name(file), line), reason)
            .withAdvice("Look at the line: it was not certain, and stays."));
  }

  private void change(Path file, String wanted, String what) {
    var present = Files.exists(file) ? Optional.of(read(file)) : Optional.<String>empty();
    if (!present.equals(Optional.of(wanted))) {
      var change = SwitchProject.change(name(file), file, present, wanted);
      changes.add(change);
      entry(change.kind(), file, what);
    }
  }

  private void entry(FileChange.Kind kind, Path file, String what) {
    entries.computeIfAbsent(kind, _ -> new ArrayList<>()).add(new Entry(name(file), what));
  }

  private void summary(RewriteQueries.Outcome kept, Client client) {
    var rewritten = kept.files().stream().map(Rewritten::rewriting).toList();
    if (changes.isEmpty() && rewritten.stream().noneMatch(Rewriting::isChanged)) {
      return;
    }
    kept.helpers()
        .ifPresent(it -> entry(FileChange.Kind.CREATED, it.file(), "reads dicts when queries run"));
    entry(
        Files.exists(request.target().out()) ? FileChange.Kind.CHANGED : FileChange.Kind.CREATED,
        request.target().out(),
        "the models, by `lockstep generate`");
    for (var it : rewritten) {
      for (var one : it.diagnostics()) {
        if (one.code() != RewriteCode.REFUSED && one.code() != RewriteCode.NOTE) {
          open.add(
              "`%s`: %s".formatted(one.place().map(SwitchedFiles::shown).orElse(""), one.fact()));
        }
      }
      if (it.isChanged() && it.verdicts().isEmpty()) {
        entries
            .computeIfAbsent(FileChange.Kind.CHANGED, _ -> new ArrayList<>())
            .add(new Entry(it.from().name(), "imports"));
      }
    }
    var page =
        new SwitchSummary(
            rewritten.stream().filter(it -> !it.verdicts().isEmpty()).toList(),
            entries.getOrDefault(FileChange.Kind.CHANGED, List.of()),
            entries.getOrDefault(FileChange.Kind.CREATED, List.of()),
            entries.getOrDefault(FileChange.Kind.REMOVED, List.of()),
            open,
            client,
            name(request.target().out()));
    var file = request.project().folder().resolve(SwitchProject.SUMMARY);
    // What is there is the team's; a later run knows only what it did itself.
    if (!Files.exists(file)) {
      change(file, page.text(), "this page");
    }
  }

  private static String shown(Place place) {
    return switch (place) {
      case Place.InText(var source, var span) ->
          source.name() + ":" + source.position(span.start()).line();
      case Place.InFile(var file, var line) -> file + ":" + line;
      case Place.File(var file) -> file;
      case Place.InSource(var source, var _) -> source;
    };
  }
}
