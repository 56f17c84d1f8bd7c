package lockstep.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "[true,false,null]",
        "{\"a\":{\"b\":[1,-0.5e+7,\"x\"]},\"\":[]}",
        "\"\\\"\\\\\\n\\r\\t\\u0000\\u2028äß🐘\"",
        "123456789012345678901234567890",
      })
  void writesWhatItRead(String text) throws MalformedJsonException {
    var json = JsonWriter.compact();
    json.value(JsonReader.read(text));
    assertThat(json).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "{", "[", "[1,]", "[,1]", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}", "01", "1.",
        "-", "+1", ".5", "1e", "\"", "\"\\", "\"\\x\"", "\"\\u12g4\"", "\"\n\"", "tru", "nul",
            "[1 2]",
        "1 2", "{} x", "// c\n1", "NaN", "'a'", "\u0000",
      })
  void refusesWhatIsNotJson(String text) {
    assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void namesThePlaceOfWhatIsWrong() {
    assertThatThrownBy(() -> JsonReader.read("{\"a\": [1, x]}"))
        .isInstanceOfSatisfying(
            MalformedJsonException.class, it -> assertThat(it.offset()).isEqualTo(10));
  }

  @Test
  void refusesDepthBeforeTheStackEnds() {
    var text = "[".repeat(1_000_000);
    assertThatThrownBy(() -> JsonReader.read(text)).hasMessageContaining("deep");
  }

  @Test
  void answersQuestionsWithoutCasts() throws MalformedJsonException {
    var json = JsonReader.read("\uFEFF {\"t\":\"x\",\"n\":7,\"b\":true,\"a\":[1,2],\"big\":1e3}");
    assertThat(json.text("t")).contains("x");
    assertThat(json.integer("n")).hasValue(7);
    assertThat(json.isTrue("b")).isTrue();
    assertThat(json.items("a")).hasSize(2);
    assertThat(json.text("n")).isEmpty();
    assertThat(json.integer("big")).isEmpty();
    assertThat(json.items("absent")).isEmpty();
    assertThat(json.get("t").orElseThrow().get("x")).isEmpty();
  }

  @Test
  void indentsForPeople() {
    var json = JsonWriter.indented();
    try (var _ = json.object()) {
      json.member("name", "a\tb");
      json.member("count", 2);
      try (var _ = json.array("none")) {
        // An empty array stays on its line.
      }
      try (var _ = json.array("some")) {
        json.value(1);
        try (var _ = json.object()) {
          json.member("yes", true);
        }
      }
    }
    assertThat(json)
        .hasToString(
            """
            {
              "name": "a\\tb",
              "count": 2,
              "none": [],
              "some": [
                1,
                {
                  "yes": true
                }
              ]
            }
            """);
  }
}
