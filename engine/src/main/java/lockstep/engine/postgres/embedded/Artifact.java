package lockstep.engine.postgres.embedded;

/// A jar in a Maven repository, and what it must be.
///
/// @param sha256 of the jar, in lower-case hex
record Artifact(String group, String name, String version, String sha256) {
  String coordinates() {
    return group + ":" + name + ":" + version;
  }

  String fileName() {
    return name + "-" + version + ".jar";
  }

  /// Returns where a repository keeps it, below its base.
  String path() {
    return group.replace('.', '/') + "/" + name + "/" + version + "/" + fileName();
  }
}
