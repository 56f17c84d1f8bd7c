package lockstep.engine.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.EnvironmentException;
import lockstep.engine.ShellWord;
import lockstep.engine.git.Repository;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.project.Environment;
import lockstep.engine.project.Project;
import lockstep.engine.sink.RepositoryPath;

/// Begins the workflow in which a service runs all checks of a project. It is the team's from then
/// on.
public final class WriteWorkflow {
  private static final Pattern IN_FOLDER =
      Pattern.compile("(?m)^ *(cd @DIR@|defaults:\\n *run:\\n *working-directory: @DIR@)\\n");

  private static final String USUAL_BRANCH = "main";

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
    return new BegunFile(request.file(), request.mayReplace(), request.environment())
        .write(() -> text(request));
  }

  /// Returns what says the Python that the project is run with.
  private static String python(Path root, Project project) {
    return Stream.of(project.folder(), root)
        .map(it -> it.resolve(".python-version"))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(it -> "python-version-file: " + yaml(relative(root, it)))
        .orElse("python-version: \"3.12\"");
  }

  /// Returns the workflow. Writes nothing.
  public static String text(Request request) {
    var service = request.service();
    var project = request.project();
    var file = request.file();
    var root = RepositoryPath.root(project.folder());
    var folder = relative(root, project.folder());
    return template(service.word, folder)
        .replace("@FILE@", relative(root, file))
        .replace("@BRANCH@", yaml(branch(request)))
        .replace("@PYTHON@", python(root, project))
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

  /// Where no Git can say it, the one that services make.
  private static String branch(Request request) {
    var environment = request.environment();
    try {
      return Repository.of(
              new Environment(
                  environment.variables(), request.project().folder(), environment.home()))
          .defaultBranch()
          .orElse(USUAL_BRANCH);
    } catch (EnvironmentException _) {
      return USUAL_BRANCH;
    }
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
