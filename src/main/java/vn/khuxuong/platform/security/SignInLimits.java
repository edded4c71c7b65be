package vn.khuxuong.platform.security;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;

/**
 * How often a wrong password may be given, counted in the database for all instances (NIST SP
 * 800-63B asks for at most 100 in a row): {@value #MOST_HERE} for one account from one network
 * within a quarter of an hour, {@value #MOST_OF_NETWORK} from one network for all accounts together
 * in that time, and {@value #MOST_OF_ACCOUNT} for one account from everywhere within an hour. The
 * last does not hold at networks from which the account was signed in within 90 days: strangers
 * elsewhere cannot lock anybody out there, and nowhere for longer than they go on trying. Setting a
 * password anew forgets what was counted. Only failures count, so tools that send the right
 * password with hundreds of requests at once do not.
 */
@Component
class SignInLimits {
  static final int MOST_HERE = 10;
  static final int MOST_OF_NETWORK = 100;
  static final int MOST_OF_ACCOUNT = 50;

  private final JdbcClient jdbc;
  private final Audit audit;

  SignInLimits(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /**
   * What is known before a password is looked at.
   *
   * @param waitSeconds until another attempt is looked at, 0 for now
   * @param failedHere wrong passwords for the account from the network of late
   * @param isKnownPlace whether the account was signed in from there within a day
   */
  record Standing(int waitSeconds, int failedHere, boolean isKnownPlace) {}

  /**
   * How an account stands at a network.
   *
   * @param name as it was typed
   * @param network as {@code inet}
   */
  Standing look(String name, String network) {
    return jdbc.sql(
            """
            with here as (
              select at + interval '15 minutes' as ends from platform.sign_in_failures
              where account_sha256 = :account and source = cast(:network as inet)
                and at > clock_timestamp() - interval '15 minutes'),
            places as (
              select p.at from platform.sign_in_places p
              join platform.users u on u.id = p.user_id
              where u.username = :name and p.source = cast(:network as inet)
                and p.at > clock_timestamp() - interval '90 days'),
            full_until as (
              (select ends from here order by ends desc offset :mostHere - 1 limit 1)
              union all
              (select at + interval '15 minutes' from platform.sign_in_failures
               where source = cast(:network as inet)
                 and at > clock_timestamp() - interval '15 minutes'
               order by at desc offset :mostOfNetwork - 1 limit 1)
              union all
              (select at + interval '1 hour' from platform.sign_in_failures
               where account_sha256 = :account and at > clock_timestamp() - interval '1 hour'
                 and not exists (select from places)
               order by at desc offset :mostOfAccount - 1 limit 1))
            select coalesce(ceil(extract(epoch from max(ends) - clock_timestamp())), 0) as wait,
                   (select count(*) from here) as failed,
                   exists (select from places where at > clock_timestamp() - interval '1 day')
                     as known
            from full_until""")
        .param("account", hash(name))
        .param("name", known(name))
        .param("network", network)
        .param("mostHere", MOST_HERE)
        .param("mostOfNetwork", MOST_OF_NETWORK)
        .param("mostOfAccount", MOST_OF_ACCOUNT)
        .query(
            (row, n) ->
                new Standing(
                    Math.max(0, row.getInt("wait")), row.getInt("failed"), row.getBoolean("known")))
        .single();
  }

  /**
   * Notes a wrong password; the one that fills a limit is in the audit. One that comes when a limit
   * is full is not noted: nobody is locked out for longer by those who go on trying.
   */
  @Transactional
  public void failed(String name, String network) {
    jdbc.sql("set local synchronous_commit = off").update(); // a crash may forget the last of them
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('sign-in ' || :account, 33))")
        .param("account", hash(name))
        .query((row, n) -> true)
        .list();
    if (look(name, network).waitSeconds() > 0) {
      return;
    }
    jdbc.sql(
            """
            delete from platform.sign_in_failures
            where at < clock_timestamp() - interval '1 hour'""")
        .update();
    jdbc.sql(
            """
            insert into platform.sign_in_failures (account_sha256, source)
            values (:account, cast(:network as inet))""")
        .param("account", hash(name))
        .param("network", network)
        .update();
    if (look(name, network).waitSeconds() > 0) {
      audit.record(
          "anonymous", "account.sign-in-limited", "account", named(name), Map.of("from", network));
    }
  }

  /** The password was right: what was counted here is forgotten, and the place is remembered. */
  @Transactional
  public void succeeded(String username, String network, Standing before) {
    if (before.failedHere() > 0) {
      jdbc.sql(
              """
              delete from platform.sign_in_failures
              where account_sha256 = :account and source = cast(:network as inet)""")
          .param("account", hash(username))
          .param("network", network)
          .update();
    }
    if (!before.isKnownPlace()) {
      jdbc.sql(
              """
              delete from platform.sign_in_places
              where at < clock_timestamp() - interval '90 days'""")
          .update();
      jdbc.sql(
              """
              insert into platform.sign_in_places (user_id, source)
              select id, cast(:network as inet) from platform.users where username = :name
              on conflict (user_id, source) do update set at = clock_timestamp()""")
          .param("name", username)
          .param("network", network)
          .update();
    }
  }

  /** The account's name, or that there is none: what was typed may be a password. */
  private String named(String name) {
    return jdbc.sql("select username from platform.users where username = :name")
        .param("name", known(name))
        .query(String.class)
        .optional()
        .orElse("unknown");
  }

  /** The name in the form that accounts have; empty for what can be none, NUL letters above all. */
  private static String known(String name) {
    String lower = name.toLowerCase(java.util.Locale.ROOT);
    return Accounts.isName(lower) ? lower : "";
  }

  private static String hash(String name) {
    return Secret.hash(name.toLowerCase(java.util.Locale.ROOT));
  }
}
