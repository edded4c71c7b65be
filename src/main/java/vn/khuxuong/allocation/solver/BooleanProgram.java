package vn.khuxuong.allocation.solver;

import com.google.ortools.sat.BoolArgumentProto;
import com.google.ortools.sat.ConstraintProto;
import com.google.ortools.sat.CpModelProto;
import com.google.ortools.sat.CpObjectiveProto;
import com.google.ortools.sat.IntegerVariableProto;
import com.google.ortools.sat.LinearConstraintProto;
import java.util.List;

/**
 * A linear program over true and false, as CP-SAT reads it, written without the solver's native
 * library: that is loaded in a process of its own. A variable is a number from 0; the literal of
 * its being false is {@link #not}.
 */
final class BooleanProgram {
  private static final IntegerVariableProto BOOLEAN =
      IntegerVariableProto.newBuilder().addDomain(0).addDomain(1).build();

  private final CpModelProto.Builder model = CpModelProto.newBuilder();

  /** What is maximised. */
  final Row objective = new Row();

  /** A sum of variables with whole factors, and a constant. */
  static final class Row {
    private final LinearConstraintProto.Builder terms = LinearConstraintProto.newBuilder();
    private long constant;

    Row term(int variable, long factor) {
      terms.addVars(variable).addCoeffs(factor);
      return this;
    }

    Row add(long more) {
      constant += more;
      return this;
    }

    Row terms(List<Integer> variables, long factor) {
      variables.forEach(variable -> term(variable, factor));
      return this;
    }
  }

  static int not(int literal) {
    return -literal - 1;
  }

  int variable() {
    model.addVariables(BOOLEAN);
    return model.getVariablesCount() - 1;
  }

  /** A variable that is true when any of these is. */
  int any(List<Integer> literals) {
    int any = variable();
    for (int literal : literals) {
      atLeastOne(List.of(not(literal), any));
    }
    return any;
  }

  void atLeastOne(List<Integer> literals) {
    model.addConstraints(ConstraintProto.newBuilder().setBoolOr(list(literals)));
  }

  void atMostOne(List<Integer> literals) {
    if (literals.size() > 1) {
      model.addConstraints(ConstraintProto.newBuilder().setAtMostOne(list(literals)));
    }
  }

  private static BoolArgumentProto list(List<Integer> literals) {
    return BoolArgumentProto.newBuilder().addAllLiterals(literals).build();
  }

  void atMost(Row row, long most) {
    bound(row, Long.MIN_VALUE, most - row.constant);
  }

  void atLeast(Row row, long least) {
    bound(row, least - row.constant, Long.MAX_VALUE);
  }

  private void bound(Row row, long least, long most) {
    LinearConstraintProto linear = row.terms.clone().addDomain(least).addDomain(most).build();
    model.addConstraints(ConstraintProto.newBuilder().setLinear(linear));
  }

  /** Tells the solver a value to try first. */
  void hint(int variable, boolean value) {
    model.getSolutionHintBuilder().addVars(variable).addValues(value ? 1 : 0);
  }

  CpModelProto build() {
    CpObjectiveProto.Builder least =
        CpObjectiveProto.newBuilder().setScalingFactor(-1).setOffset((double) -objective.constant);
    for (int i = 0; i < objective.terms.getVarsCount(); i++) {
      least.addVars(objective.terms.getVars(i)).addCoeffs(-objective.terms.getCoeffs(i));
    }
    return model.setObjective(least).build();
  }
}
