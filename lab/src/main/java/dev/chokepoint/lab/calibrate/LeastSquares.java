package dev.chokepoint.lab.calibrate;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;

/**
 * Weighted least squares with coefficients of 0 or more. There are few coefficients, so every set of those above 0 is tried:
 * the best set whose plain least-squares solution is positive is the exact solution (its Karush-Kuhn-Tucker conditions hold).
 * Errors are relative to what was measured, so that quiet stretches count as much as busy ones.
 */
final class LeastSquares {
    /** A column that the others explain but for this part can't be told apart from them. */
    private static final double UNEXPLAINED_MIN = 0.005;

    /** Added to a diagonal of ones: columns that say the very same don't stop the solver. */
    private static final double RIDGE = 1e-10;

    private final int columns;
    private final double[][] normal;
    private final double[] right;
    private final double[] scale;

    /** {@code x[row][column]}; y above 0. */
    LeastSquares(double[][] x, double[] y) {
        columns = x[0].length;
        normal = new double[columns][columns];
        right = new double[columns];
        scale = new double[columns];
        for (int r = 0; r < x.length; r++) {
            add(x[r], y[r]);
        }
        for (int c = 0; c < columns; c++) {
            scale[c] = normal[c][c] > 0 ? Math.sqrt(normal[c][c]) : 1;
        }
    }

    private void add(double[] row, double y) {
        double weight = 1 / (y * y);
        for (int i = 0; i < columns; i++) {
            right[i] += weight * row[i] * y;
            for (int j = 0; j < columns; j++) {
                normal[i][j] += weight * row[i] * row[j];
            }
        }
    }

    /** The coefficients. */
    double[] solve() {
        double[] best = new double[columns];
        double most = 0; // what the sum of squares falls by
        for (int set = 1; set < 1 << columns; set++) {
            double[] found = solve(set);
            double fall = fall(found);
            if (fall > most) {
                most = fall;
                best = found;
            }
        }
        return best;
    }

    private double fall(double[] solution) {
        double fall = 0;
        for (int i = 0; i < columns; i++) {
            if (!(solution[i] >= 0)) {
                return 0;
            }
            fall += solution[i] * right[i];
        }
        return fall;
    }

    /** The plain solution of a set of columns. */
    private double[] solve(int set) {
        int[] in = members(set);
        double[][] matrix = new double[in.length][in.length];
        double[] vector = new double[in.length];
        for (int i = 0; i < in.length; i++) {
            vector[i] = right[in[i]] / scale[in[i]];
            for (int j = 0; j < in.length; j++) {
                matrix[i][j] = normal[in[i]][in[j]] / scale[in[i]] / scale[in[j]];
            }
            matrix[i][i] += RIDGE;
        }
        double[] solution = new QRDecomposition(new Array2DRowRealMatrix(matrix, false))
                .getSolver()
                .solve(new ArrayRealVector(vector, false))
                .toArray();
        double[] all = new double[columns];
        for (int i = 0; i < in.length; i++) {
            all[in[i]] = solution[i] / scale[in[i]];
        }
        return all;
    }

    private int[] members(int set) {
        int[] in = new int[Integer.bitCount(set)];
        int next = 0;
        for (int c = 0; c < columns; c++) {
            if ((set >> c & 1) == 1) {
                in[next++] = c;
            }
        }
        return in;
    }

    /** Whether the other columns together say what this one says, so that its coefficient could be anything. */
    boolean isExplained(int column) {
        if (normal[column][column] == 0) {
            return true;
        }
        LeastSquares others = new LeastSquares(this, column);
        double[] by = others.solve(((1 << columns) - 1) & ~(1 << column));
        double explained = 0;
        for (int i = 0; i < columns; i++) {
            explained += by[i] * others.right[i];
        }
        return !(1 - explained / normal[column][column] > UNEXPLAINED_MIN);
    }

    /** The column as what is to be explained. */
    private LeastSquares(LeastSquares all, int column) {
        columns = all.columns;
        normal = all.normal;
        scale = all.scale;
        right = all.normal[column];
    }
}
