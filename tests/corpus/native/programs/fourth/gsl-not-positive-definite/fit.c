#include <gsl/gsl_linalg.h>
#include <stdio.h>

static void fit(double* cells) {
    gsl_matrix_view normal = gsl_matrix_view_array(cells, 2, 2);
    printf("factorizing the normal matrix\n");
    fflush(stdout);
    gsl_linalg_cholesky_decomp1(&normal.matrix);
}

int main(void) {
    double good[] = {4, 1, 1, 3}, bad[] = {1, 2, 2, 1};
    fit(good);
    fit(bad);
    printf("done\n");
    return 0;
}
