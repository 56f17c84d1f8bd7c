# Makes target/lockstep-VERSION.tar.gz, which runs anywhere with a JDK 25. Read by `dev`.

dist() {
  rm -rf cli/target/lib
  maven dist -pl cli -am package -DskipTests -Douter.tests.skip=true || return
  read -r version <cli/target/classes/lockstep/cli/version.properties
  name=lockstep-${version#version=}
  rm -rf "target/$name" "target/$name.tar.gz"
  mkdir -p "target/$name/lib" "target/$name/launcher"
  cp lockstep LICENSE NOTICE CHANGELOG.md "target/$name/"
  cp README.md ARCHITECTURE.md CONTRIBUTING.md "target/$name/"
  # Git knows which files are the sample's and the manual's, and not left over from a run.
  git ls-files docs samples | while IFS= read -r file; do
    mkdir -p "target/$name/${file%/*}" && cp "$file" "target/$name/$file" || return
  done
  cp launcher/jdk.sh launcher/prepare.sh launcher/train.sh "target/$name/launcher/"
  cp cli/target/lockstep-cli.jar cli/target/lib/*.jar "target/$name/lib/"
  archive "$name" || return
  rm -rf "target/$name"
  echo "target/$name.tar.gz"
}

# The same files make the same bytes, whoever packs them and when.
archive() (
  cd target || exit
  TZ=UTC find "$1" -exec touch -t 198001010000 {} +
  case $(tar --version 2>/dev/null) in
    *GNU*) set -- "$1" --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX ;;
    *) set -- "$1" --uid 0 --gid 0 ;;
  esac
  name=$1
  shift
  find "$name" ! -type d | LC_ALL=C sort | tar -cf - "$@" -T - | gzip -9n >"$name.tar.gz"
)
