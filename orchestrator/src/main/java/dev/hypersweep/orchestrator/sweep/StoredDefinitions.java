package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.sweeps.DefinitionSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Stored sweeps as what others extend: by their id, or by their name, of which the newest counts.
 * Their canonical form is whole, whatever they extended themselves.
 */
@ApplicationScoped
class StoredDefinitions implements DefinitionSource {

  private static final String BY_ID = "select definition::text from sweep where id = ?";

  private static final String BY_NAME =
      "select definition::text from sweep where name = ? order by id desc limit 1";

  @Inject Sql sql;

  @Override
  public boolean mayHaveSweep(long id) {
    return sql.number("select count(*) from sweep where id = ?", id) > 0;
  }

  @Override
  public Optional<String> text(String reference) {
    Optional<String> byId =
        reference.matches("[0-9]{1,18}")
            ? sql.first(BY_ID, row -> row.getString(1), Long.valueOf(reference))
            : Optional.empty();
    return byId.or(() -> sql.first(BY_NAME, row -> row.getString(1), reference));
  }
}
