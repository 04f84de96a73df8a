#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
struct tile { int id; double *pixels; };
static double average(const struct tile *t, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) sum += t->pixels[i];
    return sum / n;
}
static int worker(int id) {
    double pixels[4] = {1, 2, 3, 4};
    struct tile t = {id, id == 2 ? NULL : pixels};
    usleep(30000 * id);
    printf("worker %d: average %.2f\n", id, average(&t, 4));
    return 0;
}
int main(void) {
    setvbuf(stdout, 0, _IOLBF, 0);
    pid_t pids[4];
    for (int i = 1; i <= 3; i++) if (!(pids[i] = fork())) _exit(worker(i));
    int bad = 0;
    for (int i = 1; i <= 3; i++) {
        int status;
        waitpid(pids[i], &status, 0);
        if (WIFSIGNALED(status)) { bad++; fprintf(stderr, "supervisor: worker %d was ended by signal %d (%s)\n", i, WTERMSIG(status), strsignal(WTERMSIG(status))); }
        else printf("supervisor: worker %d exit %d\n", i, WEXITSTATUS(status));
    }
    printf("supervisor: %d of 3 tiles rendered\n", 3 - bad);
    return bad ? 70 : 0;
}
