#include <stddef.h>
struct table { size_t used; };
size_t table_used(struct table *t) {
  return t.used; // RAISES
}
