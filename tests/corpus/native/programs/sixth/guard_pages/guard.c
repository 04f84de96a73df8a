#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

/* Marks pages as dirty at the first write to each: the write faults, the handler opens the page. */
static char *heap;
static volatile int dirty;

static void on_fault(int signal, siginfo_t *info, void *context) {
  (void)signal; (void)context;
  char *page = (char *)((unsigned long)info->si_addr & ~4095UL);
  mprotect(page, 4096, PROT_READ | PROT_WRITE);
  dirty++;
}

static void write_row(int row) { heap[row * 1500] = (char)row; }

int main(void) {
  struct sigaction action = {.sa_sigaction = on_fault, .sa_flags = SA_SIGINFO};
  sigaction(SIGSEGV, &action, NULL);
  heap = mmap(NULL, 16 * 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  for (int row = 0; row < 8; row++) write_row(row);
  printf("8 rows written, %d pages are dirty\n", dirty);
  return 0;
}
