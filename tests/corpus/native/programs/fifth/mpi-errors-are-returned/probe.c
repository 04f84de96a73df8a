#include <mpi.h>
#include <stdio.h>

int main(int argc, char** argv) {
    int rank, size, code, length, value = 7;
    char text[MPI_MAX_ERROR_STRING];
    MPI_Init(&argc, &argv);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &size);
    MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
    code = MPI_Send(&value, 1, MPI_INT, size + 3, 0, MPI_COMM_WORLD);
    MPI_Error_string(code, text, &length);
    fprintf(stderr, "rank %d: send beyond the end: %s\n", rank, text);
    MPI_File file;
    code = MPI_File_open(MPI_COMM_WORLD, "restart.bin", MPI_MODE_RDONLY, MPI_INFO_NULL, &file);
    if (code != MPI_SUCCESS) {
        MPI_Error_string(code, text, &length);
        fprintf(stderr, "rank %d: no restart file (%s), cold start\n", rank, text);
    }
    int sum = 0;
    MPI_Allreduce(&rank, &sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
    printf("rank %d: residual error 1.0e-%d, sum %d\n", rank, 6 + rank, sum);
    MPI_Finalize();
}
