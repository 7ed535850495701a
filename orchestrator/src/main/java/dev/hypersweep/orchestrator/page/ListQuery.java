package dev.hypersweep.orchestrator.page;

import java.util.List;

/**
 * A list in SQL. The page's rows are found first, by {@code table}, {@code where} and the order;
 * only for them is the rest joined and computed.
 *
 * @param table what the rows come from, with aliases
 * @param id SQL of the row's id
 * @param where conditions of the filters, over {@code table}
 * @param arguments of {@code where}
 * @param columns what an item is read from, over {@code joins}
 * @param joins what follows {@code join}, beginning with the table again, joined on {@code page.id}
 * @param joinArguments of {@code joins}
 */
public record ListQuery(
    String table,
    String id,
    String where,
    List<?> arguments,
    String columns,
    String joins,
    List<?> joinArguments) {

  String page(Order order, boolean continued) {
    return """
        select #columns, page.value as page_value, page.key as page_key
        from (
          select #id as id, (#sort)::text as value, #key as key,
                 row_number() over (order by #order) as place
          from #table
          where #where
          order by #order
          limit ?) page
        join #joins
        order by page.place
        """
        .replace("#columns", columns)
        .replace("#id", id)
        .replace("#sort", order.expression())
        .replace("#key", order.key())
        .replace("#order", order.by())
        .replace("#table", table)
        .replace("#where", continued ? where + " and " + order.after() : where)
        .replace("#joins", joins);
  }

  String total() {
    return "select count(*) from " + table + " where " + where;
  }
}
