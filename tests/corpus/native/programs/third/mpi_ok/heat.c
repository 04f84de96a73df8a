#include <mpi.h>
#include <stdio.h>
int main(int argc, char **argv) {
    int rank, size;
    MPI_Init(&argc, &argv);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &size);
    double error = 1, worst;
    for (int step = 1; step <= 8; step++) {
        error /= 2 + rank;
        MPI_Allreduce(&error, &worst, 1, MPI_DOUBLE, MPI_MAX, MPI_COMM_WORLD);
        printf("rank %d step %d error %.3e worst error %.3e\n", rank, step, error, worst);
        fflush(stdout);
    }
    char text[MPI_MAX_ERROR_STRING];
    int length;
    MPI_Error_string(MPI_ERR_TRUNCATE, text, &length);
    if (!rank) fprintf(stderr, "self-test: text of an error: %s\n", text);
    MPI_Finalize();
    return 0;
}
