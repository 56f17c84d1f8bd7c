package lockstep.cli;

import java.util.ArrayList;
import java.util.List;
import lockstep.engine.postgres.ShadowSettings;
import lockstep.engine.project.Environment;
import lockstep.engine.project.Project;
import lockstep.engine.project.Target;
import lockstep.engine.project.Tools;

/// What `--verbose` says about a project before anything is done with it. Shows no secret.
final class ProjectView {
  private ProjectView() {}

  static List<String> lines(Project project, Environment environment) {
    var lines = new ArrayList<String>();
    lines.add(
        "settings: "
            + project.file().map(environment::show).orElse("none, so what is found is taken"));
    lines.add("source: " + project.source().label());
    project.targets().forEach(it -> lines.add("target: " + target(it, environment)));
    project.compared().forEach(it -> lines.add("compared: " + it.label()));
    project.database().ifPresent(it -> lines.add("database: " + it));
    lines.addAll(lines(project.tools()));
    return lines;
  }

  static List<String> lines(Tools tools) {
    var lines = new ArrayList<String>();
    lines.add(
        "shadow: "
            + switch (tools.shadow()) {
              case ShadowSettings.Embedded(var it) -> "embedded PostgreSQL " + it.major();
              case ShadowSettings.Server(var url) -> url.toString();
            });
    tools
        .python()
        .option()
        .or(() -> tools.python().interpreter())
        .ifPresent(it -> lines.add("python: " + it));
    return lines;
  }

  private static String target(Target target, Environment environment) {
    return switch (target) {
      case Target.SqlAlchemy it ->
          "SQLAlchemy %s in %s, package %s"
              .formatted(
                  it.choices().version().word(), environment.show(it.out()), it.packageName());
      case Target.Docs it -> "a part of DATABASE.md in " + environment.show(it.out());
    };
  }
}
