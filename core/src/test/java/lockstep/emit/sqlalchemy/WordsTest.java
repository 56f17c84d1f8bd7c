package lockstep.emit.sqlalchemy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "createdAt, created_at",
    "userID, user_id",
    "userIDs, user_ids",
    "htmlURLs2, html_urls2",
    "HTMLBody, html_body",
    "IDString, id_string",
    "address2Line, address2_line",
    "s3Key, s3_key",
    "already_snake, already_snake",
    "Mixed_caseName, mixed_case_name",
    "with-dash, with_dash",
    "UPPER_CASE, upper_case",
    "größeInMm, größe_in_mm",
  })
  void snakeCase(String name, String expected) {
    assertThat(Words.snakeCase(name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "User, User",
    "user_profile, UserProfile",
    "APIKey, APIKey",
    "USER_PROFILE, UserProfile",
    "user profile, UserProfile",
    "_PostToTag, PostToTag",
  })
  void capitalised(String name, String expected) {
    assertThat(Words.capitalised(name)).isEqualTo(expected);
  }
}
