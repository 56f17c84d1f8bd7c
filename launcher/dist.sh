# Makes target/lockstep-VERSION.tar.gz, which runs anywhere with a JDK 25. Read by `dev`.

dist() {
  maven dist -pl cli -am package -DskipTests -Douter.tests.skip=true || return
  read -r version <cli/target/classes/lockstep/cli/version.properties
  name=lockstep-${version#version=}
  rm -rf "target/$name" "target/$name.tar.gz"
  mkdir -p "target/$name/lib" "target/$name/launcher"
  cp lockstep LICENSE NOTICE CHANGELOG.md "target/$name/"
  [ ! -f README.md ] || cp README.md "target/$name/"
  cp launcher/jdk.sh launcher/prepare.sh launcher/train.sh "target/$name/launcher/"
  cp cli/target/lockstep-cli.jar cli/target/lib/*.jar "target/$name/lib/"
  (cd target && tar czf "$name.tar.gz" "$name") || return
  rm -rf "target/$name"
  echo "target/$name.tar.gz"
}
