package dev.hypersweep.orchestrator.database;

import dev.hypersweep.orchestrator.start.StartFailure;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Where the database is.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database?..}, without a password
 * @param user may be null if the URL's parameters say it
 * @param password may be null
 */
public record DatabaseAddress(String jdbcUrl, String user, String password) {

  private static final int OLDEST_MAJOR = 15;

  /**
   * Reads {@code jdbc:postgresql://..}, {@code postgresql://user:password@host/database} or {@code
   * postgres://..}.
   *
   * @throws StartFailure if it is none of these
   */
  public static DatabaseAddress parse(String text) {
    if (text.startsWith("jdbc:postgresql:")) {
      return new DatabaseAddress(text, null, null);
    }
    if (!text.startsWith("postgresql://") && !text.startsWith("postgres://")) {
      throw unreadable();
    }
    try {
      URI uri = new URI(text);
      if (uri.getHost() == null) {
        throw unreadable();
      }
      String[] login = uri.getRawUserInfo() == null ? null : uri.getRawUserInfo().split(":", 2);
      String url =
          "jdbc:postgresql://"
              + uri.getHost()
              + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
              + (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath())
              + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
      return new DatabaseAddress(
          url,
          login == null ? null : decoded(login[0]),
          login == null || login.length < 2 ? null : decoded(login[1]));
    } catch (java.net.URISyntaxException e) {
      throw unreadable();
    }
  }

  /**
   * Connects once.
   *
   * @throws StartFailure if there is no PostgreSQL 15 or newer that lets us in
   */
  public void check() {
    try (Connection connection = connect()) {
      int major = connection.getMetaData().getDatabaseMajorVersion();
      if (major < OLDEST_MAJOR) {
        throw new StartFailure(
            "HYPERSWEEP_DATABASE_URL leads to PostgreSQL " + major + ": 15 or newer is needed.");
      }
    } catch (SQLException e) {
      throw new StartFailure(
          "The database of HYPERSWEEP_DATABASE_URL does not let us in: "
              + e.getMessage().lines().findFirst().orElse("no reason given"));
    }
  }

  private Connection connect() throws SQLException {
    var properties = new Properties();
    properties.setProperty("loginTimeout", "10");
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    return new org.postgresql.Driver().connect(jdbcUrl, properties);
  }

  private static String decoded(String text) {
    // URLDecoder is for forms, where a plus is a space; in an address it is a plus.
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static StartFailure unreadable() {
    // The text itself may hold a password, so it is not repeated.
    return new StartFailure(
        "HYPERSWEEP_DATABASE_URL cannot be read: it must look like"
            + " postgresql://user:password@host:5432/database or jdbc:postgresql://host/database.");
  }
}
