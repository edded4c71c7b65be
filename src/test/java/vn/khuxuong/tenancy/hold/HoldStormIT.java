package vn.khuxuong.tenancy.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.space.Claim;
import vn.khuxuong.space.ClaimWish;
import vn.khuxuong.space.Claims;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;
import vn.khuxuong.tenancy.Market;
import vn.khuxuong.tenancy.ProcessTest;

/**
 * Thousands of holds, releases, extensions, offers and leases at once on few bays; {@code
 * -Dkhu.storm=10000} for more of them.
 */
@ProcessTest
class HoldStormIT {
  private static final int OPERATIONS = Integer.getInteger("khu.storm", 3_000);
  private static final int WORKERS = 16;

  @Autowired private Holds holds;
  @Autowired private Claims claims;
  @Autowired private JdbcClient jdbc;

  private final Queue<Long> made = new ConcurrentLinkedQueue<>();
  private final Queue<Long> released = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();
  private final List<Long> floors = new ArrayList<>();

  @Test
  void nothingIsTakenTwiceAndNothingIsLost() throws Exception {
    Market market = new Market(jdbc, "unused here");
    for (int i = 0; i < 4; i++) {
      long floor = market.floor();
      floors.add(floor);
      floors.add(market.floorAbove(floor));
    }
    List<String> people = new ArrayList<>();
    for (int i = 0; i < WORKERS; i++) {
      people.add(i % 2 == 0 ? market.account(Role.OFFICER) : market.personOf(market.firm()));
    }
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    List<Future<?>> work = new ArrayList<>();
    for (int i = 0; i < WORKERS; i++) {
      int worker = i;
      work.add(workers.submit(() -> work(people.get(worker), worker)));
    }
    for (Future<?> done : work) {
      done.get(10, TimeUnit.MINUTES);
    }
    workers.shutdown();
    System.out.println("Storm: " + outcomes);
    assertThat(outcomes).containsKeys("held", "released", "extended", "let", "BAY_TAKEN");
    assertThat(market.doubleBookings()).isZero();
    assertThat(made).doesNotHaveDuplicates().hasSize(outcomes.getOrDefault("held", 0));
    assertThat(count("status = 'RELEASED'")).isEqualTo(Set.copyOf(released).size());
    assertThat(count("true")).isEqualTo(made.size());
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from tenancy.holds h
                    join space.occupancies o on o.id = h.occupancy_id
                    where (h.status = 'LIVE') <> o.live""")
                .query(Long.class)
                .single())
        .as("a hold lives exactly as long as its claim")
        .isZero();
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from tenancy.holds h
                    where h.id = any (:ids)
                      and not exists (select from platform.audit a
                                      where a.subject_type = 'hold' and a.action = 'hold.made'
                                        and a.subject_id = h.id::text)""")
                .param("ids", made.toArray(Long[]::new))
                .query(Long.class)
                .single())
        .as("every hold is on record")
        .isZero();
  }

  private void work(String username, int seed) {
    String role = username.startsWith("officer") ? "ROLE_OFFICER" : "ROLE_FIRM";
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                username, "", AuthorityUtils.createAuthorityList(role)));
    Random random = new Random(seed);
    for (int i = 0; i < OPERATIONS / WORKERS; i++) {
      try {
        outcomes.merge(operate(random, role.endsWith("OFFICER")), 1, Integer::sum);
      } catch (ProblemException refused) {
        outcomes.merge(refused.type().toString(), 1, Integer::sum);
      }
    }
  }

  private String operate(Random random, boolean officer) {
    int dice = random.nextInt(10);
    Long some = made.stream().skip(random.nextInt(made.size() + 1)).findFirst().orElse(null);
    if (some == null || dice < 5) {
      made.add(holds.make(asked(random), null).id());
      return "held";
    }
    if (dice < 8) {
      holds.release(some, "storm", hold -> released.add(some));
      return "released";
    }
    if (!officer) {
      return holds.list(null, null, 10).isEmpty() ? "saw none" : "saw some";
    }
    if (dice == 8) {
      holds.extend(some, OffsetDateTime.now(ZoneOffset.UTC).plusDays(9), "storm", hold -> {});
      return "extended";
    }
    Claim let = claims.let(wish(random));
    claims.shorten(let.id(), let.wish().from().plusDays(random.nextInt(3) - 1), "storm");
    return "let";
  }

  private HoldAsked asked(Random random) {
    return new HoldAsked(
        floors.get(random.nextInt(floors.size())),
        random.nextInt(6),
        1 + random.nextInt(2),
        LocalDate.of(2027, 1, 1).plusMonths(random.nextInt(24)).toString(),
        1 + random.nextInt(12),
        "ELECTRONICS",
        null,
        null,
        null,
        (double) random.nextInt(120),
        (double) random.nextInt(6),
        null,
        null);
  }

  private ClaimWish wish(Random random) {
    LocalDate from = LocalDate.of(2027, 1, 1).plusMonths(random.nextInt(24));
    return new ClaimWish(
        floors.get(random.nextInt(floors.size())),
        random.nextInt(6),
        1,
        from,
        from.plusDays(30),
        Industry.PLASTIC,
        HazardClass.C3,
        Set.of(),
        5,
        random.nextInt(60),
        1);
  }

  private long count(String condition) {
    return jdbc.sql("select count(*) from tenancy.holds where id = any (:ids) and " + condition)
        .param("ids", made.toArray(Long[]::new))
        .query(Long.class)
        .single();
  }
}
