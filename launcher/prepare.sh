# Makes a place ready to run: finds a JDK and, in a checkout, builds. Read by `lockstep`, which has
# set root, home and is_current; sets what `current` says.
#
# Several may do this at once, for one user or many: each works in a folder of its own, and
# `current` is replaced in one step. A lock only saves the second from doing the work again.

say() {
  echo "lockstep: $*" >&2
}

fail() {
  say "$*"
  exit 3
}

# Copies the sources into the work folder and lets Maven build them there.
build() {
  command -v mvn >/dev/null 2>&1 ||
    fail "building needs Maven 3.8 or later: apt-get install maven, dnf install maven, brew install maven; or use an archive that ./dev dist made."
  work=$home/work.$$
  trap 'rm -rf "$work" "$home/lock"' EXIT
  trap 'exit 130' INT TERM HUP
  mkdir -p "$work/app" || fail "cannot write to $home."
  : >"$work/app/stamp"
  copy_sources || fail "cannot copy the sources to $work; is the disk full?"
  (
    cd "$work/sources" &&
      JAVA_HOME=$jdk MAVEN_OPTS="${MAVEN_OPTS:-} -XX:+UseSerialGC -XX:TieredStopAtLevel=1" \
        mvn -B -pl cli -am package -DskipTests </dev/null 2>&1
    printf "\nstatus %s\n" $?
  ) | tee "$home/build.log" | awk -f "$root/launcher/progress.awk" >&2 || {
    say "the build failed; Maven's whole output is in $home/build.log"
    exit 3
  }
  cp "$work"/sources/cli/target/lockstep-cli.jar "$work"/sources/cli/target/lib/*.jar "$work/app/" ||
    fail "cannot keep what was built in $home; is the disk full?"
  app=$home/app.$(date +%Y%m%d%H%M%S).$$
  mv "$work/app" "$app" || fail "cannot write to $home."
  forget_old
}

copy_sources() {
  mkdir -p "$work/sources/docs" "$work/sources/launcher" || return
  cp "$root/pom.xml" "$work/sources/" || return
  cp "$root"/launcher/*.java "$work/sources/launcher/" || return
  [ ! -d "$root/docs/diagnostics" ] || cp -R "$root/docs/diagnostics" "$work/sources/docs/" || return
  for pom in "$root"/*/pom.xml; do
    module=${pom%/pom.xml}
    mkdir -p "$work/sources/${module##*/}/src" || return
    cp "$pom" "$work/sources/${module##*/}/" || return
    [ ! -d "$module/src/main" ] || cp -R "$module/src/main" "$work/sources/${module##*/}/src/" || return
  done
  chmod -R u+w "$work/sources"
}

# Builds of before may still be running; those of before the last day are not kept.
forget_old() {
  find "$home" -maxdepth 1 -name 'app.*' ! -path "$app" -mtime +0 -exec rm -rf {} + 2>/dev/null
  find "$home" -maxdepth 1 -name 'work.*' ! -path "$work" -mtime +0 -exec rm -rf {} + 2>/dev/null
}

# Waits for whoever builds the same already; takes over from one that died.
lock() {
  waited=
  until mkdir "$home/lock" 2>/dev/null; do
    [ -d "$home" ] && [ -w "$home" ] || fail "cannot write to $home; LOCKSTEP_CACHE names another folder."
    owner=
    [ ! -r "$home/lock/owner" ] || read -r owner <"$home/lock/owner"
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null || [ -n "$(find "$home/lock" -maxdepth 0 -mmin +10 2>/dev/null)" ]; then
      rm -rf "$home/lock"
      continue
    fi
    [ -n "$waited" ] || say "another run is building; waiting for it."
    waited=yes
    sleep 1
  done
  { echo $$ >"$home/lock/owner"; } 2>/dev/null || {
    rm -rf "$home/lock"
    fail "cannot write to $home; is the disk full?"
  }
}

# A word that the shell reads back as it was.
quote() {
  printf "'"
  printf %s "$1" | sed "s/'/'\\\\''/g"
  printf "'"
}

record() {
  newer=-newer
  # A file that was put back with an old time has a new change time, where `find` can see it.
  ! find "$root/pom.xml" -cnewer "$root/pom.xml" >/dev/null 2>&1 || newer=-cnewer
  java=$jdk/bin/java
  classpath=$jars
  stamp=$app/stamp
  {
    for name in java app classpath stamp newer; do
      eval "value=\$$name"
      printf '%s=' "$name"
      quote "$value"
      echo
    done
  } >"$home/current.$$" && mv -f "$home/current.$$" "$home/current" || fail "cannot write to $home."
}

. "$root/launcher/jdk.sh"
find_jdk || {
  explain_missing_jdk
  exit 3
}
(umask 077 && mkdir -p "$home") 2>/dev/null || fail "cannot write to $home; LOCKSTEP_CACHE names another folder."
lock
trap 'rm -rf "$home/lock"' EXIT
trap 'exit 130' INT TERM HUP
# Whoever had the lock before may have made what is wanted, or may have failed.
if [ -z "$waited" ] || ! is_current; then
  if [ -d "$root/core/src" ]; then
    build
    lib=$app
  else
    app=$home/app.$(date +%Y%m%d%H%M%S).$$
    mkdir -p "$app" && : >"$app/stamp" || fail "cannot write to $home."
    forget_old
    lib=$root/lib
  fi
  jars=
  for jar in "$lib"/*.jar; do jars=$jars${jars:+:}$jar; done
  record
fi
rm -rf "$home/lock" "$home/work.$$"
trap - EXIT INT TERM HUP
