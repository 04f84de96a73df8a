#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void) {
  int file = open("journal", O_CREAT | O_WRONLY | O_TRUNC, 0644), again = 0;
  for (int i = 0; i < 5; i++) {
    while (write(file, "entry\n", 6) != 6) {
      warn("write of entry %d", i);
      if (++again > 9) errx(1, "journal is lost");
    }
    if (fsync(file)) warn("fsync of entry %d is left to the kernel", i);
  }
  close(file);
  dprintf(2, "journal: 5 entries, %d writes repeated\n", again);
  return 0;
}
