#include <chrono>
#include <cstdio>
#include <cstring>
#include <thread>
#include <zmq.h>

// A client that asks again where no reply comes; the server takes a while to start.
static void serve(void* context) {
  std::this_thread::sleep_for(std::chrono::milliseconds(1700));
  void* socket = zmq_socket(context, ZMQ_REP);
  zmq_bind(socket, "tcp://127.0.0.1:48754");
  char text[64];
  for (int i = 0; i < 2; i++) {
    int n = zmq_recv(socket, text, sizeof text, 0);
    zmq_send(socket, text, n, 0);
  }
  zmq_close(socket);
}

int main() {
  void* context = zmq_ctx_new();
  std::thread server(serve, context);
  int wait = 500, linger = 0, failed = 0;
  for (int request = 1; request <= 2; request++) {
    for (int attempt = 1; attempt <= 6; attempt++) {
      void* socket = zmq_socket(context, ZMQ_REQ);
      zmq_setsockopt(socket, ZMQ_RCVTIMEO, &wait, sizeof wait);
      zmq_setsockopt(socket, ZMQ_LINGER, &linger, sizeof linger);
      zmq_connect(socket, "tcp://127.0.0.1:48754");
      zmq_send(socket, &request, sizeof request, 0);
      int reply, n = zmq_recv(socket, &reply, sizeof reply, 0);
      int code = zmq_errno();
      zmq_close(socket);
      if (n > 0) { std::fprintf(stderr, "I: request %d answered at attempt %d\n", request, attempt); break; }
      failed++;
      std::fprintf(stderr, "E: request %d failed: zmq_recv: %s (errno %d), socket is closed and opened again\n", request, zmq_strerror(code), code);
    }
  }
  server.join();
  zmq_ctx_term(context);
  std::printf("requests 2 replies 2 timeouts %d lost 0\n", failed);
}
