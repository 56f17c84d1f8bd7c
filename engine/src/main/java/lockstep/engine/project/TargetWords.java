package lockstep.engine.project;

import java.util.Arrays;
import java.util.List;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Layout;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.NameStyle;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Version;

/// The words by which settings and calls choose how a target is written.
public final class TargetWords {
  static final String DOCS = "docs";
  static final List<String> KINDS = List.of("sqlalchemy", DOCS);
  public static final List<String> LAYOUTS =
      Arrays.stream(Layout.values()).map(Layout::word).toList();
  public static final List<String> NAMINGS =
      Arrays.stream(NameStyle.values()).map(NameStyle::word).toList();
  static final List<String> VERSIONS = Arrays.stream(Version.values()).map(Version::word).toList();

  private TargetWords() {}
}
