#include <stdio.h>

int report_error(int code, char *text);

int main(void) {
  int failed;
  char error[4];
  snprintf(error, sizeof error, "%s", "error: none");
  return report_error(0, error);
}
