package vn.khuxuong.allocation.solver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultJsonTest {
  @Test
  void writesProofBesideThePlacementsAndReadsThemBack() {
    Instance instance = Fixtures.instance("S-4");
    Solution solution = Allocator.solve(instance, Budget.ofIterations(500, 9), Progress.NONE);
    byte[] json = ResultJson.write(solution, "cafe");
    JsonNode root = JsonMapper.shared().readTree(json);
    Score score = solution.verdict().score();
    assertThat(root.at("/format").stringValue()).isEqualTo("alloc-result/1");
    assertThat(root.at("/instance").stringValue()).isEqualTo("S-4");
    assertThat(root.at("/status").stringValue()).isEqualTo("OPTIMAL");
    assertThat(root.at("/claimedObjective").longValue()).isEqualTo(14_827_740);
    assertThat(root.at("/claimedBound").longValue()).isEqualTo(14_827_740);
    assertThat(root.at("/gap").doubleValue()).isZero();
    assertThat(root.at("/seed").longValue()).isEqualTo(9);
    assertThat(root.at("/budget/iterations").longValue()).isEqualTo(500);
    assertThat(root.at("/budget").has("seconds")).isFalse();
    assertThat(root.at("/iterations").longValue()).isEqualTo(500);
    assertThat(root.at("/inputSha256").stringValue()).isEqualTo("cafe");
    assertThat(root.at("/objective/demand").longValue()).isEqualTo(score.demand());
    assertThat(root.at("/objective/vacantRuns").intValue()).isEqualTo(score.vacantRuns());
    assertThat(root.at("/verdict/feasible").booleanValue()).isTrue();
    assertThat(ResultJson.read(json, instance)).isEqualTo(solution.placements());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"format\":\"alloc-result/2\"} | $.format: must be 'alloc-result/1', not 'alloc-result/2'",
        "{\"format\":\"alloc-result/1\"} | $.assignments: is missing",
        "{\"format\":\"alloc-result/1\",\"instance\":\"S-5\",\"assignments\":[]} | $.instance: is 'S-5', the instance is 'S-4'",
        "{\"format\":\"alloc-result/1\",\"assignments\":[{\"firm\":\"F\",\"start\":0,\"blocks\":[]}]} | $.assignments[0].blocks: must list at least one block",
        "{\"format\":\"alloc-result/1\",\"assignments\":[{\"firm\":\"F\",\"start\":0,\"blocks\":[{\"floor\":\"G\",\"startBay\":0,\"bayCount\":0}]}]} | $.assignments[0].blocks[0].bayCount: must be a whole number >= 1",
      })
  void refusesWhatIsNoResultForTheInstance(String json, String message) {
    Instance instance = Fixtures.instance("S-4");
    assertThatThrownBy(() -> ResultJson.read(json.getBytes(UTF_8), instance))
        .isInstanceOf(InstanceFault.class)
        .hasMessage(message);
  }
}
