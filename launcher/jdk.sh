# Finds a JDK 25 or later. Read by `lockstep` and `dev`; POSIX sh.
#
# find_jdk sets `jdk` to the home folder of the first that will do, in this order: what the
# environment names, what PATH runs, where operating systems and version managers put them.
# Answers 1, and leaves `jdk` empty, when there is none.

find_jdk() {
  jdk=
  if [ -n "${LOCKSTEP_JAVA_HOME:-}" ]; then
    jdk_fits "$LOCKSTEP_JAVA_HOME" && jdk=$LOCKSTEP_JAVA_HOME
    [ -n "$jdk" ]
    return
  fi
  jdk_on_path=$(command -v javac 2>/dev/null) && jdk_on_path=$(readlink -f "$jdk_on_path" 2>/dev/null)
  for jdk_home in \
    "${JAVA_HOME:-}" \
    "${jdk_on_path%/bin/javac}" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/openjdk* /opt/*jdk* /opt/java/* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.jabba/jdk/* \
    "${HOME:-}"/.asdf/installs/java/* "${HOME:-}"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec; do
    if jdk_fits "$jdk_home"; then
      jdk=$jdk_home
      return 0
    fi
  done
  return 1
}

# Whether a folder is the home of a JDK 25 or later, by its `release` file.
jdk_fits() {
  [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  jdk_major=0
  while IFS='=' read -r jdk_key jdk_value; do
    if [ "$jdk_key" = JAVA_VERSION ]; then
      jdk_value=${jdk_value#\"}
      jdk_major=${jdk_value%%[!0-9]*}
    fi
  done <"$1/release"
  [ "${jdk_major:-0}" -ge 25 ]
}

# Says on stderr what to install.
explain_missing_jdk() {
  if [ -n "${LOCKSTEP_JAVA_HOME:-}" ]; then
    echo "lockstep: LOCKSTEP_JAVA_HOME=$LOCKSTEP_JAVA_HOME is not the home of a JDK 25 or later." >&2
  else
    echo "lockstep: needs a JDK 25 or later, and found none." >&2
  fi
  cat >&2 <<'TEXT'
  Install one:
    Debian, Ubuntu   apt-get install openjdk-25-jdk-headless
    Fedora           dnf install java-25-openjdk-devel
    macOS            brew install openjdk
    anywhere         sdk install java 25-tem   (SDKMAN)
  or name one that you have: JAVA_HOME=/path/to/jdk-25
TEXT
}
