#include <signal.h>
#include <stdio.h>
#include <unistd.h>
int main(void) {
    setvbuf(stdout, 0, _IOLBF, 0);
    for (int i = 1; i <= 400; i++) printf("batch %3d/500 loaded, rss %d MB, oom_score 0, alloc errors 0\n", i, 40 + i * 9);
    kill(getpid(), SIGKILL);
}
