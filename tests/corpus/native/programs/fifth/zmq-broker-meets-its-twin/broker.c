#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <zmq.h>

static void say(const char* level, const char* form, ...) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    printf("%ld.%06ld|%-5s|", (long)now.tv_sec, now.tv_nsec / 1000, level);
    va_list rest;
    va_start(rest, form);
    vprintf(form, rest);
    va_end(rest);
    putchar('\n');
}

int main(void) {
    const char* ends[] = {"inproc://control", "tcp://127.0.0.1:39901", "tcp://127.0.0.1:39901"};
    const char* roles[] = {"control", "front", "back"};
    void *context = zmq_ctx_new(), *sockets[3];
    say("INFO", "broker starts, libzmq %d.%d", ZMQ_VERSION_MAJOR, ZMQ_VERSION_MINOR);
    int code = 0, i;
    for (i = 0; i < 3 && !code; i++) {
        sockets[i] = zmq_socket(context, ZMQ_ROUTER);
        if (zmq_bind(sockets[i], ends[i]) != 0) {
            say("FATAL", "%s socket: bind to %s: %s", roles[i], ends[i], zmq_strerror(errno));
            code = 71;
        } else {
            say("INFO", "%s socket bound to %s", roles[i], ends[i]);
        }
    }
    while (i-- > 0) zmq_close(sockets[i]);
    zmq_ctx_term(context);
    say("INFO", "broker stopped, 0 messages lost");
    return code;
}
