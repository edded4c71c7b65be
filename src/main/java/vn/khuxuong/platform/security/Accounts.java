package vn.khuxuong.platform.security;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.mail.MailAddress;

/** The accounts of table {@code platform.users}; passwords are kept as bcrypt hashes only. */
public class Accounts implements UserDetailsService {
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int GENERATED_LENGTH = 20;

  /** Shortest password a person may choose (NIST SP 800-63B asks for at least 8). */
  public static final int SHORTEST_PASSWORD = 10;

  /** bcrypt reads 72 bytes and ignores the rest, so a longer password is refused. */
  static final int LONGEST_PASSWORD_BYTES = 72;

  private final JdbcClient jdbc;
  private final PasswordEncoder encoder;
  private final Audit audit;
  private final SecureRandom random = new SecureRandom();

  /** Accounts in the given database. */
  public Accounts(JdbcClient jdbc, PasswordEncoder encoder, Audit audit) {
    this.jdbc = jdbc;
    this.encoder = encoder;
    this.audit = audit;
  }

  /** A random password of about 116 bits, without letters that look alike. */
  public String newPassword() {
    return random
        .ints(GENERATED_LENGTH, 0, ALPHABET.length())
        .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
        .collect(Collectors.joining());
  }

  /**
   * Adds an account.
   *
   * @return false if the name is taken; nothing is changed then
   * @throws IllegalArgumentException if the name or the password is not acceptable; the message
   *     says why
   */
  public boolean add(String username, String displayName, Collection<Role> roles, String password) {
    String name = username.strip().toLowerCase(Locale.ROOT);
    boolean made = insert(name, displayName, roles, password);
    if (made) {
      audit.record("account.added", "account", name, java.util.Map.of("roles", roles));
    }
    return made;
  }

  /**
   * Adds the account of a firm's person who makes it for themselves; it is the actor of its own
   * entry in the audit.
   *
   * @return false if the name is taken; nothing is changed then
   * @throws IllegalArgumentException as in {@link #add}
   */
  boolean register(String username, String displayName, String password) {
    Set<Role> roles = Set.of(Role.FIRM);
    boolean made = insert(username, displayName, roles, password);
    if (made) {
      audit.record(
          username, "account.registered", "account", username, java.util.Map.of("roles", roles));
    }
    return made;
  }

  private boolean insert(String name, String displayName, Collection<Role> roles, String password) {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "a user name has 2 to 64 letters a-z, digits, or . _ - + @, as an e-mail address has");
    }
    Optional<Long> id =
        jdbc.sql(
                """
                insert into platform.users (username, display_name, password_hash, email)
                values (:name, :displayName, :hash, :email)
                on conflict (username) do nothing returning id""")
            .param("name", name)
            .param("displayName", displayName)
            .param("hash", hash(password))
            .param("email", MailAddress.find(name).map(MailAddress::text).orElse(null))
            .query(Long.class)
            .optional();
    id.ifPresent(
        newId -> {
          for (Role role : Set.copyOf(roles)) {
            jdbc.sql("insert into platform.user_roles (user_id, role) values (:id, :role)")
                .param("id", newId)
                .param("role", role.name())
                .update();
          }
        });
    return id.isPresent();
  }

  /** Whether somebody may be called so: a lower-case name or e-mail address. */
  static boolean isName(String name) {
    return name.matches("[a-z0-9][a-z0-9._@+-]{1,63}");
  }

  /**
   * Gives an account another password.
   *
   * @return false if there is no such account
   * @throws IllegalArgumentException if the password is not acceptable
   */
  public boolean changePassword(String username, String password) {
    boolean changed = setPassword(username, password);
    if (changed) {
      audit.record("account.password-changed", "account", username, java.util.Map.of());
    }
    return changed;
  }

  /**
   * Gives an account the password that its person chose after a mail; it is the actor itself.
   *
   * @return false if there is no such account, or it may not sign in
   * @throws IllegalArgumentException if the password is not acceptable
   */
  public boolean resetPassword(String username, String password) {
    boolean changed = setPassword(username, password);
    if (changed) {
      audit.record(username, "account.password-reset", "account", username, java.util.Map.of());
    }
    return changed;
  }

  /** Whoever was signed in as the account is not any more, and wrong passwords are forgotten. */
  private boolean setPassword(String username, String password) {
    boolean changed =
        jdbc.sql(
                    """
                    update platform.users set password_hash = :hash, version = version + 1
                    where username = :name""")
                .param("hash", hash(password))
                .param("name", username)
                .update()
            == 1;
    if (changed) {
      jdbc.sql("delete from platform.session where principal_name = :name")
          .param("name", username)
          .update();
      jdbc.sql("delete from platform.sign_in_failures where account_sha256 = :account")
          .param("account", Secret.hash(username))
          .update();
    }
    return changed;
  }

  /** All accounts by name. */
  public List<Account> list() {
    return jdbc.sql(
            """
            select u.username, u.display_name, u.enabled,
                   coalesce(string_agg(r.role, ',' order by r.role), '') as roles
            from platform.users u left join platform.user_roles r on r.user_id = u.id
            group by u.id order by u.username""")
        .query(
            (row, i) ->
                new Account(
                    row.getString("username"),
                    row.getString("display_name"),
                    row.getBoolean("enabled"),
                    roles(row.getString("roles"))))
        .list();
  }

  /**
   * Makes the first administrator where there is no account at all; its password is returned once.
   */
  public @Nullable String addFirstAdministrator(String username) {
    Boolean none =
        jdbc.sql("select not exists (select from platform.users)").query(Boolean.class).single();
    String password = newPassword();
    return none && add(username, "Administrator", Set.of(Role.ADMIN), password) ? password : null;
  }

  @Override
  public UserDetails loadUserByUsername(String username) {
    if (!isName(username.toLowerCase(Locale.ROOT))) {
      throw UsernameNotFoundException.fromUsername(username);
    }
    return jdbc.sql(
            """
            select u.username, u.password_hash, u.enabled,
                   coalesce(string_agg(r.role, ',' order by r.role), '') as roles
            from platform.users u left join platform.user_roles r on r.user_id = u.id
            where u.username = lower(:name) group by u.id""")
        .param("name", username)
        .query(
            (row, i) ->
                User.withUsername(row.getString("username"))
                    .password(row.getString("password_hash"))
                    .disabled(!row.getBoolean("enabled"))
                    .roles(
                        roles(row.getString("roles")).stream()
                            .map(Role::name)
                            .toArray(String[]::new))
                    .build())
        .optional()
        .orElseThrow(() -> UsernameNotFoundException.fromUsername(username));
  }

  private String hash(String password) {
    if (password.length() < SHORTEST_PASSWORD) {
      throw new IllegalArgumentException(
          "a password has at least " + SHORTEST_PASSWORD + " characters");
    }
    if (password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length
        > LONGEST_PASSWORD_BYTES) {
      throw new IllegalArgumentException(
          "a password has at most " + LONGEST_PASSWORD_BYTES + " bytes");
    }
    return encoder.encode(password);
  }

  private static Set<Role> roles(String joined) {
    return joined.isEmpty()
        ? Set.of()
        : Arrays.stream(joined.split(",")).map(Role::valueOf).collect(Collectors.toSet());
  }
}
