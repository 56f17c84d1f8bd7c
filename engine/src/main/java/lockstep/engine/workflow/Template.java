package lockstep.engine.workflow;

import lockstep.engine.Resource;

/// Texts of files that Lockstep begins and others go on with.
final class Template {
  private Template() {}

  /// @param name below the folder of this package's resources
  static String read(String name) {
    return Resource.text(Template.class, name);
  }
}
