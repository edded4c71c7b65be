package vn.khuxuong.tenancy.firm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Machines in SQL: written as rows of {@code firm_machines} or {@code application_machines}, read
 * as two columns of their owner's row, {@code machine_names} and {@code machine_sizes}.
 */
public final class MachineColumns {
  /** The two columns; the table and the condition on its owner are to be filled in. */
  private static final String COLUMNS =
      """
      array(select m.name from %1$s m where %2$s order by m.no) as machine_names,
      array(select array[m.weight_t, m.length_m, m.width_m, m.height_m]::float8[]
            from %1$s m where %2$s order by m.no) as machine_sizes
      """;

  private MachineColumns() {}

  /** The columns for a query on firms {@code f}. */
  public static String ofFirm() {
    return COLUMNS.formatted("tenancy.firm_machines", "m.firm_id = f.id");
  }

  /** The columns for a query on applications {@code a}. */
  public static String ofApplication() {
    return COLUMNS.formatted("tenancy.application_machines", "m.application_id = a.id");
  }

  /** The machines of a row. */
  public static List<Machine> read(ResultSet row) throws SQLException {
    String[] names = (String[]) row.getArray("machine_names").getArray();
    List<Machine> machines = new ArrayList<>();
    if (names.length > 0) {
      Double[][] sizes = (Double[][]) row.getArray("machine_sizes").getArray();
      for (int i = 0; i < names.length; i++) {
        machines.add(new Machine(names[i], sizes[i][0], sizes[i][1], sizes[i][2], sizes[i][3]));
      }
    }
    return machines;
  }

  /**
   * Writes the machines of an owner, numbered from 1.
   *
   * @param insert statement with {@code :owner, :no, :name, :weight, :length, :width, :height}
   */
  public static void write(JdbcClient jdbc, String insert, long owner, List<Machine> machines) {
    int no = 1;
    for (Machine machine : machines) {
      jdbc.sql(insert)
          .param("owner", owner)
          .param("no", no++)
          .param("name", machine.name())
          .param("weight", machine.weightT())
          .param("length", machine.lengthM())
          .param("width", machine.widthM())
          .param("height", machine.heightM())
          .update();
    }
  }
}
