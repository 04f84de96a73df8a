#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <syslog.h>

static int listen_on(int port) {
    struct sockaddr_in address = {0};
    int s = socket(AF_INET, SOCK_STREAM, 0);
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(s, (struct sockaddr*)&address, sizeof address) || listen(s, 16)) {
        syslog(LOG_ERR, "cannot listen on 127.0.0.1:%d: %m", port);
        return -1;
    }
    syslog(LOG_INFO, "listening on 127.0.0.1:%d", port);
    return s;
}

int main(void) {
    openlog("collectord", LOG_PERROR | LOG_PID, LOG_DAEMON);
    syslog(LOG_NOTICE, "version 0.9.4 starting up");
    syslog(LOG_WARNING, "no TLS certificate configured, clients talk in the clear");
    if (listen_on(18125) < 0) return EXIT_FAILURE;
    if (listen_on(18125) < 0) {
        syslog(LOG_NOTICE, "shutting down");
        return EXIT_FAILURE;
    }
    return 0;
}
