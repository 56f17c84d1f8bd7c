# Starts the making of the caches of loaded classes in the background, once for each build. Read by
# `lockstep`, which has set java, classpath, app and wanted. This run goes on without them.
#
# There are six: a start loads all that its cache holds, so a command uses the smallest that has
# what it needs. Those of the commands with a server, of those that only read one and of those that
# only move a database along its history are made when such a command is first called, as their
# training uses the server that a command has fetched; until then they use that of `offline`.

train() {
  [ ! -f "$app/$1.aot" ] || return 0
  "$java" -XX:AOTCacheOutput="$app/$1.$$" -XX:+UseSerialGC -XX:+UseCompactObjectHeaders \
    -XX:TieredStopAtLevel=1 -Xlog:disable -cp "$classpath" lockstep.cli.Training "$1" &&
    mv -f "$app/$1.$$" "$app/$1.aot"
  trained=$?
  rm -f "$app/$1.$$" "$app/$1.$$.config"
  return $trained
}

# A training that was killed, or failed, is tried again after ten minutes; one that found no server
# to train with, at the next such command.
find "$app/training" -maxdepth 0 -mmin +10 -exec rmdir {} \; 2>/dev/null
if mkdir "$app/training" 2>/dev/null; then
  (
    train start && train validate && train offline && case $wanted in
      server | reading | history) train "$wanted" ;;
    esac
    case $? in
      0 | 4) rmdir "$app/training" ;;
    esac
  ) </dev/null >/dev/null 2>&1 &
fi
