package lockstep.engine.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.ShellWord;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.project.Environment;
import lockstep.engine.project.Project;
import lockstep.engine.project.ProjectCode;
import lockstep.engine.sink.RepositoryPath;

/// Begins the workflow in which a service runs all checks of a project. It is the team's from then
/// on.
public final class WriteWorkflow {
  private static final Pattern IN_FOLDER =
      Pattern.compile("(?m)^ *(cd @DIR@|defaults:\\n *run:\\n *working-directory: @DIR@)\\n");

  private WriteWorkflow() {}

  /// Who runs it.
  public enum Service {
    GITHUB("github", ".github/workflows/lockstep.yml"),
    GITLAB("gitlab", ".gitlab/lockstep.yml"),
    BUILDKITE("buildkite", ".buildkite/lockstep.yml");

    private final String word;
    private final String file;

    Service(String word, String file) {
      this.word = word;
      this.file = file;
    }

    public String word() {
      return word;
    }
  }

  /// @param mayReplace whether a file that is there is written anew
  public record Request(
      Service service, Project project, Path file, boolean mayReplace, Environment environment) {}

  /// Returns where a service's workflows lie in the repository of a project.
  public static Path usualFile(Service service, Project project) {
    return RepositoryPath.root(project.folder()).resolve(service.file);
  }

  /// Returns why nothing was written; empty where all went well.
  public static List<Diagnostic> run(Request request) {
    if (Files.exists(request.file()) && !request.mayReplace()) {
      return List.of(
          Diagnostic.of(
                  ProjectCode.FILE_EXISTS,
                  new Place.File(request.environment().show(request.file())),
                  "The file is there already.")
              .withAdvice("Name another by `--out`, or say `--force` to write it anew."));
    }
    MigrationWriter.file(
        request.file(), text(request.service(), request.project(), request.file()));
    return List.of();
  }

  /// Returns the workflow.
  ///
  /// @param file where it will be
  public static String text(Service service, Project project, Path file) {
    var root = RepositoryPath.root(project.folder());
    var folder = relative(root, project.folder());
    return template(service.word, folder)
        .replace("@FILE@", relative(root, file))
        .replace("@DIR@", service == Service.GITHUB ? yaml(folder) : ShellWord.of(folder))
        .replace(
            "@CHECKS@\n",
            checks(project).stream()
                .map(
                    it ->
                        template(service.word + "-check", folder)
                            .replace("@NAME@", it.name())
                            .replace("@DIR@", ShellWord.of(folder))
                            .replace("@COMMAND@", it.command()))
                .collect(Collectors.joining()));
  }

  /// One command, whose findings are annotations of their own.
  private record Check(String name, String command) {}

  private static List<Check> checks(Project project) {
    var all = new ArrayList<Check>();
    if (!project.targets().isEmpty()) {
      all.add(new Check("generate", "lockstep generate --check"));
    }
    all.add(new Check("check", "lockstep check"));
    if (Files.isDirectory(project.migrations())) {
      var migrations = relative(project.folder(), project.migrations());
      all.add(new Check("lint", "lockstep lint " + ShellWord.of(migrations)));
      all.add(new Check("migrate verify", "lockstep migrate verify"));
    }
    return all;
  }

  private static String relative(Path from, Path to) {
    var path = from.toAbsolutePath().normalize().relativize(to.toAbsolutePath().normalize());
    return path.toString().isEmpty() ? "." : path.toString().replace('\\', '/');
  }

  /// Every text of JSON is one of YAML.
  private static String yaml(String text) {
    var json = JsonWriter.compact();
    json.value(text);
    return json.toString();
  }

  /// Who works in the root need not go there.
  private static String template(String name, String folder) {
    var text = Template.read("ci/%s.txt".formatted(name));
    return folder.equals(".") ? IN_FOLDER.matcher(text).replaceAll("") : text;
  }
}
