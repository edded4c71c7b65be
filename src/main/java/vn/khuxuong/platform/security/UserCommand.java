package vn.khuxuong.platform.security;

import java.io.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.CommandFailure;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.database.Database;

/** {@code khu user add|password|list}: accounts from the command line. */
public final class UserCommand {
  private static final String HELP =
      """
      Usage: khu user list
             khu user add NAME [--name "DISPLAY NAME"] [--role ROLE]...
             khu user password NAME
      Roles: FIRM, PLANNER, APPROVER, OFFICER, ADMIN.
      The password is asked for at the terminal; without one a password is made and printed once.""";

  private UserCommand() {}

  /**
   * Runs the command.
   *
   * @param args what follows {@code user}
   * @param environment where the database is (see {@link Database#join})
   * @param data the data folder of a local cluster
   * @return 0 done, 1 no such account or name taken
   * @throws CommandFailure on bad usage
   */
  public static int run(List<String> args, Map<String, String> environment, Path data) {
    if (args.isEmpty() || args.contains("--help") || args.contains("-h")) {
      System.out.println(HELP);
      return args.isEmpty() ? CommandFailure.BAD_USAGE : 0;
    }
    String verb = args.get(0);
    if (!List.of("list", "add", "password").contains(verb)
        || (!verb.equals("list") && (args.size() < 2 || args.get(1).startsWith("-")))) {
      throw new CommandFailure(
          "Unknown or incomplete: user " + String.join(" ", args) + "; see khu user --help");
    }
    try (Database database = Database.join(environment, data)) {
      database.migrate();
      JdbcClient jdbc = JdbcClient.create(database.dataSource());
      Accounts accounts =
          new Accounts(
              jdbc,
              PasswordEncoderFactories.createDelegatingPasswordEncoder(),
              new Audit(jdbc, JsonMapper.shared()));
      return switch (verb) {
        case "list" -> list(accounts);
        case "add" -> add(accounts, args.get(1), args.subList(2, args.size()));
        default -> password(accounts, args.get(1));
      };
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("Not accepted: " + e.getMessage());
    }
  }

  private static int list(Accounts accounts) {
    accounts
        .list()
        .forEach(
            a ->
                System.out.printf(
                    "%-20s %-30s %s%s%n",
                    a.username(), a.displayName(), a.roles(), a.enabled() ? "" : " (disabled)"));
    return 0;
  }

  private static int add(Accounts accounts, String username, List<String> options) {
    String displayName = username;
    List<Role> roles = new ArrayList<>();
    for (int i = 0; i < options.size(); i += 2) {
      if (i + 1 == options.size()) {
        throw new CommandFailure("A value is missing after " + options.get(i));
      }
      String value = options.get(i + 1);
      switch (options.get(i)) {
        case "--name" -> displayName = value;
        case "--role" -> roles.add(role(value));
        default -> throw new CommandFailure("Unknown option " + options.get(i));
      }
    }
    String typed = ask();
    String password = typed == null ? accounts.newPassword() : typed;
    if (!accounts.add(username, displayName, roles, password)) {
      System.err.println("There is already an account " + username);
      return 1;
    }
    System.out.println(
        "Added "
            + username
            + (typed == null ? ", password " + password + " (shown this once)" : ""));
    return 0;
  }

  private static int password(Accounts accounts, String username) {
    String typed = ask();
    String password = typed == null ? accounts.newPassword() : typed;
    if (!accounts.changePassword(username, password)) {
      System.err.println("There is no account " + username);
      return 1;
    }
    System.out.println(
        "Changed"
            + (typed == null ? "; the new password is " + password + " (shown this once)" : ""));
    return 0;
  }

  private static Role role(String word) {
    try {
      return Role.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("Unknown role " + word + "; roles are " + List.of(Role.values()));
    }
  }

  /**
   * The typed password, or null where nobody sits at a terminal. From JDK 22 on there is a console
   * object without a terminal too, so the launcher says which it is.
   */
  @SuppressWarnings("SystemConsoleNull")
  private static @Nullable String ask() {
    Console console = System.console();
    if (console == null || "no".equals(System.getProperty("khu.terminal"))) {
      return null;
    }
    char[] typed = console.readPassword("Password (empty: one is made for you): ");
    return typed == null || typed.length == 0 ? null : new String(typed);
  }
}
