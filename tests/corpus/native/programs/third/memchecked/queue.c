#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct message { char subject[16]; int priority; };
static struct message *post(const char *subject) {
    struct message *m = malloc(sizeof(char) * 16);
    strncpy(m->subject, subject, sizeof m->subject);
    m->priority = 3;
    return m;
}
int main(void) {
    struct message *m = post("nightly report");
    printf("posted %s\n", m->subject);
    free(m);
    return 0;
}
