package lockstep.engine.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lockstep.engine.postgres.ConnectionUrl;

/// Everything that was set, understood: what is true, what follows it, what it is compared with.
///
/// @param folder absolute; what paths in messages are relative to
/// @param file the settings' own file; empty where everything was found without one
/// @param source the truth, which everything else follows
/// @param targets code that is generated from it
/// @param compared further sources that shall say the same
/// @param database the database that shall say the same
/// @param migrations the folder of its migrations, which need not be there
/// @param alembic where it has a history of Alembic's as well
/// @param tools what sources are read with
/// @param notes what was set and cannot be used, in sentences, such as a variable that is not set
public record Project(
    Path folder,
    Optional<Path> file,
    SourceSpec source,
    List<Target> targets,
    List<SourceSpec> compared,
    Optional<ConnectionUrl> database,
    Path migrations,
    Optional<AlembicProject> alembic,
    Tools tools,
    List<String> notes) {
  public static final String FILE_NAME = "lockstep.toml";

  public Project {
    targets = List.copyOf(targets);
    compared = List.copyOf(compared);
    notes = List.copyOf(notes);
  }

  /// Returns the same project, compared with no database.
  public Project withoutDatabase() {
    return new Project(
        folder,
        file,
        source,
        targets,
        compared,
        Optional.empty(),
        migrations,
        alembic,
        tools,
        notes);
  }

  /// Returns the same truth, which nothing but one database follows.
  public Project onlyWith(ConnectionUrl url) {
    return new Project(
        folder,
        file,
        source,
        List.of(),
        List.of(),
        Optional.of(url),
        migrations,
        alembic,
        tools,
        List.of());
  }
}
