package lockstep.engine.workflow.setup;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.emit.sqlalchemy.Choices;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Mixin;

/// The text of a `lockstep.toml` that is begun: what was found stands, what else there is to say
/// stands in comments.
///
/// @param variable that names the database
/// @param requirements that an environment can be made from
/// @param alembic the settings of Alembic's history
record SettingsText(
    String source,
    List<String> compared,
    Optional<String> variable,
    Optional<String> requirements,
    Optional<String> alembic,
    List<Generated> targets) {
  /// A package of models.
  ///
  /// @param out relative to the settings
  record Generated(String out, String packageName, Choices choices) {}

  private static final String EXAMPLE =
      """

      # [[target]]
      # to = "sqlalchemy"
      # out = "app/models"
      # package = "app.models"
      """;

  String text() {
    var out = new StringBuilder();
    out.append(
        "# What Lockstep follows, generates and compares; paths are relative to this file.\n");
    out.append(
        "# `lockstep check` compares all of it; the manual's page Settings has every key.\n\n");
    out.append("# What everything else follows.\n");
    out.append("source = ").append(quoted(source)).append('\n');
    out.append("\n# Further sources that shall say the same.\n");
    out.append(
        compared.isEmpty()
            ? "# compare = [\"python:app.models\"]\n"
            : "compare = [%s]\n"
                .formatted(
                    compared.stream().map(SettingsText::quoted).collect(Collectors.joining(", "))));
    out.append(
        "\n# Compared where the variable is set, in the environment or in .env; only read.\n");
    out.append(
        variable
            .filter(it -> !source.equals("env:" + it))
            .map(it -> "[database]\nurl = %s\n".formatted(quoted("env:" + it)))
            .orElse("# [database]\n# url = \"env:DATABASE_URL\"\n"));
    out.append(
        "\n# The Python that imports models is looked for: .venv, uv, poetry, conda; else it is\n");
    out.append("# made from this file, in the cache.\n");
    out.append(
        requirements
            .map(it -> "[python]\nrequirements = %s\n".formatted(quoted(it)))
            .orElse("# [python]\n# interpreter = \".venv/bin/python\"\n"));
    alembic.ifPresent(
        it ->
            out.append("\n# The history of Alembic's that is there as well.\n")
                .append("[migrations]\nalembic = ")
                .append(quoted(it))
                .append('\n'));
    out.append("\n# Code that is generated; one such table for each target.");
    out.append(targets.isEmpty() ? EXAMPLE : "");
    targets.forEach(it -> out.append(target(it)));
    return out.toString();
  }

  private static String target(Generated it) {
    var out = new StringBuilder("\n[[target]]\nto = \"sqlalchemy\"\n");
    out.append("out = ").append(quoted(it.out())).append('\n');
    out.append("package = ").append(quoted(it.packageName())).append('\n');
    var choices = it.choices();
    if (choices.layout() != Choices.USUAL.layout()) {
      out.append("layout = ").append(quoted(choices.layout().word())).append('\n');
    }
    out.append(
        choices.names() == Choices.USUAL.names()
            ? "# names = \"field\"  # attributes keep the fields' names: user.createdAt\n"
            : "names = " + quoted(choices.names().word()) + "\n");
    if (choices.version() != Choices.USUAL.version()) {
      out.append("sqlalchemy = ").append(quoted(choices.version().word())).append('\n');
    }
    if (!choices.mixins().isEmpty()) {
      out.append(
          choices.mixins().stream()
              .map(m -> "%s = %s".formatted(m.model(), quoted(path(m))))
              .collect(Collectors.joining(", ", "mixins = { ", " }\n")));
    }
    return out.toString();
  }

  private static String path(Mixin mixin) {
    var module = mixin.module();
    return module + (module.endsWith(".") ? "" : ".") + mixin.className();
  }

  /// A text of TOML (1.0, basic strings).
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
