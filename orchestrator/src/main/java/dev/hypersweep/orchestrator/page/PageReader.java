package dev.hypersweep.orchestrator.page;

import dev.hypersweep.orchestrator.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads pages of lists. */
@ApplicationScoped
public class PageReader {

  @Inject Sql sql;

  private record Placed<T>(T item, Cursor cursor) {}

  /**
   * The page that the parameters ask for.
   *
   * @param scope names list, filters and sort: what a cursor is good for
   */
  public <T> Page<T> read(
      ListQuery query, Order order, PageParameters parameters, String scope, Sql.Row<T> row) {
    int limit = parameters.limit();
    Optional<Cursor> after = parameters.after(scope);
    List<Object> arguments = new ArrayList<>(query.arguments());
    after.ifPresent(
        cursor -> {
          arguments.add(cursor.sortValue());
          arguments.add(cursor.id());
        });
    // One more than shown: it tells whether there is a next page.
    arguments.add(limit + 1);
    arguments.addAll(query.joinArguments());
    List<Placed<T>> rows =
        sql.list(
            query.page(order, after.isPresent()),
            one ->
                new Placed<>(
                    row.read(one),
                    new Cursor(one.getString("page_value"), one.getLong("page_key"))),
            arguments.toArray());
    boolean more = rows.size() > limit;
    List<Placed<T>> shown = more ? rows.subList(0, limit) : rows;
    return new Page<>(
        shown.stream().map(Placed::item).toList(),
        more ? shown.get(limit - 1).cursor().encode(scope) : null,
        sql.number(query.total(), query.arguments().toArray()));
  }
}
