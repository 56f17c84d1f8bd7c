# Starts the making of the cache of loaded classes in the background, once for each build. Read by
# `lockstep`, which has set java, classpath and cache. This run goes on without it.

if mkdir "$cache.lock" 2>/dev/null; then
  (
    "$java" -XX:AOTCacheOutput="$cache.$$" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable \
      -cp "$classpath" lockstep.cli.Training && mv -f "$cache.$$" "$cache"
    rm -rf "$cache.lock" "$cache.$$" "$cache.$$.config"
  ) </dev/null >/dev/null 2>&1 &
fi
