#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>

static int list(const char *path) {
  struct archive *in = archive_read_new();
  struct archive_entry *entry;
  int files = 0, code;
  archive_read_support_filter_all(in);
  archive_read_support_format_all(in);
  if (archive_read_open_filename(in, path, 10240) != ARCHIVE_OK) {
    fprintf(stderr, "%s: error %d: %s\n", path, archive_errno(in), archive_error_string(in));
  } else {
    while ((code = archive_read_next_header(in, &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN) {
      if (code == ARCHIVE_WARN) fprintf(stderr, "%s: warning: %s\n", path, archive_error_string(in));
      files++;
    }
    if (code != ARCHIVE_EOF) fprintf(stderr, "%s: fatal %d behind %d files: %s\n", path, archive_errno(in), files, archive_error_string(in));
  }
  archive_read_free(in);
  return files;
}

int main(int argc, char **argv) {
  int files = 0;
  for (int i = 1; i < argc; i++) files += list(argv[i]);
  fprintf(stderr, "%d archives looked through, %d files are in the catalogue\n", argc - 1, files);
  return 0;
}
