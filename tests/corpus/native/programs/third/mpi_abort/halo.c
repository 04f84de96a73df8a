#include <mpi.h>
#include <stdio.h>
#include <unistd.h>
static void exchange(int rank, int mine, int theirs) {
    if (mine != theirs) {
        fprintf(stderr, "halo.c: rank %d: FATAL: width of the halo is %d here and %d there\n", rank, mine, theirs);
        MPI_Abort(MPI_COMM_WORLD, 17);
    }
}
int main(int argc, char **argv) {
    int rank, size;
    MPI_Init(&argc, &argv);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &size);
    printf("rank %d of %d: grid 64 x %d\n", rank, size, 64 / size);
    fflush(stdout);
    MPI_Barrier(MPI_COMM_WORLD);
    usleep(100000);
    if (rank == 1) exchange(rank, 2, 3);
    usleep(800000);
    MPI_Finalize();
}
